"""The numbers and names that the schema is made of, with their bounds."""

from typing import Annotated, Any, Literal

from msgspec import Meta

Share = Annotated[float, Meta(ge=0, le=1)]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0)]
Offset = Annotated[int, Meta(ge=0, description="An offset in Unicode code points from the start of the text.")]
Pair = Annotated[tuple[Offset, Offset], Meta(description="Start and end of a span.")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
SourceId = Annotated[str, Meta(pattern="^s[0-9]+$")]
Severity = Literal["mild", "notable", "strong"]
SEVERITIES: tuple[Severity, ...] = ("mild", "notable", "strong")
Level = Annotated[str, Meta(description="The level in a word, as the dimension names its levels.")]
DimensionName = Annotated[
    str, Meta(description="A dimension, by the name of its score in `scores`; or `claims`, which has none.")
]
Facts = Annotated[dict[str, Any], Meta(description="What was counted for the score. More facts may be added.")]
