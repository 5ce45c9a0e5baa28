"""Everything that belongs to one language, in a folder named by its ISO 639-1 code; `load` gives its pack."""

from functools import cache
from importlib import import_module
from importlib.resources import files

from detector.languages.pack import Pack

__all__ = ["Pack", "codes", "load"]


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages that have a pack, sorted."""
    folders = (item for item in files(__name__).iterdir() if item.is_dir())
    return tuple(sorted(item.name for item in folders if item.joinpath("__init__.py").is_file()))


def load(code: str) -> Pack | None:
    """The pack of a language, `None` where there is none. Raises `DataError` where a file of it is damaged."""
    if code not in codes():
        return None
    pack: Pack = import_module(f"{__name__}.{code}").PACK
    return pack
