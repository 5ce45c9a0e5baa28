"""The list of the dimensions. It stands in the schema, so that what a report says by dimension is typed for callers."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from msgspec import Struct

from detector.schema.units import DimensionName

T = TypeVar("T")


class ByDimension(Struct, Generic[T], frozen=True):
    """A value for each dimension, in the order in which they are shown.

    A line of this class registers the dimension that the folder of its name in `detector/dimensions/` makes.
    """

    headline: T
    sourcing: T
    wording: T

    def items(self) -> Iterator[tuple[DimensionName, T]]:
        """The name of each dimension and its value, in their order."""
        yield from ((name, getattr(self, name)) for name in self.__struct_fields__)

    def values(self) -> Iterator[T]:
        """The values in their order."""
        yield from (value for _, value in self.items())
