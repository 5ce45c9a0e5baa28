"""The files that rules are made of, and their hash."""

import hashlib
from collections.abc import Mapping
from functools import cache

from detector import languages
from detector.errors import reading
from detector.languages.parts import home

PARTS = ("lexicon", "rules")  # folders of a language


def read_texts(code: str) -> Mapping[str, str]:
    """The lexicons and rule packs of a language, by folder and name. Raises `DataError` where one cannot be read."""
    with reading("rules"):
        folders = [(part, home(code).joinpath(part)) for part in PARTS]  # a language may have neither
        items = [(part, item) for part, folder in folders if folder.is_dir() for item in folder.iterdir()]
    found: dict[str, str] = {}
    for name, item in ((f"{part}/{item.name}", item) for part, item in items if item.name.endswith(".toml")):
        with reading(name):
            found[name] = item.read_text(encoding="utf-8")
    return found


@cache
def digest() -> str:
    """The sha256 of the lexicons and rule packs of all languages. Raises `DataError`."""
    texts = {f"{code}/{name}": text for code in languages.codes() for name, text in read_texts(code).items()}
    return hashlib.sha256("\0".join(f"{name}\0{texts[name]}" for name in sorted(texts)).encode()).hexdigest()
