"""How a report handles its sources: whose words it takes over, how it lets the sides speak, why it hides a name.

Everything here is told of the text alone and of both sides alike; which side is right plays no part.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from detector.article import Quotation, Reading, Source, Span
from detector.dimensions.sourcing.shares import attributed, within
from detector.languages.en.reporting import load
from detector.settings import SETTINGS

Remark = tuple[str, Span, dict[str, Any]]
OUTLETS = re.compile(
    r"\b(?:Times|Post|Journal|News|Herald|Tribune|Guardian|Gazette|Telegraph|Observer|Chronicle|Mail|Mirror|Express"
    r"|Magazine|Reuters|Bloomberg|BBC|CNN|NPR|CNBC|AFP|AP|Associated Press|Agence France-Presse|Al Jazeera|Axios"
    r"|Politico|Spiegel|Monde|Figaro|Repubblica|Xinhua|TASS|Interfax|Daily|Weekly|Tonight)\b"
)
HANDOUT = re.compile(
    r"\b(?:press|news|media) releases?\b|\b(?:press office|press service)\b"
    r"|\bin (?:a|an|its|his|her|their|the)(?: \w+)? (?:statement|release|communiqu[ée])\b"
    r"|\bstatement (?:said|says|read)\b",
    re.I,
)
# Between two stops it is enough to look behind the first word that asks for a reason, which takes linear time.
REASON = re.compile(
    r"(?:\A|(?<=[.!?]))(?:"
    r"(?>[^.!?]*?\b(?:anonym\w+|not (?:to )?be (?:named|identified)|not to name|withh(?:eld|olding))\b)[^.!?]*?"
    r"\b(?:because|for fear|fearing|out of fear|citing|given|owing to|due to|in order to|to discuss|to speak|to protect"
    r"|as (?:he|she|they|the)|since)\b"
    r"|(?>[^.!?]*?\b(?:because|since|as) )[^.!?]*?\bnot (?:authori[sz]ed|allowed|permitted)\b)"
)
NEAR = 260  # characters after an unnamed source within which a reason can stand


@dataclass(frozen=True, slots=True)
class Told:
    """One quotation with its source, and how many words it gives it, in all and in quotation marks."""

    quotation: Quotation
    source: Source
    words: int
    quoted: int


def read(reading: Reading) -> tuple[Told, ...]:
    """The quotations that have a source."""
    inside = reading.prose.quoted
    starts = [token.span.start for token in reading.prose.tokens if token.is_word]
    quoted = [start for start in starts if any_holds(inside, start)]
    return tuple(
        Told(quotation, source, count, sum(within(quoted, piece) for piece in quotation.content))
        for quotation, source, count in attributed(reading)
    )


def any_holds(spans: Sequence[Span], offset: int) -> bool:
    """Whether one of `spans`, sorted and apart, holds `offset`."""
    index = bisect_left(spans, Span(offset, offset + 1))
    near = spans[max(0, index - 1) : index + 1]
    return any(span.start <= offset < span.end for span in near)


def remarks(reading: Reading) -> Iterator[Remark]:
    """Rule, place and evidence of everything that shows; the whole of a story is judged from 30 attributed words on."""
    told = read(reading)
    yield from _second_hand(reading, told)
    if sum(one.words for one in told) >= SETTINGS.sourcing.min_attributed:
        yield from _handed_out(reading, told)
        yield from _one_origin(told)
        yield from _unequal_quoting(told)
        yield from _unequal_verbs(reading, told)


class Reasons:
    """Tells whether a text says why it does not name somebody. A passage that many are named in is searched once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._searched: dict[Span, bool] = {}

    def explain(self, place: Span) -> bool:
        """Whether the text says why the source named at `place` is not named."""
        text, sentence = self._reading.article.text, self._reading.prose.sentence_at(place.start)
        start = sentence.span.start if sentence else place.start
        end = max(sentence.span.end if sentence else 0, min(len(text), place.end + NEAR))
        passage = Span(start, end)
        if passage not in self._searched:
            self._searched[passage] = REASON.search(passage.of(text)) is not None
        return self._searched[passage]


def _second_hand(reading: Reading, told: Sequence[Told]) -> Iterator[Remark]:
    """Other newsrooms that are given words, each where it is named first."""
    own = (reading.article.metadata.site or "").lower()
    seen: set[str] = set()
    for one in told:
        name, place = one.source.name, one.quotation.source_span
        if one.source.kind != "organisation" or one.source.id in seen or not OUTLETS.search(name) or place is None:
            continue
        if name.lower() in own or (own and own in name.lower()):
            continue
        seen.add(one.source.id)
        yield "sourcing.second-hand", place, {"name": name, "source": one.source.id, "share": one.source.share}


def _handed_out(reading: Reading, told: Sequence[Told]) -> Iterator[Remark]:
    """Statements and press releases, where they make up much of what is attributed."""
    text, first, words = reading.article.text, None, 0
    searched: dict[Span, Span | None] = {}
    for one in told:
        spans = (*one.quotation.content, *one.quotation.cue, *filter(None, [one.quotation.source_span]))
        sentences = [reading.prose.sentence_at(span.start) for span in spans]
        start = min((sentence.span.start for sentence in sentences if sentence), default=spans[0].start)
        end = max((sentence.span.end for sentence in sentences if sentence), default=spans[-1].end)
        passage = Span(start, end)
        if passage not in searched:  # one long sentence may hold many quotations
            found = HANDOUT.search(text, start, end)
            searched[passage] = Span(*found.span()) if found else None
        place = searched[passage]
        if place is not None:
            words += one.words
            first = first or place
    share = words / sum(one.words for one in told)
    if first is not None and share >= SETTINGS.sourcing.handed_out:
        yield "sourcing.press-release", first, {"share": round(share, 4), "percent": round(100 * share)}


def _one_origin(told: Sequence[Told]) -> Iterator[Remark]:
    """Several sources that are one: a firm, its spokesman and its report."""
    words: Counter[str] = Counter()
    members: defaultdict[str, set[str]] = defaultdict(set)
    for one in told:
        words[one.source.origin] += one.words
        members[one.source.origin].add(one.source.id)
    origin, count = words.most_common(1)[0]
    share = count / words.total()
    if len(members[origin]) < 2 or share < SETTINGS.sourcing.one_origin:
        return
    place = _first_cue(one for one in told if one.source.origin == origin)
    evidence = {"count": len(members[origin]), "share": round(share, 4), "percent": round(100 * share)}
    names = Counter(one.source.affiliation or one.source.name for one in told if one.source.origin == origin)
    if place is not None:
        yield "sourcing.single-origin", place, {"name": names.most_common(1)[0][0], **evidence}


def _first_cue(told: Iterable[Told]) -> Span | None:
    """The first words that give away what is told: the place of a remark on many, where no other remark stands."""
    return next((one.quotation.cue[0] for one in told if one.quotation.cue), None)


def _sides(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    """What is told by side, those left out that have too few words to compare."""
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.source.side:
            found[one.source.side].append(one)
    least = SETTINGS.sourcing.side_words
    return {side: each for side, each in found.items() if sum(one.words for one in each) >= least}


def _unequal_quoting(told: Sequence[Told]) -> Iterator[Remark]:
    """A side that is only paraphrased beside one that speaks in its own words."""
    sides = _sides(told)
    heard = {side: sum(one.quoted for one in each) for side, each in sides.items()}
    loud = max(heard, key=lambda side: (heard[side], side), default=None)
    if loud is None or heard[loud] < SETTINGS.sourcing.side_words:
        return
    for side, each in sides.items():
        place = _first_cue(each)
        if not heard[side] and place is not None:
            yield "sourcing.unequal-quoting", place, {"name": side, "other": loud, "words": heard[loud]}


@cache
def _weighted() -> Mapping[str, frozenset[str]]:
    words = load().words
    return {"doubting": words.doubting, "vouching": words.vouching}


def _unequal_verbs(reading: Reading, told: Sequence[Told]) -> Iterator[Remark]:
    """Sides of which one only "claims" and "admits" while another only "explains" and "notes"."""
    verbs = {side: _verbs(reading, each) for side, each in _sides(told).items()}
    least = SETTINGS.sourcing.side_verbs
    doubted = [side for side, (doubts, vouches) in verbs.items() if len(doubts) >= least and not vouches]
    trusted = [side for side, (doubts, vouches) in verbs.items() if len(vouches) >= least and not doubts]
    for side in doubted if trusted else ():
        spans, others = verbs[side][0], verbs[trusted[0]][1]
        text = reading.article.text
        evidence = {"name": side, "other": trusted[0]}
        said = {"verbs": _listed(text, spans), "others": _listed(text, others)}
        yield "sourcing.unequal-verbs", spans[0], evidence | said


def _verbs(reading: Reading, each: Sequence[Told]) -> tuple[list[Span], list[Span]]:
    """Where a side's words are introduced by a verb that doubts them, and by one that vouches for them."""
    found: tuple[list[Span], list[Span]] = ([], [])
    verbs, weighted = load().verbs, _weighted()
    for one in each:
        for cue in one.quotation.cue:
            lemmas = {verbs[low].lemma for low in cue.of(reading.article.text).lower().split() if low in verbs}
            if lemmas & weighted["doubting"]:
                found[0].append(cue)
            elif lemmas & weighted["vouching"]:
                found[1].append(cue)
    return found


def _listed(text: str, spans: Sequence[Span]) -> str:
    """The words at `spans`, each once: “claims” and “admits”."""
    verbs = load().verbs
    told = (next(word for word in span.of(text).split() if word.lower() in verbs) for span in spans)
    words = list(dict.fromkeys(f"“{word}”" for word in told))[:3]
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
