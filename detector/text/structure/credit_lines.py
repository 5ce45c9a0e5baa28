"""Credit lines: who said the quoted words above or before, as in "— Jane Roe, The Paper", "Jane Roe, The Paper" or
"[The Paper]". Told by their shape alone, so that no grammar is asked."""

import re
from collections.abc import Iterator

from detector.article import Span, Utterance
from detector.settings import SETTINGS
from detector.text.structure.body import Body, trimmed

_DASH = re.compile(r"\s*(?:[—–―~]+|--+|-(?=\s))\s*")
_CLOSING = re.compile(r"\s*(\[[^\[\]\n]+\])$")
_END = re.compile(r"[,;(|\n/]")


def signed(text: str, span: Span) -> Span | None:
    """The name in a credit that begins with a dash; `None` where `span` holds anything else."""
    dash = _DASH.match(text, span.start, span.end)
    return _name(text, Span(dash.end(), span.end)) if dash else None


def bracketed(text: str, span: Span) -> Span | None:
    """The name in a credit that stands in brackets."""
    words = span.of(text)
    closed = {"[": "]", "(": ")"}.get(words[:1])
    if closed is None or words.rstrip(".")[-1:] != closed:
        return None
    inner = trimmed(text, span.start + 1, span.start + len(words.rstrip(".")) - 1)
    name = _name(text, inner)
    is_plain = name is not None and name == inner and " " not in name.of(text)
    return None if words[0] == "(" and is_plain and not inner.of(text).isupper() else name


def closing(text: str, span: Span) -> tuple[Span | None, int]:
    """The name in brackets with which a paragraph closes, and where its own words end: … of the river. [The Paper]"""
    match = _CLOSING.search(text, max(span.start, span.end - SETTINGS.structure.credit), span.end)
    name = bracketed(text, Span(match.start(1), span.end)) if match else None
    return (name, match.start()) if match and name is not None else (None, span.end)


def named(text: str, span: Span) -> Span | None:
    """The name in a credit without a dash: a name, a comma, and what is told of its bearer. No sentence."""
    words = span.of(text)
    if "," not in words or words[-1] in ".!?…:;":
        return None
    name = _name(text, span)
    return name if name is not None and " " in name.of(text) and text[name.end : name.end + 1] == "," else None


def cited(text: str, span: Span) -> Span | None:
    """The name in a credit that markup tells to be one."""
    return signed(text, span) or bracketed(text, span) or _name(text, span)


def _name(text: str, span: Span) -> Span | None:
    """The name that `span` begins with, up to what is told of its bearer; `None` where this is no name."""
    if len(span) > SETTINGS.structure.credit or not span.of(text).strip():
        return None
    end = _END.search(text, span.start, span.end)
    name = trimmed(text, span.start, end.start() if end else span.end)
    words = name.of(text).rstrip(".:").split()
    first = words[0] if words else ""
    if not words or len(words) > SETTINGS.structure.credit_words or not (first[0].isupper() or first[0] in "@“\"'‘"):
        return None
    if any(not _belongs(word) for word in words):
        return None
    return Span(name.start, name.start + len(name.of(text).rstrip(".:")))


def _belongs(word: str) -> bool:
    """Whether a word can be part of a name: it has a capital or a figure somewhere, or is short."""
    return not word.islower() or len(word) <= SETTINGS.structure.particle or "." in word or "@" in word


def find_credit_lines(body: Body, free: frozenset[int]) -> Iterator[tuple[Utterance, frozenset[int]]]:
    """What credits give to somebody among the blocks that are `free` (indices), with the blocks that each takes."""
    closed = 0  # the first block that no credit has taken
    for index in sorted(free):
        if index < closed:
            continue
        inside = tuple(_inside(body, index))
        for utterance in inside:
            yield utterance, frozenset({index})
        below = None if inside or index + 1 not in free else _below(body, index)
        if below is not None:
            first, closed = _opens(body, index, closed), index + 2
            said = tuple(
                one.inside for each in range(first, index + 1) for one in body.quoted_in(body.blocks[each].span)
            )
            yield Utterance("block", said, below), frozenset(range(first, index + 2))


def _inside(body: Body, index: int) -> Iterator[Utterance]:
    """Quotation and credit, quotation and credit, in one block."""
    span, text = body.blocks[index].span, body.text
    at = span.start
    stretches = body.quoted_in(span)
    for number, stretch in enumerate(stretches):
        if text[at : stretch.span.start].strip():
            return
        end = stretches[number + 1].span.start if number + 1 < len(stretches) else span.end
        rest = trimmed(text, stretch.span.end, end)
        name = signed(text, rest) or bracketed(text, rest)
        if name is None:
            return
        yield Utterance("block", (stretch.inside,), name)
        at = rest.end


def _below(body: Body, index: int) -> Span | None:
    """The credit in the block after one that is quoted as a whole."""
    if not body.is_quoted(index):
        return None
    text, span = body.text, body.blocks[index + 1].span
    return signed(text, span) or bracketed(text, span) or named(text, span)


def _opens(body: Body, index: int, least: int) -> int:
    """The block, `least` or a later one, in which the quotation began that ends with block `index`: those before it
    that were never closed."""
    while index > least and body.is_quoted(index - 1) and not body.quoted_in(body.blocks[index - 1].span)[-1].closed:
        index -= 1
    return index
