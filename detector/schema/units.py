"""The numbers and names that wire forms are made of, with their bounds. Offsets are Unicode code points, half-open."""

from collections.abc import Iterable
from typing import Annotated, Any

from msgspec import Meta

from detector.dimensions.registry import DIMENSIONS

Share = Annotated[float, Meta(ge=0, le=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]
Offset = Annotated[int, Meta(ge=0, description="Unicode code points from the start of the text.")]
Pair = Annotated[list[Offset], Meta(min_length=2, max_length=2, description="Start and end of a span.")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Voice = Annotated[
    str,
    Meta(
        pattern="^(author|mixed|source:(s[0-9]+|unknown))$",
        description="Whose words: the author's, a source's (`unknown` where nobody is given them), or several's.",
    ),
]


def _one_of(names: Iterable[str]) -> Meta:
    """That a string is one of `names`."""
    listed = list(dict.fromkeys(names))
    return Meta(pattern=f"^({'|'.join(listed)})$", extra_json_schema={"enum": listed})


Level = Annotated[str, _one_of(level for dimension in DIMENSIONS for level in dimension.levels)]
DimensionName = Annotated[str, _one_of(dimension.id for dimension in DIMENSIONS)]
Facts = Annotated[dict[str, Any], Meta(description="What was counted and measured; more may come.")]
