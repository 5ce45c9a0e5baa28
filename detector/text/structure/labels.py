"""Labels of speakers at the beginning of lines: NAME:, Name, role:, a_handle:, Q. and A., anything short in bold; and
names on lines of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from detector.article import Span
from detector.settings import SETTINGS
from detector.text.structure.body import Body, words_in

Shape = Literal["capitals", "strong", "name", "handle", "line", "question", "answer", "topic"]
_LINE = re.compile(
    r"^[ \t*>\"“]{0,3}(?P<label>(?P<name>[^\W\d_@#][^\n:;!?,(\[–—]{0,48}?)(?P<role>[ ]?[,(\[–—][^\n:;!?]{1,70}?)?)"
    r"[ ]?[*]{0,2}:[*]{0,2}(?=\s)",
    re.MULTILINE,
)
_INLINE = re.compile(  # a turn in the middle of a paragraph: … that fast? ROE: Well, …
    r"(?<=[.!?…\"”)\]–—-] )(?P<name>[^\W\d_a-z][^\W\d_a-z'’.]+(?: [^\W\d_a-z][^\W\d_a-z'’.]+){0,3})"
    r"(?: \([^()\n:]{1,50}\))?:(?= )"
)
_LETTER = re.compile(r"^(?P<name>\w{1,9})[.:][ \t]+(?=\S)", re.MULTILINE)
_PREFIX = re.compile(r"(?<=\b[A-Z])[a-z]{1,2}(?=[A-Z]{2})")  # small letters in a name in capitals: McROE, MacROE


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a line: the name in it and the whole of it, the block that holds it, where the words begin that it is
    for, and `key`, the last word of the name, by which turns of one speaker are known."""

    name: Span
    block: int
    end: int
    shape: Shape
    key: str


def find_labels(body: Body, free: frozenset[int]) -> Iterator[Label]:
    """The labels of the blocks that are `free`, in order; which of them are speakers' is another question."""
    for index in sorted(free):
        yield from sorted(_of_block(body, index, body.blocks[index].span), key=lambda label: label.name.start)


def lines(body: Body, free: frozenset[int]) -> list[Label]:
    """The `free` blocks that are nothing but a name, as some transcripts have their speakers."""
    found: list[Label] = []
    for index in sorted(free):
        span = body.blocks[index].span
        words = span.of(body.text).split()
        short = 0 < len(words) <= SETTINGS.structure.name_words and len(span) <= SETTINGS.structure.name_line
        if short and all(word.replace(".", "").replace("-", "").replace("’", "").isalpha() for word in words):
            found.append(Label(span, index, span.end, "line", " ".join(words).lower()))
    return found


def _of_block(body: Body, index: int, span: Span) -> Iterator[Label]:
    taken: set[int] = set()
    for match in _LETTER.finditer(body.text[span.start : span.end]):
        letter = match["name"].lower()
        shape = _letter(body, letter)
        if shape is not None:
            start = span.start + match.start()
            taken.add(start)
            yield Label(Span(start, start + len(letter)), index, span.start + match.end(), shape, letter)
    for match in _LINE.finditer(body.text[span.start : span.end]):
        name = Span(span.start + match.start("name"), span.start + match.start("name") + len(match["name"].rstrip()))
        shape = None if name.start in taken else _shape(body, index, name, match)
        if shape is not None:
            yield Label(name, index, span.start + match.end(), shape, key_of(body, name.of(body.text)))
        if shape == "capitals" and match.start() == 0:
            yield from _inline(body, index, Span(span.start + match.end(), span.end))


def _inline(body: Body, index: int, span: Span) -> Iterator[Label]:
    """The labels in capitals inside a paragraph that begins with one; not an exclamation (NOTE:)."""
    for match in _INLINE.finditer(body.text, span.start, span.end):
        name = match["name"]
        if name.isupper() and body.layout.no_speakers.isdisjoint(words_in(name)):
            at = Span(match.start("name"), match.end("name"))
            yield Label(at, index, match.end(), "capitals", key_of(body, name))


def _letter(body: Body, letter: str) -> Shape | None:
    if letter in body.layout.questions:
        return "question"
    return "answer" if letter in body.layout.answers else None


def _shape(body: Body, index: int, name: Span, match: re.Match[str]) -> Shape | None:
    """How the label looks, `None` where it is none; a topic is a label that names nobody (FACT:)."""
    words, settings = name.of(body.text).split(), SETTINGS.structure
    if len(words) > settings.label_words:
        return None
    if not body.layout.no_speakers.isdisjoint(words_in(name.of(body.text))) or any(map(str.isdigit, match["label"])):
        return "topic" if words[0][0].isupper() else None
    letters = [letter for letter in _PREFIX.sub("", name.of(body.text)) if letter.isalpha()]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        return "capitals"
    markup = body.blocks[index].markup
    is_name = len(words) <= settings.name_words and len(words[-1]) > 1
    is_name = is_name and all(word[0].isupper() or len(word) <= settings.particle for word in words)
    is_strong = any(
        strong.contains(name) and strong.end <= name.start + len(match["label"]) + 3 for strong in markup.strong
    )
    if is_strong:
        return "strong" if is_name and words[0][0].isupper() else "topic"
    if len(words) == 1 and words[0].islower() and len(words[0]) > settings.particle:
        return "handle"
    return "name" if is_name and words[0][0].isupper() else None


def key_of(body: Body, name: str) -> str:
    """The last word of a name, without suffixes: of AMY ROE and of ROE the same."""
    plain, suffixes = name.lower().replace("’", "'"), body.layout.suffixes
    words = [word for word in plain.split() if word.strip(".") not in suffixes]
    return words[-1] if words else name.lower()


def is_interviewer(body: Body, name: str) -> bool:
    """Whether a label says itself that its bearer asks: REPORTER."""
    words = words_in(name)
    return not words.isdisjoint(body.layout.interviewers) or not words.isdisjoint(body.layout.questions)
