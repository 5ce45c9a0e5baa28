"""Which labels are those of people who speak in turn, and how far each turn goes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise, takewhile

from detector.article import Span
from detector.settings import SETTINGS
from detector.text.structure import hosts, labels
from detector.text.structure.body import Body, trimmed, words_in
from detector.text.structure.labels import Label


@dataclass(frozen=True, slots=True)
class Turn:
    """A label with what follows it before the next one: the rest of its block and further blocks (indices), `blocks`
    in all."""

    label: Label
    opening: Span
    blocks: tuple[int, ...]


def lay_out(body: Body, free: frozenset[int], found: Sequence[Label]) -> list[Turn]:
    """The labels with what belongs to each; after the last, and where too much stands between two, only the rest of
    the label's block and further blocks in which somebody speaks of himself."""
    made: list[Turn] = []
    keys = {label.key for label in found if label.shape != "topic"}
    for label, following in pairwise((*found, None)):
        if label is None:
            continue
        span = body.blocks[label.block].span
        same = following is not None and following.block == label.block
        end = following.name.start if following is not None and same else span.end
        last = following.block if following is not None else len(body.blocks)
        blocks = [index for index in range(label.block + 1, last) if index in free]
        blocks = list(takewhile(lambda index: not _is_about(body, index, keys), blocks))
        if following is None or following.shape == "topic" or len(blocks) > SETTINGS.structure.turn:
            blocks = _telling(body, blocks, least=int(label.shape == "line"))
        made.append(Turn(label, trimmed(body.text, label.end, end), (label.block, *(() if same else blocks))))
    return made


def _is_about(body: Body, index: int, keys: Set[str]) -> bool:
    """Whether a block tells of one of those who speak, and nobody in it speaks of himself or to another."""
    span = body.blocks[index].span
    if body.tells(span) or body.addresses(span):
        return False
    words = words_in(body.unquoted(span))
    return not keys.isdisjoint(words | {word.removesuffix("'s") for word in words})


def _telling(body: Body, blocks: Sequence[int], least: int) -> list[int]:
    """The first of `blocks` up to where nobody speaks of himself any more, nor asks; `least` of them in any case."""
    kept: list[int] = []
    for number, index in enumerate(blocks[: SETTINGS.structure.turn]):
        asked = number > 0 and hosts.is_question(body, blocks[number - 1])
        tells = asked or hosts.is_question(body, index) or body.tells(body.blocks[index].span)
        if number >= least and not tells:
            break
        kept.append(index)
    return kept


def choose(body: Body, free: frozenset[int], found: Sequence[Label]) -> Sequence[Label]:
    """Those of the labels, all of one look, that are speakers'; empty where nobody speaks in turn."""
    turns = next((each for each in _looks(body, free, found) if _is_transcript(body, free, each)), None)
    return turns or [label for label in found if _speaks_alone(body, label)][:1]


def _speaks_alone(body: Body, label: Label) -> bool:
    """Whether one full name in capitals, which the text writes elsewhere too, is the label of one who speaks of
    himself: JANE ROE: I will not have it."""
    if label.shape != "capitals" or " " not in label.name.of(body.text):
        return False
    rest = Span(label.end, body.blocks[label.block].span.end)
    return body.tells_alone(rest) and label.key.title() in body.text and not rest.of(body.text).isupper()


def _looks(body: Body, free: frozenset[int], found: Sequence[Label]) -> Iterator[list[Label]]:
    """The labels by their looks, the plainest mark of a speaker first."""
    loud = [label for label in found if label.shape in ("capitals", "strong")]
    keys = {label.key for label in loud}
    yield [label for label in found if label in loud or (label.shape == "name" and label.key in keys)]
    times = _times([label for label in found if label.shape in ("name", "handle")])
    full = {label.key for label in found if " " in label.name.of(body.text)}
    yield [
        label
        for label in found
        if label.shape in ("name", "handle") and (times[label.key] > 1 or (label.shape == "name" and label.key in full))
    ]
    lines = labels.lines(body, free)
    again = _times(lines)
    yield [label for label in lines if again[label.key] > 1]


def _times(found: Sequence[Label]) -> defaultdict[str, int]:
    times: defaultdict[str, int] = defaultdict(int)
    for label in found:
        times[label.key] += 1
    return times


def _is_transcript(body: Body, free: frozenset[int], found: Sequence[Label]) -> bool:
    """Whether people speak in turn: some come again, or a question is answered; and they talk as people do, or
    answer."""
    times = _times(found)
    loud = all(label.shape in ("capitals", "strong") for label in found)
    if len(found) < (SETTINGS.structure.turns if loud or len(times) == 1 else SETTINGS.structure.turns_named):
        return False
    turns = lay_out(body, free, found)
    if len(times) == 1:
        return sum(_answers(body, turn) for turn in turns) > len(turns) / 2
    again = any(count > 1 for count in times.values()) or any(hosts.asks(body, turn.opening) for turn in turns[:-1])
    talking = sum(_talks(body, turn) or _answers(body, turn) for turn in turns)
    return again and talking >= SETTINGS.structure.talking * len(turns)


def _answers(body: Body, turn: Turn) -> bool:
    """Whether a turn follows on a question without a label."""
    return turn.label.block > 0 and hosts.is_question(body, turn.label.block - 1)


def _talks(body: Body, turn: Turn) -> bool:
    """Whether somebody speaks of himself, to somebody, or asks, in a turn."""
    spans = (turn.opening, *(body.blocks[index].span for index in turn.blocks[1:]))
    layout = body.layout
    return any(
        hosts.asks(body, span) or not (layout.telling | layout.asking).isdisjoint(words_in(span.of(body.text)))
        for span in spans
    )
