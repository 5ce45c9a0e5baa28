"""Who asks in an interview or a transcript: the outlet's own people, whose words are the author's."""

from collections import defaultdict
from collections.abc import Sequence

from detector.article import Span
from detector.settings import SETTINGS
from detector.text.structure.body import Body, count, words_in
from detector.text.structure.labels import Label, is_interviewer, key_of

_CLOSERS = " \t\n\"”’')]»"

Said = tuple[Label, Span, tuple[int, ...]]  # a label, the rest of its block, and the blocks of its turn


def asks(body: Body, span: Span) -> bool:
    """Whether `span` ends with a question that does not stand in quotation marks."""
    words = span.of(body.text).rstrip(_CLOSERS)
    return words.endswith("?") and "?" in body.unquoted(span)[-4:]


def is_question(body: Body, index: int) -> bool:
    """Whether a block is a question without a label."""
    span = body.blocks[index].span
    short = count(span.of(body.text)) <= SETTINGS.structure.question_words
    return short and asks(body, span) and not body.is_quoted(index)


def find_hosts(body: Body, said: Sequence[Said]) -> frozenset[str]:
    """The keys of those labels whose bearers ask: they say so, are the author, or lead the conversation, which is to
    ask and to name who speaks next or has just spoken."""
    turns: defaultdict[str, list[int]] = defaultdict(list)
    for number, (label, _, _) in enumerate(said):
        if label.shape != "topic":
            turns[label.key].append(number)
    authors = {key_of(body, name) for name in body.article.metadata.byline}
    known = {
        key
        for key, numbers in turns.items()
        if key in authors or is_interviewer(body, said[numbers[0]][0].name.of(body.text))
    }
    share = {
        key: sum(_leads(body, said, number) for number in numbers) / len(numbers) for key, numbers in turns.items()
    }
    often = {key for key, numbers in turns.items() if len(numbers) > 1 or numbers[0] == 0 or len(turns) == 2}
    settings = SETTINGS.structure
    found = {key for key in often if share[key] >= settings.leads} | known
    rest = sorted((share[key], key) for key in often - found)
    if (
        rest
        and rest[-1][0] >= settings.leads / 2
        and all(rest[-1][0] > settings.outleads * less for less, _ in rest[:-1])
    ):
        found.add(rest[-1][1])
    found -= {key for key in found - known if _is_spoken_of(body, said, key)}
    return frozenset(found if found != turns.keys() else known)


def _is_spoken_of(body: Body, said: Sequence[Said], key: str) -> bool:
    """Whether the prose around the turns tells of somebody, and of no interview: then a host asks who is not the
    author."""
    taken = {index for _, _, blocks in said for index in blocks}
    around = [body.words_of(index) for index in range(len(body.blocks)) if index not in taken]
    if any(map(body.introduces_interview.search, around)):
        return False
    return any(key in words or f"{key}'s" in words for words in map(words_in, around))


def _answers(body: Body, said: Sequence[Said]) -> bool:
    """Whether the first turn follows on a question without a label: then those between the turns are the author's."""
    first = said[0][0].block
    return first > 0 and is_question(body, first - 1)


def _leads(body: Body, said: Sequence[Said], number: int) -> bool:
    """Whether a turn ends with a question, or names the speaker before or after it."""
    label, opening, blocks = said[number]
    last = opening if len(blocks) == 1 or _answers(body, said) else body.blocks[blocks[-1]].span
    if asks(body, last):
        return True
    near = (said[each][0] for each in (number - 1, number + 1) if 0 <= each < len(said))
    names = {
        word
        for other in near
        if other.key != label.key and other.shape != "topic"
        for word in words_in(other.name.of(body.text))
    }
    words = words_in(opening.of(body.text)) | words_in(last.of(body.text))
    return any(len(name) >= SETTINGS.structure.name_letters for name in names & words)
