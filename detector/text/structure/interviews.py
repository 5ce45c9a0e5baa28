"""Interviews without labels: questions set off in bold or italics or as headings, or paragraphs that ask, each with its
answer. Subheads that ask in a text of the author's own are none: there nobody speaks of himself to somebody."""

from collections.abc import Iterator, Sequence

from detector.article import Utterance
from detector.settings import SETTINGS
from detector.text.structure import hosts
from detector.text.structure.body import Body, words_in

Taken = tuple[Utterance, frozenset[int]]


def find(body: Body, free: frozenset[int]) -> Iterator[Taken]:
    """The answers of an interview, whose guest the introduction names, among the blocks that are `free`, and the blocks
    that each takes."""
    strong = [index for index in sorted(free) if _is_strong(body, index)]
    if sum(hosts.asks(body, body.blocks[index].span) for index in strong) >= SETTINGS.structure.questions:
        asked = _from_first_question(body, strong)
    else:
        asked = [index for index in sorted(free) if hosts.is_question(body, index)]
    if not _is_interview(body, asked):
        return
    for number, index in enumerate(asked):
        last = asked[number + 1] if number + 1 < len(asked) else _end(body, index)
        answer = tuple(each for each in range(index + 1, last) if each in free)
        yield Utterance("question", ()), frozenset({index})
        if answer:
            yield Utterance("turn", tuple(body.blocks[each].span for each in answer), guest=True), frozenset(answer)


def _is_strong(body: Body, index: int) -> bool:
    """Whether a block is set off as a whole."""
    block = body.blocks[index]
    return block.markup.quote is None and any(
        len(span) >= len(block.span) - 2 and span.start <= block.span.start + 1 for span in block.markup.strong
    )


def _from_first_question(body: Body, strong: Sequence[int]) -> list[int]:
    """The set-off blocks from the first that asks: an interviewer also states."""
    first = next(index for index in strong if hosts.asks(body, body.blocks[index].span))
    return [index for index in strong if index >= first]


def _end(body: Body, question: int) -> int:
    """Where the last answer ends: after its first block, and those that follow in which somebody speaks of himself."""
    last = min(question + 2, len(body.blocks))
    while last < len(body.blocks) and body.tells(body.blocks[last].span):
        last += 1
    return last


def _is_interview(body: Body, asked: Sequence[int]) -> bool:
    """Whether enough questions are asked, to somebody, and answered by somebody who speaks of himself."""
    settings, layout = SETTINGS.structure, body.layout
    apart = [index for number, index in enumerate(asked) if index + 1 < _next(body, asked, number)]
    if len(apart) < settings.questions or len(apart) < settings.telling * len(asked):
        return False
    said = [words_in(body.unquoted(body.blocks[index].span)) for index in asked]
    to_somebody = sum(not words.isdisjoint(layout.asking) for words in said)
    of_himself = sum(not words.isdisjoint(layout.telling) for words in said)
    if to_somebody < settings.asking * len(asked) or of_himself > to_somebody:
        return False
    answered = sum(
        any(body.tells(body.blocks[each].span) for each in range(index + 1, _next(body, asked, asked.index(index))))
        for index in apart
    )
    return answered >= settings.telling * len(apart)


def _next(body: Body, asked: Sequence[int], number: int) -> int:
    return asked[number + 1] if number + 1 < len(asked) else len(body.blocks)
