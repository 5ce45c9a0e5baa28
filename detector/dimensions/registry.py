"""The dimensions, in the order in which `detector.schema.by_dimension` lists them, each made by the folder of its name;
and what is listed without a score (`LISTINGS`)."""

from importlib import import_module

from detector.dimensions import scoring
from detector.dimensions.dimension import Dimension, Listing
from detector.errors import DataError
from detector.rules import RuleBook
from detector.schema.by_dimension import ByDimension

UNSCORED = ("claims",)  # folders beside this file that list something without a score


def _made_by(folder: str) -> Dimension:
    """The dimension that a folder beside this file makes. Raises `DataError` where it is called otherwise."""
    dimension: Dimension = import_module(f"detector.dimensions.{folder}").DIMENSION
    if dimension.id != folder:
        raise DataError(f"detector.dimensions.{folder} makes a dimension called {dimension.id}.")
    return dimension


def _listed_by(folder: str) -> Listing:
    """What a folder beside this file lists without a score."""
    listing: Listing = import_module(f"detector.dimensions.{folder}").LISTING
    return listing


DIMENSIONS = tuple(map(_made_by, ByDimension.__struct_fields__))
LISTINGS = tuple(map(_listed_by, UNSCORED))


def named(dimension: str) -> Dimension:
    """The dimension of this id. Raises `KeyError`."""
    return {each.id: each for each in DIMENSIONS}[dimension]


def name_of(dimension: str) -> str:
    """What the dimension of this id is called where a language says nothing; empty for what has no score."""
    return {each.id: each.texts.name for each in DIMENSIONS}.get(dimension, "")


def check(book: RuleBook) -> None:
    """Raise `DataError` where a language's rules or reference corpus lack a dimension that its pack promises, or speak
    of one that does not exist."""
    known = {each.id for each in DIMENSIONS} | {each.id for each in LISTINGS}
    if missing := set(book.pack.rules) - book.dimensions:
        raise DataError(f"Rule packs are missing ({', '.join(sorted(missing))}): reinstall Undertone.")
    table = scoring.reference(book.pack.code)
    ranked = frozenset(table["quantiles"]) if table else frozenset[str]()
    for file, ids in (("rules", book.dimensions), ("reference.json", ranked)):
        if strange := ids - known:
            reason = f"no dimension is called {', '.join(sorted(strange))}"
            raise DataError(f"{file} cannot be read ({reason}): reinstall Undertone.")
