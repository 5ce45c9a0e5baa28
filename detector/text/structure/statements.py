"""Statements and letters: "The council said in a statement:" with what follows, "Dear readers," to "Yours, Jane Roe".

Here only what is announced is found; whether the line reports speech, grammar tells.
"""

import re
from collections.abc import Iterator

from detector.article import Span, Utterance
from detector.settings import SETTINGS
from detector.text.structure import credit_lines
from detector.text.structure.body import Body

Taken = tuple[Utterance, frozenset[int]]
_ITEM = re.compile(r"(?:[-•●▪■◦‣·*–—]|\(?\w{1,2}[.)])\s")


def find_statements(body: Body, free: frozenset[int]) -> Iterator[Taken]:
    """What is announced among the blocks that are `free`, with the blocks that each takes."""
    taken: set[int] = set()
    personal = _is_personal(body, free)
    for index in sorted(free):
        if index not in taken:
            made = _letter(body, index, free) or _announced(body, index, free, personal=personal)
            if made is not None:
                taken |= made[1]
                yield made


def _is_personal(body: Body, free: frozenset[int]) -> bool:
    """Whether the author speaks of himself: in a block that no line announces, nor follows on one that is."""
    first = end = -1
    for index in sorted(free):
        if body.words_of(index).endswith(":") and (index >= end or index == first):
            first, end = index + 1, _told_until(body, index + 1, free)
        elif body.tells(body.blocks[index].span) and not first <= index < end:
            return True
    return False


def _told_until(body: Body, first: int, free: frozenset[int]) -> int:
    """Where the blocks end that an announced speaker goes on with: from block `first` on, as long as somebody speaks of
    himself as in that, or to the reader, one block between two such set aside. Who says "I" is not who says "we"."""
    if first not in free or not body.tells(body.blocks[first].span):
        return first + 1
    tells = body.tells_alone if body.tells_alone(body.blocks[first].span) else body.tells
    end = index = first + 1
    while index in free and index <= end + 1 and index < first + SETTINGS.structure.statement:
        span = body.blocks[index].span
        if tells(span) or (index == end and body.addresses(span)):
            end = index + 1
        index += 1
    return end


def _announced(body: Body, index: int, free: frozenset[int], *, personal: bool) -> Taken | None:
    """The blocks that stand under a line with a colon, or one that shows a statement; where the author speaks of
    himself as well, that somebody does tells nothing about how far they go."""
    lead = body.blocks[index].span
    if index + 1 not in free or _letter(body, index + 1, free) is not None:
        return None
    shown = body.shows(lead) and body.tells(body.blocks[index + 1].span)
    if not lead.of(body.text).endswith(":") and not shown:
        return None
    last = index + 2 if personal else _told_until(body, index + 1, free)
    limit = index + SETTINGS.structure.statement
    quoted = body.is_quoted(index + 1)
    if body.words_of(index + 1).endswith(":") and last == index + 2:
        return None
    while last in free and last <= limit and _goes_on(body, last, quoted=quoted):
        last += 1
    blocks = range(index + 1, last)
    if body.words_of(blocks[-1]).endswith(":"):
        blocks = blocks[:-1]
    if not blocks:
        return None
    said = [body.blocks[each].span for each in blocks]
    closing = said.pop()
    name, end = credit_lines.closing(body.text, closing)
    said += [Span(closing.start, end)] if end > closing.start else []
    sure = shown or name is not None
    return (Utterance("block", tuple(said), name, lead, sure=sure), frozenset(blocks)) if said else None


def _goes_on(body: Body, index: int, *, quoted: bool) -> bool:
    """Whether a block goes on with the statement above it: it is quoted as that was, or the next item of a list."""
    if quoted:
        before = body.quoted_in(body.blocks[index - 1].span)
        return body.is_quoted(index) and bool(before) and not before[-1].closed
    return not body.is_quoted(index) and all(_ITEM.match(body.words_of(each)) for each in (index - 1, index))


def _greets(body: Body, index: int) -> bool:
    """Whether a block begins as a letter does: Dear Members,"""
    words = body.words_of(index).split()
    return len(words) > 1 and words[0].lower() in body.layout.salutations and words[1][0].isupper()


def _letter(body: Body, index: int, free: frozenset[int]) -> Taken | None:
    """A letter inside an article: from its salutation to its signature."""
    if index == 0 or not _greets(body, index):
        return None
    for end in range(index + 1, min(index + SETTINGS.structure.letter, len(body.blocks))):
        if end not in free:
            return None
        if _closes(body, end):
            name, last = _last_line(body, end), end
            if name is None and end + 1 in free:
                name = credit_lines.cited(body.text, body.blocks[end + 1].span)
                last = end + 1 if name is not None else end
            said = tuple(body.blocks[each].span for each in range(index, end))
            return Utterance("block", said, name, body.blocks[index - 1].span), frozenset(range(index, last + 1))
    return None


def _closes(body: Body, index: int) -> bool:
    """Whether a block begins with a closing formula: Yours sincerely,"""
    first = body.words_of(index).split("\n")[0]
    limit = SETTINGS.structure.closing_line + len(first)
    return first.strip(" ,.!").lower() in body.layout.closings and len(body.blocks[index].span) <= limit


def _last_line(body: Body, index: int) -> Span | None:
    """The name under the closing formula, in the same block."""
    span = body.blocks[index].span
    at = body.text.find("\n", span.start, span.end)
    return credit_lines.cited(body.text, Span(at + 1, span.end)) if at >= 0 else None
