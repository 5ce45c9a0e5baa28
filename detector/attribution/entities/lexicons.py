"""Reading the lexicon files of attribution."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from detector.errors import DataError, reading


class Table(dict[str, Any]):
    """What a file of the package holds, by key; a key that it lacks is damage."""

    def __init__(self, name: str, held: Mapping[str, Any]) -> None:
        super().__init__(held)
        self.name = name

    def __missing__(self, key: str) -> Any:  # noqa: ANN401 - never comes back
        """Raise `DataError` for the key."""
        raise DataError(f"lexicon/{self.name}.toml lacks {key!r}: reinstall Undertone.")


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML table of `lexicon/<name>.toml`. Raises `DataError` where it is missing or damaged."""
    with reading(f"lexicon/{name}.toml"):
        text = files("detector").joinpath(f"languages/en/lexicon/{name}.toml").read_text(encoding="utf-8")
        return Table(name, tomllib.loads(text))


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The top-level word lists of `lexicon/<name>.toml`, by key. Raises `DataError` as `table` does."""
    lists = {key: frozenset(words.split()) for key, words in table(name).items() if isinstance(words, str)}
    return Table(name, lists)


@cache
def twins() -> dict[str, str]:
    """Words of women with their twins of men, pronouns too: "spokeswoman" with "spokesman"."""
    data = table("people")
    pairs = zip(data["female_words"].split(), data["male_words"].split(), strict=True)
    return {"she": "he", "herself": "himself", "hers": "his", "women": "men"} | dict(pairs)
