"""What markup and layout give to speakers, read before any grammar."""

from dataclasses import dataclass
from typing import Literal

from detector.article.page import Span

Style = Literal["direct", "mixed", "indirect", "block", "embed", "turn"]
SET_OFF: frozenset[Style] = frozenset({"block", "embed", "turn"})  # given by markup or layout


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that markup or layout gives to a speaker, whatever their grammar.

    `kind`: a block quotation, an embedded post, a turn of a transcript or interview; a question, which the author asks,
    or an entry of a list, in which nobody speaks: the last two have no `content`. `speaker` is the credit or the label
    that names the speaker, `lead` the block that announces the words; where these are not `sure`, somebody else says
    them only if the lead-in reports speech. Of a `guest`'s words the introduction tells whose they are.
    """

    kind: Literal["block", "embed", "turn", "question", "entry"]
    content: tuple[Span, ...]
    speaker: Span | None = None
    lead: Span | None = None
    guest: bool = False
    sure: bool = True
