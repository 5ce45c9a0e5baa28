"""The numbers and names that wire forms are made of, with their bounds. Offsets are Unicode code points, half-open."""

from typing import Annotated, Any, Literal

from msgspec import Meta

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
Level = Literal["low", "notable", "strong", "thin", "mixed", "broad"]
DimensionName = Literal["headline", "sourcing", "wording"]
Facts = Annotated[dict[str, Any], Meta(description="What was counted and measured; more may come.")]
