"""Measures everything that the model card says and writes the card: `python -m training.evaluation.card DATA [--pages
PAGES] [--only SECTION …]`, or `python -m training.evaluation.card` to write the card anew from figures that are there.

The figures go into `detector/encoder/weights/figures.json`, which `/v1/model-card` serves; `MODEL_CARD.md` is
`training/evaluation/card.md` with these figures in its places. What needs torch is taken from the training log (`LOG`).
Each figure named in `tests/quality/floors.json` must reach its floor.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from detector.encoder import HOME, MULTILINGUAL, load
from detector.encoder.card import FIGURES
from detector.encoder.files import ARTICLES
from detector.settings import SETTINGS
from training.data.examples import Part
from training.encoder import articles, baselines, measure, phrasing, techniques
from training.encoder.measure import Readings
from training.evaluation import agency, intervals, other_languages, sentences, symmetry
from training.evaluation.pages import evaluate

ROOT = Path(__file__).parents[2]
CARD, TEMPLATE = ROOT / "MODEL_CARD.md", Path(__file__).with_name("card.md")
ATTRIBUTION = ROOT / "detector" / "languages" / "en" / "models" / "attribution" / "figures.json"
FLOORS = ROOT / "tests" / "quality" / "floors.json"
LOG: dict[str, Any] = {  # of the run that made the packaged weights; torch is needed to measure these again
    "loaded sentences on outlets never seen, macro-F1": 0.705,
    "loaded sentences on outlets never seen, AUC": 0.811,
    "the same with the rules' remarks, macro-F1": 0.701,
    "the same with the rules' remarks, AUC": 0.818,
    "outlets left out in turn": 8,
    "most that any figure loses from float to 8-bit": 0.010,
    "frozen encoder on BABE, five folds by article, macro-F1": 0.748,
    "frozen encoder on outlets never seen, macro-F1": 0.649,
    "trained again": {  # from the base, by the same recipe with six seeds; its own tables fitted anew
        "loaded sentences, macro-F1": 0.828,
        "loaded words, F1": 0.569,
        "persuasion spans, F1": 0.416,
        "technique of given spans, micro-F1": 0.563,
        "headline bait, Spearman": 0.684,
        "subjective sentences, macro-F1": 0.789,
        "frames, micro-F1": 0.686,
        "loaded sentences on outlets never seen, macro-F1": 0.707,
        "loaded sentences on outlets never seen, AUC": 0.811,
    },
}
MISSING = "Not measured yet."
Section = Callable[[Path], Mapping[str, Any]]


@cache
def readings(data: Path) -> Readings:
    """The held-out parts through the network, once."""
    return measure.read_all(load(), data)


def packaged(table: str) -> dict[str, Any]:
    """One of the packaged tables over the network's outputs."""
    held: dict[str, dict[str, Any]] = json.loads((HOME / ARTICLES).read_text(encoding="utf-8"))
    return held[table]


def technique(data: Path) -> dict[str, float]:
    """Which technique a given span is, by the packaged choice."""
    return techniques.micro_f1(packaged("techniques"), readings(data).by["ptc", Part.TEST], data)


def bait(data: Path) -> dict[str, Any]:
    """How strongly a headline baits, by the packaged weights of its phrasing."""
    return phrasing.figures(readings(data).by["clickbait", Part.TEST], packaged("phrasing"))


def speed(_: Path) -> Mapping[str, Mapping[str, float | str]]:
    """On this kind of processor, beside what was measured on others: in a process of its own, so that memory and
    threads are its own."""
    told = subprocess.run([sys.executable, "-m", "training.encoder.speed"], check=True, capture_output=True, cwd=ROOT)
    figures: dict[str, float | str] = json.loads(told.stdout)
    before = json.loads((HOME / FIGURES).read_text(encoding="utf-8"))["speed"]
    return {**before, str(figures.pop("processor")): figures}


def own_texts(_: Path) -> dict[str, float]:
    """Figures on the project's own sentences and headlines."""
    from detector import Analyzer  # noqa: PLC0415
    from training.evaluation.own_texts import headline_figures, sentence_figures  # noqa: PLC0415

    analyzer = Analyzer()
    return {**sentence_figures(analyzer), **headline_figures(analyzer)}


SECTIONS: Mapping[str, Section] = {
    "loaded sentences (BABE)": lambda data: measure.babe(readings(data)),
    "loaded sentences as readers see them (BABE)": sentences.measure,
    "by the outlet's lean (BABE)": lambda data: measure.by_lean(readings(data), data),
    "loaded words (BABE)": lambda data: measure.loaded_words(readings(data)),
    "subjective sentences (CheckThat!)": lambda data: measure.two_way(
        readings(data), "checkthat", "subjective", "SUBJ"
    ),
    "headline bait (Webis-Clickbait-17)": bait,
    "persuasion spans (PTC)": lambda data: measure.identification(readings(data), data),
    "technique of given spans (PTC)": technique,
    "frames (SemEval-2023 task 3)": lambda data: articles.measure_frames(load(), data),
    "baselines (BABE)": baselines.measure,
    "shift when parties are swapped, in points of 100": symmetry.measure,
    "agency-style reporting": agency.measure,
    "intervals": lambda data: intervals.measure(data, 100),
    "speed": speed,
    "own texts": own_texts,
}


def rounded(value: Any) -> Any:  # noqa: ANN401 - JSON
    """Figures to four digits, keys as text; a named tuple by its names."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return rounded(value._asdict())
    if isinstance(value, Mapping):
        return {str(key): rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return value if isinstance(value, (str, int)) else round(float(value), 4)


def rows(cells: Sequence[Sequence[object]]) -> str:
    """Lines of a Markdown table."""
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in cells)


def tables(held: Mapping[str, Any]) -> dict[str, str]:
    """The parts of the card that have as many lines as there are figures."""
    loaded, lean = held["loaded sentences (BABE)"], held["by the outlet's lean (BABE)"]
    return {
        "reliability": _reliable(loaded),
        "words": _reliable(held["loaded words (BABE)"]),
        "lean": rows([(name, *_four(told)) for name, told in lean.items()]),
        "baselines": rows(
            [(name, f"{t['macro_f1']:.3f}", f"{t['auc']:.3f}") for name, t in held["baselines (BABE)"].items()]
        ),
        "speed": rows([(kind, *_timed(told)) for kind, told in held["speed"].items()]),
        "attribution": _beside(held.get("attribution")),
        "pages": _plain(held.get("pages")),
        "languages": other_languages.table(json.loads((MULTILINGUAL / FIGURES).read_text(encoding="utf-8"))),
    }


def _reliable(told: Mapping[str, Any]) -> str:
    return rows([(f"{held['score']:.2f}", f"{held['share']:.2f}", held["n"]) for held in told["reliability"]])


def _four(told: Mapping[str, float]) -> tuple[object, ...]:
    keys = ("macro_f1", "auc", "neutral_taken_for_loaded", "biased_found")
    return (told["n"], *(f"{told[key]:.3f}" for key in keys))


def _timed(told: Mapping[str, Any]) -> tuple[object, ...]:
    times, memory = f"{told['times_faster']:.1f} times as long", f"{told['memory_mib']:.0f} MiB"
    return f"{told['word_pieces']:.0f}", f"{told['processor_s']:.3f} s", told["peer"], times, memory


def _beside(table: Mapping[str, Any] | None) -> str:
    """The numbers of the tables within a table, one column for each, under the method that it names."""
    parts = {name: part for name, part in (table or {}).items() if isinstance(part, Mapping) and part}
    if not table or not parts:
        return MISSING
    names = list(dict.fromkeys(key for part in parts.values() for key in part))
    cells = [(name, *(_number(part.get(name)) for part in parts.values())) for name in names]
    return f"{table.get('method', '')}\n\n" + rows([("", *parts), ("---",) * (len(parts) + 1), *cells])


def _plain(table: Mapping[str, Any] | None) -> str:
    """The numbers of a table by name."""
    return rows([("", ""), ("---", "---"), *((key, _number(n)) for key, n in table.items())]) if table else MISSING


def _number(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, (int, float)) else ""


def check(held: Mapping[str, Any]) -> list[str]:
    """What lies below its floor, in words."""
    wanted = json.loads(FLOORS.read_text(encoding="utf-8"))["data"]
    faults = []
    for name, floor in wanted.items():
        section, _, figure = name.partition(": ")
        reached = held[section]
        for key in figure.split("."):
            reached = reached[key]
        if reached < floor:
            faults.append(f"{name} is {reached:.3f}, below its floor of {floor:.3f}")
    return faults


def write(held: Mapping[str, Any]) -> str:
    """The text of the card."""
    return TEMPLATE.read_text(encoding="utf-8").format(f=held, t=tables(held), s=SETTINGS)


def main() -> None:
    """Measure what is asked for, keep it with what was measured before, write the card, and hold it to its floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--only", nargs="+", choices=[*SECTIONS, "nothing"], default=list(SECTIONS))
    given = parser.parse_args()
    path = HOME / FIGURES
    held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) | {"training log": LOG}
    for name in given.only if given.data else ():
        if name in SECTIONS:
            held[name] = rounded(SECTIONS[name](given.data))
            path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    if given.pages:
        held["pages"] = rounded(evaluate(given.pages))
    held["attribution"] = json.loads(ATTRIBUTION.read_text(encoding="utf-8"))
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    CARD.write_text(write(held), encoding="utf-8")
    if faults := check(held):
        sys.exit("\n".join(faults))


if __name__ == "__main__":
    main()
