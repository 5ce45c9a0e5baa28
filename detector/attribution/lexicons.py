"""Reading the lexicon files of attribution."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from detector.errors import DataError


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of `lexicon/<name>.toml`. Raises `DataError` where it is missing or damaged."""
    try:
        return tomllib.loads(files("detector").joinpath(f"lexicon/{name}.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(f"lexicon/{name}.toml cannot be read ({error}): reinstall Undertone.") from error


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The top-level word lists of `lexicon/<name>.toml`, by key."""
    return {key: frozenset(words.split()) for key, words in table(name).items() if isinstance(words, str)}


@cache
def twins() -> dict[str, str]:
    """Words of women with their twins of men, pronouns too: "spokeswoman" with "spokesman"."""
    data = table("people")
    pairs = zip(data["female_words"].split(), data["male_words"].split(), strict=True)
    return {"she": "he", "herself": "himself", "hers": "his", "women": "men"} | dict(pairs)
