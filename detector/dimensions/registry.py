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
    """Raise `DataError` where rules or the reference corpus lack a dimension, or speak of one that does not exist."""
    known = {each.id for each in DIMENSIONS}
    ruled = {rule.dimension for rule in book.rules.values()}
    if missing := {each.id for each in DIMENSIONS if each.is_ruled} - ruled:
        raise DataError(f"Rule packs are missing ({', '.join(sorted(missing))}): reinstall Undertone.")
    for file, ids in (("rules", ruled), ("reference.json", scoring.reference()["quantiles"].keys())):
        if strange := ids - known:
            told = f"no dimension is called {', '.join(sorted(strange))}"
            raise DataError(f"{file} cannot be read ({told}): reinstall Undertone.")
