"""The dimensions: the one list of them, in the order in which they are shown."""

from detector.dimensions import headline, scoring, sourcing, wording
from detector.dimensions.dimension import Dimension
from detector.errors import DataError
from detector.rules import RuleBook

DIMENSIONS: tuple[Dimension, ...] = (headline.DIMENSION, sourcing.DIMENSION, wording.DIMENSION)


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
            told = f"no dimension is called {', '.join(sorted(strange))}"
            raise DataError(f"{file} cannot be read ({told}): reinstall Undertone.")
