"""From reporting heads to raw quotations: what stretch of text each head gives to its subject.

Positions are token indices until the last step, which makes them offsets into the article's text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detector.attribution.cues import load
from detector.attribution.heads import Head, find
from detector.attribution.phrases import BE, FINITE, HAVE, Phrase
from detector.attribution.raw import RawQuotation
from detector.attribution.words import MARKS, Unit, Words
from detector.model import Part

CONJUNCTIONS = frozenset("and but while though although yet as so".split())
FRONTED = frozenset(
    "despite if when while after before since because although though as in at on by during through with without until".split()
)
EMPTY = frozenset("this that it them him her us me these those so anything nothing something".split())
STOPS = frozenset({".", "!", "?", "…", "..."})


@dataclass(frozen=True, slots=True)
class Draft:
    """A quotation in the making, in token ranges."""

    content: tuple[Phrase, ...]
    cue: Phrase | None
    source: Phrase | None
    kind: Literal["speech", "thought"]
    block: int


def extract(words: Words) -> tuple[RawQuotation, ...]:
    """All quotations of an article by rules, in the order of their content."""
    drafts: list[Draft] = []
    for unit in words.units:
        if unit.part in (Part.BODY, Part.HEADLINE):
            drafts.extend(_of_unit(words, unit, drafts))
    return tuple(sorted((_raw(words, draft) for draft in drafts), key=lambda raw: raw.content))


def _of_unit(words: Words, unit: Unit, earlier: list[Draft]) -> list[Draft]:
    heads = find(words, unit)
    quotes = list(_quotes(words, unit))
    found: list[Draft] = []
    claimed = unit.first
    for position, head in enumerate(heads):
        content = _content(words, unit, heads, position, quotes, claimed)
        if not content or _nested(head, found):
            continue
        found.append(Draft(content, head.cue, head.subject, head.kind, unit.block))
        stop = max(end for _, end in content)
        if head.order == "follows" or (stop < unit.last and words.raw[stop] in (",", ";")):
            claimed = max(claimed, stop, head.end)
    loose = [
        q for q in quotes if _big(words, q) and words.count(*q) >= 4 and not any(_covers(draft, q) for draft in found)
    ]
    if loose:
        _hold_over(words, unit, tuple(loose), found, earlier)
    return found


def _nested(head: Head, found: Sequence[Draft]) -> bool:
    """Whether the head is a thought or a deed inside what somebody else says."""
    if head.kind == "speech" and "clause" in head.frames:
        return False
    return any(first <= head.cue[0] < last for draft in found for first, last in draft.content)


def _covers(draft: Draft, quote: Phrase) -> bool:
    return any(first < quote[1] and quote[0] < last for first, last in draft.content)


def _quotes(words: Words, unit: Unit) -> Iterator[Phrase]:
    """The stretches in quotation marks, marks included."""
    index = unit.first
    while index < unit.last:
        if not words.quoted[index]:
            index += 1
            continue
        first = index
        while index < unit.last and words.quoted[index]:
            index += 1
        yield first, index


def _big(words: Words, quote: Phrase) -> bool:
    """Whether quoted words are an utterance of their own and not a phrase or a title."""
    first, last = quote
    inner = last - 1 - (words.raw[last - 1] in MARKS)
    return last - first >= 7 or (inner >= first and words.raw[inner] in STOPS | {","} and last - first >= 4)


def _content(
    words: Words, unit: Unit, heads: Sequence[Head], position: int, quotes: Sequence[Phrase], claimed: int
) -> tuple[Phrase, ...]:
    head = heads[position]
    if head.order == "leads":
        return _following(words, unit, heads, position, quotes, head.content)
    content = _preceding(words, head, quotes, claimed, unit)
    after = head.content
    if content and head.passive and after < unit.last and (words.low[after] == "as" or words.quoted[after]):
        return content + _following(words, unit, heads, position, quotes, after)
    while after < unit.last and words.raw[after] in (",", ":", ".", ";"):
        after += 1
    if content and not head.passive and after < unit.last and words.raw[after - 1] in (",", ":"):
        content += _resumed(words, unit, heads, position, quotes, after, content[-1])
    return content


def _preceding(words: Words, head: Head, quotes: Sequence[Phrase], claimed: int, unit: Unit) -> tuple[Phrase, ...]:
    end = head.start
    while end > claimed and words.raw[end - 1] in (",", "—", "–", "--"):
        end -= 1
    first = claimed
    while first < end and (words.raw[first] in (",", ";", ":") or words.low[first] in ("and", "but")):
        first += 1
    near = [quote for quote in quotes if claimed <= quote[0] and quote[1] == end]
    if near and (_big(words, near[0]) and not words.count(first, near[0][0])):
        return (near[0],)
    if near and _big(words, near[0]) and words.raw[near[0][0] - 1] in (":", ".", ","):
        return (near[0],)
    enough = 1 if words.raw[head.end : head.end + 1] == (",",) else 2
    return ((first, end),) if words.count(first, end) >= enough else ()


def _resumed(
    words: Words, unit: Unit, heads: Sequence[Head], position: int, quotes: Sequence[Phrase], after: int, said: Phrase
) -> tuple[Phrase, ...]:
    """What goes on after a head in the middle: "…," she said, "…"."""
    if words.quoted[after]:
        return tuple(quote for quote in quotes if quote[0] == after)
    if words.quoted[said[0]] and words.quoted[said[1] - 1]:
        return ()
    if words.tag[after] == "VBG" or words.low[after] in ("who", "which", "where", "whose"):
        return ()
    return _following(words, unit, heads, position, quotes, after)


def _following(
    words: Words, unit: Unit, heads: Sequence[Head], position: int, quotes: Sequence[Phrase], first: int
) -> tuple[Phrase, ...]:
    end = _boundary(words, unit, heads, position, first)
    while end > first and (words.raw[end - 1] in (",", ";", "—", "–", "--") or words.raw[end - 1] in STOPS):
        end -= 1
    opening = [quote for quote in quotes if quote[0] == first]
    if opening and (_big(words, opening[0]) or opening[0][1] >= end):
        rest = [quote for quote in quotes if quote[0] >= opening[0][1] and quote[1] <= end]
        if _big(words, opening[0]):
            return (opening[0], *(quote for quote in rest if _big(words, quote)))
    if end - first == 1 and words.low[first] in EMPTY:
        return ()
    return ((first, end),) if words.count(first, end) >= 1 else ()


def _boundary(words: Words, unit: Unit, heads: Sequence[Head], position: int, first: int) -> int:
    """Where the content that begins at `first` ends: before the next head of the same level, or with the unit."""
    limit = _relative_end(words, unit, heads[position], first)
    for head in heads[position + 1 :]:
        start = head.start
        if start <= first:
            continue
        if start > limit:
            break
        if words.raw[start - 1] in (",", ";", "—", "–", "--") and (head.joined or _clause(words, first, start - 1)):
            return start - 1
        if words.low[start - 1] in CONJUNCTIONS:
            comma = words.raw[start - 2] == ","
            if comma or head.joined:
                return start - 2 if comma else start - 1
        if head.order == "follows" and not head.passive:
            return start
    return limit


def _clause(words: Words, first: int, last: int) -> bool:
    """Whether tokens `[first, last)` are more than an opening phrase such as "at the end of the day"."""
    if words.quoted[last - 1] or "," in words.raw[first:last]:
        return True
    opening = words.low[first + (words.low[first] == "that")]
    verbs = any(
        words.tag[k][:2] in ("VB", "MD") or words.low[k] in BE or words.low[k] in HAVE for k in range(first, last)
    )
    return verbs and opening not in FRONTED


def _relative_end(words: Words, unit: Unit, head: Head, first: int) -> int:
    """Where a relative clause ends: Roe, who says she is tired, | left."""
    if head.subject is None or words.low[head.subject[0]] not in ("who", "which") or head.subject[0] == unit.first:
        return unit.last
    if words.raw[head.subject[0] - 1] not in (",", "—", "–"):
        return unit.last
    for index in range(first + 1, min(unit.last - 1, first + 60)):
        if words.raw[index] in (",", "—", "–") and not words.quoted[index]:
            after = index + 1
            if words.tag[after] in FINITE or (words.low[after] in load().verbs and words.tag[after] == "VBN"):
                return index
    return unit.last


def _hold_over(words: Words, unit: Unit, quotes: tuple[Phrase, ...], found: list[Draft], earlier: list[Draft]) -> None:
    """Give quoted words that no head claims to the speaker before them, or to nobody."""
    if found:
        found[-1] = replace(found[-1], content=tuple(sorted((*found[-1].content, *quotes))))
        return
    last = earlier[-1] if earlier else None
    outside = sum(words.is_word(k) for k in range(unit.first, unit.last) if not words.quoted[k])
    near = last is not None and unit.block - last.block <= 1 and last.kind == "speech"
    if last is not None and near and (outside <= 3 or unit.block == last.block):
        earlier[-1] = replace(last, content=(*last.content, *quotes), block=unit.block)
    else:
        found.append(Draft(quotes, None, None, "speech", unit.block))


def _raw(words: Words, draft: Draft) -> RawQuotation:
    inside = total = 0
    for first, last in draft.content:
        for index in range(first, last):
            if words.is_word(index):
                total += 1
                inside += words.quoted[index]
    style: Literal["direct", "mixed", "indirect"] = (
        "direct" if total and inside == total else "mixed" if inside else "indirect"
    )
    return RawQuotation(
        content=tuple(words.span(*_trim(words, piece)) for piece in draft.content),
        cue=(words.span(*draft.cue),) if draft.cue else (),
        source=words.span(*draft.source) if draft.source else None,
        style=style,
        kind=draft.kind,
    )


def _trim(words: Words, piece: Phrase) -> Phrase:
    """A piece without the quotation marks around it."""
    first, last = piece
    if all(words.quoted[first:last]):
        while last - first > 1 and words.raw[first] in MARKS:
            first += 1
        while last - first > 1 and words.raw[last - 1] in MARKS:
            last -= 1
    return first, last
