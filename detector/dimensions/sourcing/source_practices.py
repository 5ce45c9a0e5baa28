"""How a report handles its sources: whose words it takes over, how it lets the sides speak, why it hides a name.

Everything here is told of the text alone and of both sides alike; which side is right plays no part.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detector import languages
from detector.article import Part, Quotation, Reading, Source, Span
from detector.dimensions.sourcing.shares import attributed, within
from detector.languages.cues import Cues
from detector.rules import RuleBook
from detector.settings import SETTINGS

Remark = tuple[str, Span, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Statement:
    """One quotation with its source, and how many words it gives it, in all and in quotation marks."""

    quotation: Quotation
    source: Source
    words: int
    quoted: int


def read_statements(reading: Reading) -> tuple[Statement, ...]:
    """The quotations that have a source."""
    quoted = [token.span.start for token in reading.prose.tokens if token.quoted and token.is_word]
    return tuple(
        Statement(quotation, source, count, sum(within(quoted, piece) for piece in quotation.content))
        for quotation, source, count in attributed(reading)
    )


def remarks(reading: Reading, book: RuleBook) -> Iterator[Remark]:
    """Rule, place and evidence of everything that shows; the whole of a story is judged from 30 attributed words on.
    A comment may draw on whom it likes."""
    statements, argues = read_statements(reading), reading.genre.argues
    if not argues:
        yield from _second_hand(reading, statements, book.patterns["outlet"], book.patterns["supposed"])
    if sum(one.words for one in statements) >= SETTINGS.sourcing.min_attributed:
        yield from _handed_out(reading, statements, book.patterns["handout"])
        if not argues:
            yield from _one_origin(statements)
        yield from _unequal_quoting(statements)
        if grammar := book.pack.attribution:
            yield from _unequal_verbs(reading, statements, grammar.cues)


def _second_hand(
    reading: Reading, statements: Sequence[Statement], outlet: re.Pattern[str], supposed: re.Pattern[str]
) -> Iterator[Remark]:
    """Other newsrooms whose findings are passed on, each where it is named first. One that the story is about speaks
    for itself, as does one that is quoted word for word."""
    subjects = [party.name.lower() for party in reading.parties]
    own = f"{reading.article.metadata.site or ''} {_dateline(reading)}".lower()
    seen: list[str] = []
    for one in statements:
        name, place = one.source.name, one.quotation.source_span
        if one.source.kind != "organisation" or place is None or any(name in known for known in seen):
            continue
        text = reading.article.text
        if not (outlet.search(name) and outlet.search(place.of(text))) or text.startswith("/", place.end):
            continue  # a poll of several is no newsroom's finding
        if name.lower() in own or any(subject in name.lower() or name.lower() in subject for subject in subjects):
            continue
        before = text[max(0, place.start - SETTINGS.sourcing.dateline) : place.start]
        asks = supposed.search(before)  # somebody interviewed by it
        if one.quotation.style in ("indirect", "mixed") and not asks:
            seen.append(name)
            yield "sourcing.second-hand", place, {"name": name, "source": one.source.id, "share": one.source.share}


def _dateline(reading: Reading) -> str:
    """What stands in brackets in the opening words of the body, where an agency names itself: LONDON (Reuters) –."""
    body = next(iter(reading.article.parts(Part.BODY)), None)
    opening = body.span.of(reading.article.text)[: SETTINGS.sourcing.dateline] if body else ""
    return opening.partition("(")[2].partition(")")[0]


def _handed_out(reading: Reading, statements: Sequence[Statement], handout: re.Pattern[str]) -> Iterator[Remark]:
    """Statements and press releases, where they make up much of what is attributed."""
    text, first, words = reading.article.text, None, 0
    searched: dict[Span, Span | None] = {}
    for one in statements:
        spans = (*one.quotation.content, *one.quotation.cue, *filter(None, [one.quotation.source_span]))
        sentences = [reading.prose.sentence_at(span.start) for span in spans]
        start = min((sentence.span.start for sentence in sentences if sentence), default=spans[0].start)
        end = max((sentence.span.end for sentence in sentences if sentence), default=spans[-1].end)
        passage = Span(start, end)
        if passage not in searched:  # one long sentence may hold many quotations
            found = handout.search(text, start, end)
            searched[passage] = Span(*found.span()) if found else None
        place = searched[passage]
        if place is not None:
            words += one.words
            first = first or place
    share = words / sum(one.words for one in statements)
    if first is not None and share >= SETTINGS.sourcing.handed_out:
        yield "sourcing.press-release", first, {"share": round(share, 4), "percent": round(100 * share)}


def _one_origin(statements: Sequence[Statement]) -> Iterator[Remark]:
    """Several sources that are one: a firm, its spokesman and its report."""
    words: Counter[str] = Counter()
    members: defaultdict[str, set[str]] = defaultdict(set)
    for one in statements:
        words[one.source.origin] += one.words
        members[one.source.origin].add(one.source.id)
    origin, count = words.most_common(1)[0]
    share = count / words.total()
    if len(members[origin]) < 2 or share < SETTINGS.sourcing.one_origin:
        return
    place = _first_cue(one for one in statements if one.source.origin == origin)
    evidence = {"count": len(members[origin]), "share": round(share, 4), "percent": round(100 * share)}
    names = Counter(one.source.affiliation or one.source.name for one in statements if one.source.origin == origin)
    if place is not None:
        yield "sourcing.single-origin", place, {"name": names.most_common(1)[0][0], **evidence}


def _first_cue(statements: Iterable[Statement]) -> Span | None:
    """The first words that introduce a statement: the place of a remark on many, where no other remark stands."""
    return next((one.quotation.cue[0] for one in statements if one.quotation.cue), None)


def _sides(statements: Sequence[Statement]) -> Mapping[str, Sequence[Statement]]:
    """The statements by side, those left out that have too few words to compare."""
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for one in statements:
        if one.source.side:
            found[one.source.side].append(one)
    least = SETTINGS.sourcing.side_words
    return {side: each for side, each in found.items() if sum(one.words for one in each) >= least}


def _unequal_quoting(statements: Sequence[Statement]) -> Iterator[Remark]:
    """A side that is only paraphrased beside one of the other camp that speaks in its own words; each with a named
    person, for a body or a document has no voice to be heard."""
    sides = {side: each for side, each in _sides(statements).items() if any(_is_person(one) for one in each)}
    camps = {side: {one.source.camp for one in each} for side, each in sides.items()}
    heard = {side: sum(one.quoted for one in each) for side, each in sides.items()}
    loud = max(heard, key=lambda side: (heard[side], side), default=None)
    least = SETTINGS.sourcing.quoted_words
    if loud is None or heard[loud] < least:
        return
    for side, each in sides.items():
        place = _first_cue(each)
        opposed = camps[side] | camps[loud] == {"for", "against"} and camps[side].isdisjoint(camps[loud])
        if opposed and not heard[side] and place is not None and sum(one.words for one in each) >= least:
            yield "sourcing.unequal-quoting", place, {"name": side, "other": loud, "words": heard[loud]}


def _is_person(one: Statement) -> bool:
    return one.source.named and one.source.kind == "person"


def _unequal_verbs(reading: Reading, statements: Sequence[Statement], cues: Cues) -> Iterator[Remark]:
    """Sides of which one only "claims" and "admits" while another only "explains" and "notes"."""
    verbs = {side: _verbs(reading, each, cues) for side, each in _sides(statements).items()}
    least = SETTINGS.sourcing.side_verbs
    doubted = [side for side, (doubts, vouches) in verbs.items() if len(doubts) >= least and not vouches]
    trusted = [side for side, (doubts, vouches) in verbs.items() if len(vouches) >= least and not doubts]
    for side in doubted if trusted else ():
        spans, others = verbs[side][0], verbs[trusted[0]][1]
        evidence = {"name": side, "other": trusted[0]}
        said = {"verbs": _listed(reading, spans, cues), "others": _listed(reading, others, cues)}
        yield "sourcing.unequal-verbs", spans[0], evidence | said


def _verbs(reading: Reading, each: Sequence[Statement], cues: Cues) -> tuple[list[Span], list[Span]]:
    """Where a side's words are introduced by a verb that doubts them, and by one that vouches for them."""
    found: tuple[list[Span], list[Span]] = ([], [])
    for one in each:
        for cue in one.quotation.cue:
            lemmas = {
                cues.verbs[low].lemma for low in cue.of(reading.article.text).lower().split() if low in cues.verbs
            }
            if lemmas & cues.words.doubting:
                found[0].append(cue)
            elif lemmas & cues.words.vouching:
                found[1].append(cue)
    return found


def _listed(reading: Reading, spans: Sequence[Span], cues: Cues) -> str:
    """The words at `spans`, each once: “claims” and “admits”."""
    text = reading.article.text
    verbs = (next(word for word in span.of(text).split() if word.lower() in cues.verbs) for span in spans)
    return languages.messages_for(reading.reader).listed(list(dict.fromkeys(f"“{word}”" for word in verbs))[:3])
