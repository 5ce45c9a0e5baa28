"""The model card's table of the network for other languages, from the figures in its folder."""

from collections.abc import Mapping
from typing import Any

COLUMNS = ("loaded", "words", "subjective", "bait", "frames", "marks")


def table(held: Mapping[str, Any]) -> str:
    """One line of Markdown by language, in order; what was not measured in a language stays empty, and nothing of it is
    in reports."""
    frames = held["frames"]["micro_f1_by_language"]
    codes = sorted({name.split(" ")[-1] for name in held if " " in name} | set(frames))
    return "\n".join(f"| {code} | {' | '.join(_cell(held, code, column) for column in COLUMNS)} |" for code in codes)


def _cell(held: Mapping[str, Any], code: str, column: str) -> str:
    if column == "frames":
        reached = held["frames"]["micro_f1_by_language"].get(code)
        return "" if reached is None else f"{reached:.3f}"
    told = held.get(f"{column} {code}")
    if told is None:
        return ""
    if column == "marks":
        return f"P {told['precision']:.2f}, R {told['recall']:.2f}"
    return f"{told['auc']:.3f}" + (f" ({told['macro_f1']:.3f})" if column == "subjective" else "")
