"""Transcripts and interviews with labelled turns: who speaks, who only asks, and lists in which nobody speaks.

A label counts by what all of them look like: speakers come again, entries of a list each stand once.
"""

from collections.abc import Iterator, Sequence

from detector.article import Span, Utterance
from detector.settings import SETTINGS
from detector.text.structure import hosts, labels, speakers
from detector.text.structure.body import Body, words_in
from detector.text.structure.labels import Label
from detector.text.structure.speakers import Turn, lay_out

Taken = tuple[Utterance, frozenset[int]]


def find_turns(body: Body, free: frozenset[int]) -> Iterator[Taken]:
    """The turns of a transcript, or the entries of a list, among the blocks that are `free`, with those that each
    takes."""
    found = list(labels.find_labels(body, free))
    lettered = [label for label in found if label.shape in ("question", "answer")]
    if {"question", "answer"} <= {label.shape for label in lettered}:
        yield from _answers(body, lay_out(body, free, lettered))
        return
    speaking = speakers.choose(body, free, found)
    if speaking:
        topics = [label for label in found if label.shape == "topic"]
        ordered = sorted((*speaking, *topics), key=lambda label: label.name.start)
        yield from _transcript(body, lay_out(body, free, ordered))
    else:
        yield from _entries(body, free, [label for label in found if label.shape in ("capitals", "strong", "name")])


def _answers(body: Body, turns: Sequence[Turn]) -> Iterator[Taken]:
    """Q. and A.: the answers are the guest's."""
    for turn in turns:
        if turn.label.shape == "question":
            yield Utterance("question", (), turn.label.name), frozenset(turn.blocks[:1])
        else:
            yield Utterance("turn", _said(body, turn), guest=True), frozenset(turn.blocks)


def _transcript(body: Body, turns: Sequence[Turn]) -> Iterator[Taken]:
    """Labelled turns: those of an interviewer are the author's, and so is what stands under a topic."""
    asking = hosts.find_hosts(body, [(turn.label, turn.opening, turn.blocks) for turn in turns])
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
    if len(found) < SETTINGS.structure.entries or len({label.key for label in found}) < len(found):
        return
    turns = lay_out(body, free, found)
    telling = sum(not body.layout.singular.isdisjoint(words_in(body.unquoted(turn.opening))) for turn in turns)
    speaking = telling >= SETTINGS.structure.telling * len(turns)
    for turn in turns:
        quoted = _quoted_only(body, turn)
        if quoted or (speaking and turn.opening):
            yield Utterance("turn", quoted or (turn.opening,), turn.label.name), frozenset(turn.blocks[:1])
        else:
            yield Utterance("entry", (), turn.label.name), frozenset()
