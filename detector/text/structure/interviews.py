"""Interviews without labels: questions set off in bold or italics or as headings, or paragraphs that ask, each with its
answer. Subheads that ask in a text of the author's own are none: there nobody speaks of himself to somebody."""

from collections.abc import Iterator, Sequence

from detector.article import Utterance
from detector.settings import SETTINGS
from detector.text.structure import hosts
from detector.text.structure.body import Body, words_in

Taken = tuple[Utterance, frozenset[int]]


def find_interviews(body: Body, free: frozenset[int]) -> Iterator[Taken]:
    """The answers of an interview, whose guest the introduction names, among the blocks that are `free`, and the blocks
    that each takes."""
    strong = [index for index in sorted(free) if _is_strong(body, index)]
    marked = sum(hosts.asks(body, body.blocks[index].span) for index in strong) >= SETTINGS.structure.questions
    if marked:
        asked = _from_first_question(body, strong)
    else:
        asked = [index for index in sorted(free) if hosts.is_question(body, index)]
    if not asked or not (marked or _is_dense(asked)) or not _is_interview(body, asked, marked=marked):
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


def _is_dense(asked: Sequence[int]) -> bool:
    """Whether questions come often enough for what stands between them to be their answers."""
    return len(asked) >= SETTINGS.structure.dense * (asked[-1] - asked[0] + 1)


def _is_introduced(body: Body, asked: Sequence[int]) -> bool:
    """Whether the title or what stands before the first question says that somebody is asked."""
    first = body.blocks[asked[0]].span.start
    return bool(body.introduces_interview.search(body.text, 0, first))


def _is_interview(body: Body, asked: Sequence[int], *, marked: bool) -> bool:
    """Whether enough questions are asked, to somebody, and answered by somebody who speaks of himself. They are
    introduced as an interview's, or set off (`marked`) and put to the other person most of the time."""
    settings, layout = SETTINGS.structure, body.layout
    apart = [number for number, index in enumerate(asked) if index + 1 < _next(body, asked, number)]
    if len(apart) < settings.questions or len(apart) < settings.telling * len(asked):
        return False
    said = [words_in(body.unquoted(body.blocks[index].span)) for index in asked]
    to_somebody = sum(not words.isdisjoint(layout.asking) for words in said)
    of_himself = sum(not words.isdisjoint(layout.singular) for words in said)
    least = settings.asking if _is_introduced(body, asked) else 2 * settings.asking if marked else 1.0
    if to_somebody < least * len(asked) or of_himself > to_somebody:
        return False
    answered = sum(_is_personal(body, asked[number] + 1, _next(body, asked, number)) for number in apart)
    return answered >= settings.telling * len(apart)


def _is_personal(body: Body, first: int, last: int) -> bool:
    """Whether somebody says "I" in an answer, outside quotation marks."""
    words = (words_in(body.unquoted(body.blocks[index].span)) for index in range(first, last))
    return any(not each.isdisjoint(body.layout.singular) for each in words)


def _next(body: Body, asked: Sequence[int], number: int) -> int:
    return asked[number + 1] if number + 1 < len(asked) else len(body.blocks)
