"""What markup and layout give to speakers, as raw quotations: the credit names the speaker, else the turn's label, else
the lead-in, else, of an interview, the introduction.

Positions are token indices; spans are offsets into the article's text.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from detector.article import Part, Prose, Span, Utterance
from detector.attribution.entities.context import Context
from detector.attribution.entities.names import Name
from detector.attribution.extraction.rules import lead_ins
from detector.attribution.tokens.token_table import Words
from detector.attribution.tokens.types import RawQuotation


def find_quotations(context: Context, prose: Prose) -> tuple[RawQuotation, ...]:
    """The quotations that `prose.utterances` are; what the author says in a frame of its own is none."""
    guest = _guest(context, prose.utterances) if any(each.guest for each in prose.utterances) else None
    return tuple(_quotations(context.words, prose.utterances, guest))


def _quotations(words: Words, utterances: Sequence[Utterance], guest: Span | None) -> Iterator[RawQuotation]:
    for each in utterances:
        if not each.content:
            continue
        lead = lead_ins.announce(words, each.lead) if each.lead is not None else None
        if not each.sure and (lead is None or lead.subject is None):
            continue
        if each.speaker is None and lead is not None and lead.own:
            continue  # the author quotes himself
        source = each.speaker or (guest if each.guest else lead.subject if lead is not None else None)
        cue = (lead.cue,) if lead is not None and source == lead.subject and lead.cue is not None else ()
        if each.kind in ("block", "embed", "turn"):
            yield RawQuotation(each.content, cue, source, each.kind, "speech")


def without_overlaps(
    raws: Sequence[RawQuotation], quotations: Sequence[RawQuotation], utterances: Sequence[Utterance]
) -> tuple[RawQuotation, ...]:
    """`raws` without what grammar makes of words that are set off, of labels and of credits."""
    spans = [piece for each in quotations for piece in each.content]
    spans += [each.speaker for each in utterances if each.speaker is not None]
    taken = _Taken(spans)
    return tuple(raw for raw in raws if not taken.holds(raw))


class _Taken:
    """Stretches of text that are no matter of grammar."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, raw: RawQuotation) -> bool:
        """Whether the content, the cue or the source of a quotation touches one."""
        return any(map(self._touches, (*raw.content, *raw.cue, *((raw.source,) if raw.source else ()))))

    def _touches(self, span: Span) -> bool:
        index = max(0, bisect_right(self._starts, span.start) - 1)
        return any(taken.overlaps(span) for taken in self._spans[index : index + 2])


def _guest(context: Context, utterances: Sequence[Utterance]) -> Span | None:
    """Where the introduction names the person who is asked: the one whom it and the headline name most."""
    first = min((span.start for each in utterances for span in each.content), default=0)
    words, names = context.words, context.names
    counted: Counter[str] = Counter()
    longest = dict[str, Name]()
    for name in names.mentions:
        if words.start[name.core[0]] >= first:
            break
        if name.kind == "organisation" or name.core[0] in context.places:
            continue
        key = names.surname(name.words)
        counted[key] += 1
        if key not in longest or len(name.words) > len(longest[key].words):
            longest[key] = name
    headline = {
        words.low[i] for unit in words.units if unit.part is Part.HEADLINE for i in range(unit.first, unit.last)
    }
    people = [key for key, name in longest.items() if name.kind == "person" or len(name.words) > 1]
    best = max(people, key=lambda key: (counted[key] + (key in headline), -longest[key].core[0]), default=None)
    return words.span(longest[best].first, longest[best].core[1]) if best is not None else None
