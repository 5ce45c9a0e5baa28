"""The server's own words in the language of whoever reads them: the gettext catalogues of `server/locale/`.

The English sentence is the key, so the code reads as what it prints; `tools/make_catalogue.py` collects the sentences.
Commands use `gettext` itself, as click does for its own words: the language is that of the environment.
"""

import gettext
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

DOMAIN = "undertone"
FOLDER = Path(__file__).parent / "locale"
DEFAULT = "en"
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides


def languages() -> list[str]:
    """The languages that there are words in."""
    return [DEFAULT, *sorted(path.name for path in FOLDER.iterdir() if path.is_dir())]


def in_language(code: str) -> gettext.NullTranslations:
    """The words of a language; English where there is no catalogue of it."""
    return gettext.translation(DOMAIN, FOLDER, [code], fallback=True)


def of_environment(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the environment asks for; English where it names none that there are words in."""
    asked = next(filter(None, map(environment.get, VARIABLES)), "")
    codes = (name[:2].lower() for name in asked.split(":") if name[2:3] in ("", "_", ".", "@", "-"))
    return next((code for code in codes if code in languages()), DEFAULT)


def noted(sentence: str) -> str:
    """The same sentence, collected for the catalogues here and translated where it is shown."""
    return sentence


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Have `gettext` (and so click, and the processes that are started) speak a language within the block."""
    before, name = os.environ.get(VARIABLES[0]), VARIABLES[0]
    gettext.bindtextdomain(DOMAIN, FOLDER)
    gettext.textdomain(DOMAIN)
    os.environ[name] = code
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
