"""What any extractor, by rules or trained, hands to the resolver: stretches of text, with nobody named yet."""

from dataclasses import dataclass
from typing import Literal

from detector.article import Span, Style


@dataclass(frozen=True, slots=True)
class RawQuotation:
    """One attribution as found: what is said, by which words it is given, and to which words (offsets in the text).

    `source` is `None` for words in quotation marks that nobody is given. `spoken` is what of the content surely is not
    the author's; `None` where nobody has judged that, so that all of it counts. `signed`: the source is a name as it
    stands, whatever it looks like (@a_handle, tall glass of tea).
    """

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: Span | None
    style: Style
    kind: Literal["speech", "thought"]
    spoken: tuple[Span, ...] | None = None
    signed: bool = False
