"""Reading the lexicon files of a language, `lexicon/<name>.toml` in its folder."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, TypeVar, get_type_hints

from detector.errors import DataError, reading

Filled = TypeVar("Filled")


class Table(dict[str, Any]):
    """What a lexicon file holds, by key; a key that it lacks is damage."""

    def __init__(self, name: str, content: Mapping[str, Any]) -> None:
        super().__init__(content)
        self.name = name

    def __missing__(self, key: str) -> Any:  # noqa: ANN401 - never comes back
        """Raise `DataError` for the key."""
        raise DataError(f"lexicon/{self.name}.toml lacks {key!r}: reinstall Undertone.")


def read_table(code: str, name: str) -> Table:
    """The file `name` of language `code`. Raises `DataError` where it is missing or damaged."""
    with reading(f"lexicon/{name}.toml"):
        file = files("detector").joinpath("languages", code, "lexicon", f"{name}.toml")
        return Table(name, tomllib.loads(file.read_text(encoding="utf-8")))


def fill(kind: type[Filled], table: Mapping[str, Any]) -> Filled:
    """A dataclass made out of the keys of `table` that are named as its fields: words in one string become a set, a
    list of phrases a set of tuples of words, and a list of texts a tuple, as the field's type asks."""
    hints = get_type_hints(kind)
    return kind(**{key: _convert(table[key], hints[key]) for key in hints})


def _convert(value: Any, kind: Any) -> Any:  # noqa: ANN401 - as TOML and its field have it
    if kind == frozenset[str]:
        return frozenset(value.split())
    if kind == frozenset[tuple[str, ...]]:
        return frozenset(tuple(phrase.split()) for phrase in value)
    return tuple(value) if kind == tuple[str, ...] else value
