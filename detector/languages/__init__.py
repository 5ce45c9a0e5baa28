"""Everything that belongs to one language, in a folder named by its ISO 639-1 code; `load` gives its pack."""

from functools import cache, reduce
from importlib import import_module
from pkgutil import iter_modules

from detector.errors import DataError
from detector.languages import plain
from detector.languages.messages import Messages
from detector.languages.pack import Pack
from detector.languages.parts import ShortText
from detector.languages.terms import PageTerms

DEFAULT = "en"  # what is said where the reader's language has no texts

__all__ = [
    "DEFAULT",
    "Messages",
    "Pack",
    "ShortText",
    "codes",
    "load",
    "messages_for",
    "pack_for",
    "page_terms",
    "spoken",
]


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a pack, sorted."""
    return tuple(sorted(module.name for module in iter_modules(__path__) if module.ispkg))


def load(code: str) -> Pack | None:
    """The pack of a language, `None` where there is none. Raises `DataError` where a file of it is damaged."""
    if code not in codes():
        return None
    pack: Pack = import_module(f"{__name__}.{code}").PACK
    return pack


def pack_for(code: str) -> Pack:
    """The pack of a language, or one that knows no word where there is none. Raises `DataError` as `load` does."""
    return load(code) or plain.PACK


def spoken() -> tuple[str, ...]:
    """The codes of the languages that reports can be written in, sorted."""
    return tuple(code for code in codes() if pack_for(code).messages)


def messages_for(code: str) -> Messages:
    """The texts for a reader of this language, those of `DEFAULT` where there are none. Raises `DataError` as `load`
    does."""
    found = pack_for(code).messages or pack_for(DEFAULT).messages
    if found is None:
        raise DataError(f"The texts of {DEFAULT!r} are missing: reinstall Undertone.")
    return found


@cache
def page_terms() -> PageTerms:
    """The terms of all languages, for pages are read before their language is known. Raises `DataError`."""
    packs = (load(code) for code in codes())
    return reduce(PageTerms.together, (pack.page_terms for pack in packs if pack), PageTerms())
