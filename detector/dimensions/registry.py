"""The dimensions, in the order in which `detector.schema.by_dimension` lists them; each is made by the folder of its
name."""

from importlib import import_module

from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension
from detector.errors import DataError
from detector.rules import RuleBook
from detector.schema.by_dimension import ByDimension


def _made_by(folder: str) -> Dimension:
    """The dimension that a folder beside this file makes. Raises `DataError` where it is called otherwise."""
    dimension: Dimension = import_module(f"detector.dimensions.{folder}").DIMENSION
    if dimension.id != folder:
        raise DataError(f"detector.dimensions.{folder} makes a dimension called {dimension.id}.")
    return dimension


DIMENSIONS = tuple(map(_made_by, ByDimension.__struct_fields__))


def named(dimension: str) -> Dimension:
    """The dimension of this id. Raises `KeyError`."""
    return {each.id: each for each in DIMENSIONS}[dimension]


def check(book: RuleBook) -> None:
    """Raise `DataError` where a language's rules or reference corpus lack a dimension that its pack promises, or speak
    of one that does not exist."""
    known = {each.id for each in DIMENSIONS}
    if missing := set(book.pack.rules) - book.dimensions:
        raise DataError(f"Rule packs are missing ({', '.join(sorted(missing))}): reinstall Undertone.")
    table = scoring.reference(book.pack.code)
    ranked = frozenset(table["quantiles"]) if table else frozenset[str]()
    for file, ids in (("rules", book.dimensions), ("reference.json", ranked)):
        if strange := ids - known:
            reason = f"no dimension is called {', '.join(sorted(strange))}"
            raise DataError(f"{file} cannot be read ({reason}): reinstall Undertone.")
