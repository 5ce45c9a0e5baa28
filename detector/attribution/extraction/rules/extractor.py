"""Raw quotations by rules: every head and every utterance in quotation marks, each with its content.

Positions are token indices until the last step, which makes them offsets into the article's text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detector.article import Part
from detector.attribution.extraction.rules import content_span, pointing, reporting_clauses, speaker_labels
from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.extraction.rules.content_span import Content
from detector.attribution.extraction.rules.scene import Scene
from detector.attribution.syntax import animacy
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable, Unit
from detector.attribution.tokens.types import RawQuotation
from detector.languages.cues import Kind

SAYING = frozenset({"clause", "hearer"})
ASIDE = 3  # words outside quotation marks that still leave a sentence nothing but quoted
UNCLAIMED = 4  # quoted words from which an utterance counts although nobody is given it


@dataclass(frozen=True, slots=True)
class PartialQuotation:
    """A quotation in the making, in token ranges."""

    content: Content
    cue: Phrase | None
    source: Phrase | None
    kind: Kind
    block: int


def extract(words: TokenTable) -> tuple[RawQuotation, ...]:
    """All quotations of an article by rules, in the order of their content."""
    drafts: list[PartialQuotation] = []
    labelled = speaker_labels.find_labels(words)
    for unit in words.units:
        if unit.first in labelled:
            label, colon = labelled[unit.first]
            drafts.append(PartialQuotation(((colon + 1, unit.last),), (colon, colon + 1), label, "speech", unit.block))
        elif unit.part in (Part.BODY, Part.HEADLINE):
            drafts.extend(_of_unit(words, unit, drafts))
    return to_quotations(words, drafts)


def extract_from(words: TokenTable, units: Iterable[Unit]) -> tuple[RawQuotation, ...]:
    """The quotations that have a cue in each of these units, whatever stands around it."""
    found = (draft for unit in units for draft in _of_unit(words, unit, []) if draft.cue is not None)
    return to_quotations(words, found)


def _of_unit(words: TokenTable, unit: Unit, earlier: list[PartialQuotation]) -> list[PartialQuotation]:
    pointed = pointing.find_speaker(words, unit)
    last = earlier[-1] if earlier else None
    if pointed is not None and last is not None and last.source is None and unit.block - last.block <= 1:
        earlier[-1] = replace(last, cue=pointed[0], source=pointed[1])
        return []
    scene = Scene(words, unit, reporting_clauses.find_heads(words, unit), tuple(_quotes(words, unit)))
    found: list[PartialQuotation] = []
    claimed = unit.first
    for position, head in enumerate(scene.heads):
        content = content_span.find_content(scene, position, claimed)
        if content and not _is_nested(words, head, found):
            found.append(PartialQuotation(content, head.cue, head.subject, head.kind, unit.block))
            end = max(last for _, last in content)
            if head.order == "follows" or (words.raw[end : end + 1] in ((",",), (";",)) and _claims(words, head)):
                claimed = max(claimed, end, head.end)
    taken = [piece for draft in found for piece in draft.content]
    loose = [quote for quote in scene.quotes if _stands_alone(words, quote) and not _overlaps(taken, quote)]
    if loose:
        _hold_over(words, unit, tuple(loose), found, earlier)
    return found


def _is_nested(words: TokenTable, head: ReportingClause, found: Sequence[PartialQuotation]) -> bool:
    """Whether the head is a thought or a deed inside what somebody else says, or a statement there that nobody makes: 4
    percent reported an illness; asked that Roe announce it."""
    if not _overlaps([piece for draft in found for piece in draft.content], (head.cue[0], head.cue[0] + 1)):
        return False
    if head.kind == "speech" and any(words.quoted[head.end : head.end + 1 + words.is_determiner(head.end)]):
        return False  # a town that one resident called | “dead”; what Roe called the | “dead town”
    if head.kind != "speech" or head.frames.isdisjoint(SAYING):
        return True
    subject = animacy.head_of(words, head.subject)
    verb = head.cue[1] - 1
    wished = words.form[verb] == "base" and verb == head.subject[1] and words.pos[subject] == "PROPN"
    return wished or any(words.pos[index] == "NUM" for index in range(*head.subject))


def _claims(words: TokenTable, head: ReportingClause) -> bool:
    """Whether what the head gives away is nobody else's: not what is thought or shown by what somebody does, nor what a
    relative clause adds, which is told by whom the sentence is: He knew it was old, | a spokesman said."""
    cue = words.grammar.cues.verbs.get(words.low[head.cue[1] - 1])
    finds = cue is not None and cue.lemma in words.grammar.speech_acts.findings
    if finds and not (animacy.is_document(words, head.subject) or animacy.is_body(words, head.subject)):
        return False
    return head.kind == "speech" and words.low[head.subject[0]] not in words.grammar.clauses.subjects


def _overlaps(pieces: Sequence[Phrase], quote: Phrase) -> bool:
    return any(first < quote[1] and quote[0] < last for first, last in pieces)


def _quotes(words: TokenTable, unit: Unit) -> Iterator[Phrase]:
    """The stretches in quotation marks, marks included."""
    index = unit.first
    while index < unit.last:
        first = index
        while index < unit.last and words.quoted[index]:
            index += 1
        if index > first:
            yield first, index
        else:
            index += 1


def _stands_alone(words: TokenTable, quote: Phrase) -> bool:
    return content_span.is_utterance(words, quote) and words.count(*quote) >= UNCLAIMED


def _hold_over(
    words: TokenTable, unit: Unit, quotes: Content, found: list[PartialQuotation], earlier: list[PartialQuotation]
) -> None:
    """Give quoted words that no head claims to the speaker before them, or to nobody."""
    if found:
        found[-1] = replace(found[-1], content=tuple(sorted((*found[-1].content, *quotes))))
        return
    at = _last_quoted(words, earlier)
    last = earlier[at] if earlier else None
    outside = sum(words.is_word(index) for index in range(unit.first, unit.last) if not words.quoted[index])
    near = last is not None and unit.block - last.block <= 1 and last.kind == "speech"
    if last is None or not near or (outside > ASIDE and unit.block != last.block):
        found.append(PartialQuotation(quotes, None, None, "speech", unit.block))
    else:
        earlier[at] = replace(last, content=(*last.content, *quotes), block=unit.block)


def _last_quoted(words: TokenTable, earlier: Sequence[PartialQuotation]) -> int:
    """Where in `earlier` stands who goes on: the last, or before whom it only cites: “…,” | Roe | said, according to
    the Gazette. “…”"""
    if len(earlier) < 2 or earlier[-1].cue is None or not earlier[-2].content:
        return -1
    cue, spoken = earlier[-1].cue[0], earlier[-2].content[0][0]
    cites = words.low[cue] in words.grammar.cues.words.attributing_words
    return -2 if cites and words.quoted[spoken] and words.unit_of[spoken] == words.unit_of[cue] else -1


def to_quotations(words: TokenTable, drafts: Iterable[PartialQuotation]) -> tuple[RawQuotation, ...]:
    """The drafts in offsets of the text, in the order of their content."""
    return tuple(sorted((_raw(words, draft) for draft in drafts), key=lambda raw: raw.content))


def _raw(words: TokenTable, draft: PartialQuotation) -> RawQuotation:
    return RawQuotation(
        content=tuple(words.span(*_trim(words, piece)) for piece in draft.content),
        cue=(words.span(*draft.cue),) if draft.cue else (),
        source=words.span(*draft.source) if draft.source else None,
        style=_style(words, draft.content),
        kind=draft.kind,
    )


def _style(words: TokenTable, content: Content) -> Literal["direct", "mixed", "indirect"]:
    said = [words.quoted[index] for piece in content for index in range(*piece) if words.is_word(index)]
    return "direct" if said and all(said) else "mixed" if any(said) else "indirect"


def _trim(words: TokenTable, piece: Phrase) -> Phrase:
    """A piece without the quotation marks around it."""
    first, last = piece
    if all(words.quoted[first:last]):
        while last - first > 1 and words.raw[first] in MARKS:
            first += 1
        while last - first > 1 and words.raw[last - 1] in MARKS:
            last -= 1
    return first, last
