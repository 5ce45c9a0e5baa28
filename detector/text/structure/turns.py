"""Transcripts and interviews with labelled turns: who speaks, who only asks, and lists in which nobody speaks.

A label counts by what all of them look like: speakers come again, entries of a list each stand once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detector.article import Span, Utterance
from detector.settings import SETTINGS
from detector.text.structure import hosts, labels
from detector.text.structure.body import Body, trimmed
from detector.text.structure.labels import Label

Taken = tuple[Utterance, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Turn:
    """A label with what follows it before the next one: the rest of its block and further blocks (indices), `blocks`
    in all."""

    label: Label
    opening: Span
    blocks: tuple[int, ...]


def find(body: Body, free: frozenset[int]) -> Iterator[Taken]:
    """The turns of a transcript, or the entries of a list, among the blocks that are `free`, with those that each
    takes."""
    found = list(labels.find(body, free))
    lettered = {"question", "answer"} <= {label.shape for label in found}
    speaking = [label for label in found if label.shape not in ("question", "answer", "topic")]
    if lettered:
        yield from _answers(body, _turns(body, free, [each for each in found if each.shape in ("question", "answer")]))
    elif _is_transcript(body, free, speaking):
        yield from _transcript(body, _turns(body, free, found))
    elif len(speaking) >= SETTINGS.structure.entries:
        yield from _entries(body, free, speaking)


def _turns(body: Body, free: frozenset[int], found: Sequence[Label]) -> list[Turn]:
    """The labels with what belongs to each; after the last, and where too much stands between two, only the rest of
    the label's block and further blocks in which somebody speaks of himself."""
    made: list[Turn] = []
    for label, following in pairwise((*found, None)):
        if label is None:
            continue
        span = body.blocks[label.block].span
        same = following is not None and following.block == label.block
        end = following.name.start if following is not None and same else span.end
        last = following.block if following is not None else len(body.blocks)
        blocks = [index for index in range(label.block + 1, last) if index in free]
        if following is None or len(blocks) > SETTINGS.structure.turn:
            blocks = _telling(body, blocks)
        made.append(Turn(label, trimmed(body.text, label.end, end), (label.block, *(() if same else blocks))))
    return made


def _telling(body: Body, blocks: Sequence[int]) -> list[int]:
    """The first of `blocks` up to where nobody speaks of himself any more, nor asks."""
    kept: list[int] = []
    for number, index in enumerate(blocks[: SETTINGS.structure.turn]):
        asked = number > 0 and hosts.is_question(body, blocks[number - 1])
        if not (asked or hosts.is_question(body, index) or body.tells(body.blocks[index].span)):
            break
        kept.append(index)
    return kept


def _is_transcript(body: Body, free: frozenset[int], found: Sequence[Label]) -> bool:
    """Whether the labels are those of people who speak in turn: some come again, or a question is answered."""
    by_key = _by_key(found)
    least = SETTINGS.structure.turns_named if any(one.shape == "name" for one in found) else SETTINGS.structure.turns
    if len(by_key) < 2 or len(found) < least:
        return False
    again = any(len(each) > 1 for each in by_key.values())
    return again or any(hosts.asks(body, turn.opening) for turn in _turns(body, free, found)[:-1])


def _by_key(found: Sequence[Label]) -> Mapping[str, list[Label]]:
    by_key: defaultdict[str, list[Label]] = defaultdict(list)
    for label in found:
        by_key[label.key].append(label)
    return by_key


def _answers(body: Body, turns: Sequence[Turn]) -> Iterator[Taken]:
    """Q. and A.: the answers are the guest's."""
    for turn in turns:
        if turn.label.shape == "question":
            yield Utterance("question", (), turn.label.name), frozenset(turn.blocks[:1])
        else:
            yield Utterance("turn", _said(body, turn), guest=True), frozenset(turn.blocks)


def _transcript(body: Body, turns: Sequence[Turn]) -> Iterator[Taken]:
    """Labelled turns: those of an interviewer are the author's, and so is what stands under a topic."""
    asking = hosts.find(body, [(turn.label, turn.opening, turn.blocks) for turn in turns])
    for turn in turns:
        if turn.label.key in asking or turn.label.shape == "topic":
            yield Utterance("question", (), turn.label.name), frozenset(turn.blocks[:1])
        else:
            said = _quoted_only(body, turn) or _said(body, turn)
            yield Utterance("turn", said, turn.label.name), frozenset(turn.blocks)


def _said(body: Body, turn: Turn) -> tuple[Span, ...]:
    """What stands in a turn, without questions that somebody else puts in between."""
    said = [turn.opening] if turn.opening else []
    return (*said, *(body.blocks[index].span for index in turn.blocks[1:] if not hosts.is_question(body, index)))


def _quoted_only(body: Body, turn: Turn) -> tuple[Span, ...]:
    """The words in quotation marks with which a turn opens; the rest of it is about them. Empty where it has none."""
    return tuple(each.inside for each in body.quoted_in(turn.opening) if each.span.start == turn.opening.start)


def _entries(body: Body, free: frozenset[int], found: Sequence[Label]) -> Iterator[Taken]:
    """Labels that each stand once: people who speak of themselves, or a list in which nobody speaks."""
    if len(_by_key(found)) < len(found):
        return
    turns = _turns(body, free, found)
    telling = sum(body.tells(turn.opening) for turn in turns)
    speaking = telling >= SETTINGS.structure.telling * len(turns)
    for turn in turns:
        quoted = _quoted_only(body, turn)
        if quoted or (speaking and turn.opening):
            yield Utterance("turn", quoted or (turn.opening,), turn.label.name), frozenset(turn.blocks[:1])
        else:
            yield Utterance("entry", (), turn.label.name), frozenset()
