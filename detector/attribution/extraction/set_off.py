"""What markup and layout give to speakers, as raw quotations: the credit names the speaker, else the turn's label, else
the lead-in, else, of an interview, the introduction.

Positions are token indices; spans are offsets into the article's text.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detector.article import Prose, Span, Utterance
from detector.attribution.entities.context import Context
from detector.attribution.extraction import announced, speaker_names
from detector.attribution.extraction.rules import lead_ins
from detector.attribution.tokens.token_table import TokenTable
from detector.attribution.tokens.types import RawQuotation


def find_quotations(context: Context, prose: Prose) -> tuple[RawQuotation, ...]:
    """The quotations that `prose.utterances` are; what the author says in a frame of its own is none."""
    guest = (
        speaker_names.find_guest(context, prose.utterances) if any(each.guest for each in prose.utterances) else None
    )
    return tuple(_quotations(context, prose.utterances, guest))


def _quotations(context: Context, utterances: Sequence[Utterance], guest: Span | None) -> Iterator[RawQuotation]:
    words, known = context.words, speaker_names.KnownNames(context, utterances)
    for each in utterances:
        if not each.content or (each.kind == "turn" and _is_place(context, each.speaker)):
            continue
        lead = lead_ins.announce(words, each.lead) if each.lead is not None else None
        if not each.sure and (lead is None or lead.subject is None):
            continue
        if each.speaker is None and lead is not None and lead.own:
            continue  # the author quotes himself
        speaker = known.full(each.speaker) if each.speaker is not None and each.kind == "turn" else each.speaker
        source = speaker or (guest if each.guest else lead.subject if lead is not None else None)
        cue = (lead.cue,) if lead is not None and source == lead.subject and lead.cue is not None else ()
        if each.kind in ("block", "embed", "turn"):
            content = each.content if each.sure or source is None else announced.own_words(context, each, source, cue)
            if not content:
                continue
            signed = source is not None and source == each.speaker and _is_as_written(words, each)
            yield RawQuotation(content, cue, source, each.kind, "speech", signed=signed)


def _is_as_written(words: TokenTable, utterance: Utterance) -> bool:
    """Whether the speaker is named as he signs: under a post, or by a handle before a colon."""
    name = utterance.speaker.of(words.text) if utterance.speaker is not None else ""
    return utterance.kind == "embed" or (utterance.kind == "turn" and name.islower())


def _is_place(context: Context, label: Span | None) -> bool:
    """Whether the label of a turn is only a place: an entry of a list, and no speaker."""
    first, last = context.words.tokens_within(label) if label is not None else (0, 0)
    place = context.places.get(first) if last > first else None
    return place is not None and place.last >= last


def together(
    prose: Prose, quotations: Sequence[RawQuotation], raws: Sequence[RawQuotation]
) -> tuple[RawQuotation, ...]:
    """The `quotations` found here and, of the `raws` that grammar finds, what is made neither of words that are set off
    nor of labels and credits; in the order of the text."""
    spans = [piece for each in quotations for piece in each.content]
    spans += [each.speaker for each in prose.utterances if each.speaker is not None]
    taken = _Taken(spans)
    left = [rest for raw in raws if (rest := taken.rest(raw)) is not None]
    return tuple(sorted((*quotations, *left), key=lambda raw: raw.content))


class _Taken:
    """Stretches of text that are no matter of grammar."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def rest(self, raw: RawQuotation) -> RawQuotation | None:
        """A quotation whose cue and source touch none of them, without the pieces that do; `None` where all do: said it
        was | late: | “It is late. …"""
        if any(map(self._touches, (*raw.cue, *((raw.source,) if raw.source else ())))):
            return None
        kept = tuple(piece for piece in raw.content if not self._touches(piece))
        if len(kept) == len(raw.content):
            return raw
        return replace(raw, content=kept, style="indirect") if kept and raw.style == "mixed" else None

    def _touches(self, span: Span) -> bool:
        index = max(0, bisect_right(self._starts, span.start) - 1)
        return any(taken.overlaps(span) for taken in self._spans[index : index + 2])
