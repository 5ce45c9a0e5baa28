"""Where sentences end, told from the tokens of a paragraph: abbreviations, initials, quotations and datelines hold."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from detector.article import Span
from detector.languages.parts import Splitting
from detector.settings import SETTINGS

_TERMINALS = frozenset(".!?…。！？।؟")
_ALWAYS = frozenset("。！？।؟")
_CLOSERS = frozenset({"”", '"', "’", "'", ")", "]", "}", "»", "''", "’’", "“", "」", "』", "*"})
_OPENERS = frozenset({"“", '"', "‘", "'", "(", "[", "{", "«", "``", "„", "¿", "¡", "-", "–", "—", "…", "...", "»", "*"})
_BULLETS = frozenset("•●▪■◦‣·►▶✔✓◆")
_DASHES = frozenset({"-", "–", "—", "--"})
_EMOJI = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff]")


@dataclass(frozen=True)
class _Line:
    """The tokens of a paragraph, with what stands between them."""

    text: str
    spans: Sequence[Span]
    words: Sequence[str]
    opening: Set[int]
    closing: Set[int]
    known: Splitting

    def gap(self, index: int) -> str:
        """The space before the token at `index`."""
        return self.text[self.spans[index - 1].end : self.spans[index].start]

    @cached_property
    def counted(self) -> Sequence[int]:
        """How many tokens with a letter or a digit stand before each."""
        return (0, *accumulate(word.isalnum() or any(map(str.isalnum, word)) for word in self.words))


def split(
    text: str,
    spans: Sequence[Span],
    known: Splitting,
    opening: Set[int] = frozenset(),
    closing: Set[int] = frozenset(),
) -> Iterator[tuple[int, int]]:
    """Half-open ranges of `spans`, one for each sentence, in order and without gaps.

    `spans` are the tokens of one paragraph of `text`; `known` are the words of its language; `opening` and
    `closing` hold the offsets of the marks with which its quoted stretches begin and end.
    """
    line = _Line(text, spans, [span.of(text) for span in spans], opening, closing, known)
    first = 0
    index = 0
    while index < len(spans):
        after = _after_terminal(line, index)
        if after is None:
            after = index + 1
            ends = after < len(spans) and _new_line(line, first, after)
        else:
            ends = after < len(spans) and (_new_line(line, first, after) or _ends(line, first, index, after))
        if ends and first < after:
            yield first, after
            first = after
        index = after
    if first < len(spans):
        yield first, len(spans)


def _after_terminal(line: _Line, index: int) -> int | None:
    """The token after a possible end of sentence at `index` with its closing marks; `None` if nothing can end here."""
    word = line.words[index]
    if word[-1] not in _TERMINALS or (len(word) > 1 and "://" in word):
        return None
    after = index + 1
    while after < len(line.spans) and _belongs(line, after):
        after += 1
    return after


def _belongs(line: _Line, index: int) -> bool:
    """Whether the token at `index` still belongs to the end before it: more stops, a closing mark, an emoji."""
    word, start = line.words[index], line.spans[index].start
    if start in line.opening or "\n" in line.gap(index):
        return False
    if start in line.closing or _EMOJI.match(word):
        return True
    return not line.gap(index) and (word in _CLOSERS or word[0] in _TERMINALS or _is_note(line, index))


def _is_note(line: _Line, index: int) -> bool:
    """Whether the token is part of the number of a footnote, as in "failed.[1]"."""
    around = "".join(line.words[max(0, index - 1) : index + 2])
    return around.startswith("[") if line.words[index].isdigit() else line.words[index] == "[" and around[-1].isdigit()


def _new_line(line: _Line, first: int, index: int) -> bool:
    """Whether a line break before the token at `index` ends a sentence: a blank line, a bullet, or a short line."""
    gap = line.gap(index)
    if line.words[index] in _BULLETS and gap:
        return True
    if "\n" not in gap:
        return False
    start = line.text.rfind("\n", line.spans[first].start, line.spans[index - 1].start) + 1
    short = line.spans[index - 1].end - max(start, line.spans[first].start) <= SETTINGS.structure.broken_line
    return gap.count("\n") > 1 or (short and line.words[index - 1] != "," and not line.words[index][0].islower())


def _ends(line: _Line, first: int, index: int, after: int) -> bool:
    """Whether the sentence that began at `first` ends with the terminal at `index`; `after` is the next token."""
    word, following = line.words[index], _next_word(line, after)
    if word[0] in _ALWAYS:
        return True
    if not line.gap(after):
        return _runs_on(line, index, after)
    if following is None:
        return line.words[after] not in _DASHES
    if _goes_on(following) or line.counted[index + 1] == line.counted[first]:
        return False
    if word == ".":
        return not _is_number(line, first, index, following)
    return _stop_ends(line, index, after, following)


def _is_number(line: _Line, first: int, index: int, following: str) -> bool:
    """Whether the full stop at `index` belongs to a number: "1. Tea" in a list, "S. 12" of a bill."""
    before = line.words[index - 1]
    if following[0].isdigit():
        return len(before) == 1 and before.isupper()
    if line.known.ordinals and before.isdigit() and len(before) < 3:  # "am 12. Januar"
        return following.lower() not in line.known.starters
    return index == first + 1 and before.isdigit()


def _goes_on(following: str) -> bool:
    """Whether the next word cannot begin a sentence: it is in small letters (but no iPhone), or no word."""
    return following[0] in _TERMINALS or (following[0].islower() and not any(map(str.isupper, following[1:3])))


def _stop_ends(line: _Line, index: int, after: int, following: str) -> bool:
    """The same for all ends but the plain full stop, where a capital follows."""
    word = line.words[index]
    if word[-1] in "!?":
        return after == index + 1 or not _speech_follows(line, after)
    if word[0] == "…" or word.startswith(".."):
        return following not in line.known.trailing
    return _abbreviation_ends(line, index, following)


def _next_word(line: _Line, index: int) -> str | None:
    """The first of the next few tokens that is no opening mark."""
    for word in line.words[index : index + 4]:
        if word not in _OPENERS:
            return word
    return None


def _runs_on(line: _Line, index: int, after: int) -> bool:
    """Whether the space after a full stop was forgotten: a small word before, a capitalised one after."""
    before, following = line.words[index - 1] if index else "", line.words[after]
    if line.words[index] not in {".", "!", "?", "?!", "!!"}:
        return False
    if after > index + 1:
        return following[0].isupper() and following[1:].islower()
    return len(before) > 1 and before.islower() and (following.istitle() or following in line.known.alone)


def _speech_follows(line: _Line, index: int) -> bool:
    """Whether a name and a verb of speech follow, as in: "Where to?" Ann Lee asked."""
    for position in range(index, min(index + 5, len(line.words))):
        word = line.words[position]
        if word in line.known.speech and position > index:
            return True
        if not word[0].isupper() or word.lower() in line.known.starters - line.known.pronouns:
            return False
    return False


def _abbreviation_ends(line: _Line, index: int, following: str) -> bool:
    """Whether a sentence ends with the abbreviation or the initial at `index`, told by what follows."""
    word, known = line.words[index].rstrip("."), line.known
    key, starts = word.lower().rpartition("-")[2], following.lower() in known.starters
    if key in known.streets:  # "lives on Ocean Dr. The house"
        return starts and index > 0 and line.words[index - 1][0].isupper()
    if key in known.numbered or key in known.months:
        return not following[0].isdigit()
    if key in known.titles or following[0].isdigit():
        return False
    if key in known.clock:
        return following.lower() not in known.zones
    if len(word) == 1 or "." in word or key in known.abbreviations:
        return starts
    return True
