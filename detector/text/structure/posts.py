"""Embedded posts: words, a dash, a name with its handle and a date, as X, Bluesky and others set them; in an element of
their own, or in plain text."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from detector.article import Span, Utterance
from detector.languages.parts import Layout
from detector.settings import SETTINGS
from detector.text.structure.body import Body, count, trimmed, words_in
from detector.text.structure.credit_lines import cited

# — Jane Roe (she/her) (@jane@an.example) May 3, 2024 at 1:02 PM
# All of it has a limit, spaces too: a run of them is not tried at every length.
_SIGNATURE = re.compile(
    r"(?:(?<!\S)(?:--?)|[—–―])[ \u00a0]{0,8}(?P<name>[^\n—–―]{1,70}?)[ \u00a0]{0,8}\(@[\w.@-]{1,80}\)"
    r"(?:[ \u00a0]{0,8}[^\n(—–―]{0,24}?\b(?:19|20)\d\d\b"
    r"(?:[ \u00a0]{1,8}\w{2}[ \u00a0]{1,8}\d{1,2}[:.]\d\d(?:[ \u00a0]?[AaPp]\.?[Mm]\b\.?)?)?)?"
)
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
_SENTENCE = re.compile(r"(?<=[.!?…”\"])\s+(?=[^\W\d_a-z]|[@#“\"‘(])")
_WORD = re.compile(r"\S+")


@cache
def _posted(layout: Layout) -> re.Pattern[str]:
    """A line such as: A post shared by Jane Roe (@jane) on May 3."""
    before, after = "|".join(layout.posted) or "(?!)", "|".join(layout.posted_after) or "(?!)"
    return re.compile(
        rf"(?:[—–-]\s*)?(?:{before})\s+(?P<name>\S[^\n]{{0,69}}?)(?:\s+\(@?[\w.@-]+\))?(?:\s+(?:{after})\b[^\n]*)?\s*",
        re.IGNORECASE,
    )


@cache
def _furniture(layout: Layout) -> re.Pattern[str]:
    return re.compile("|".join(layout.furniture) or "(?!)", re.IGNORECASE)


@cache
def _address(layout: Layout) -> re.Pattern[str]:
    return re.compile("|".join(layout.addresses) or "(?!)", re.IGNORECASE)


def is_furniture(body: Body, span: Span) -> bool:
    """Whether a block is only what a platform adds to a post."""
    words = span.of(body.text)
    return bool(_furniture(body.layout).fullmatch(words)) or not any(map(str.isalnum, words))


def author(body: Body, span: Span) -> tuple[Span, Span] | None:
    """The last signature of a post in `span`: the name, and the whole with its dash and date."""
    found = _signatures(body, span)
    return (_name(body, found[-1]), Span(*found[-1].span())) if found else None


def of_element(body: Body, blocks: Sequence[int]) -> Utterance:
    """What the embedded post says whose element holds `blocks`."""
    said: list[Span] = []
    name: Span | None = None
    for index in blocks:
        block = body.blocks[index]
        found = author(body, block.span)
        if found is None and index == blocks[-1] and len(blocks) > 1 and name is None:
            name = cited(body.text, block.span)
            said += [] if name is not None else [block.span]
        elif found is not None:
            name = found[0]
            said += [words] if (words := trimmed(body.text, block.span.start, found[1].start)) else []
        elif not is_furniture(body, block.span):
            said.append(block.span)
    return Utterance("embed", tuple(said), name)


def in_text(body: Body, free: frozenset[int]) -> Iterator[tuple[Utterance, frozenset[int]]]:
    """The posts in plain text among the blocks that are `free`, with the blocks that each takes."""
    for index in sorted(free):
        span = body.blocks[index].span
        at = span.start
        for match in _signatures(body, span):
            words = _words(body, without_links(body, trimmed(body.text, at, match.start())))
            name, own = _name(body, match), count(words.of(body.text)) >= SETTINGS.structure.post_words
            above = _above(body, index, name, free, needed=not own) if at == span.start else ()
            if own or above:
                said = (*(body.blocks[each].span for each in above), *((words,) if own else ()))
                yield Utterance("embed", said, name), frozenset({*above, index})
            at = match.end()


def without_links(body: Body, span: Span) -> Span:
    """The words of a post without the addresses at its ends, which a platform adds for its pictures."""
    words = list(_WORD.finditer(body.text, span.start, span.end))
    said = [word for word in words if not _address(body.layout).fullmatch(word.group())]
    return Span(said[0].start(), said[-1].end()) if said else Span(span.start, span.start)


def _above(body: Body, index: int, name: Span, free: frozenset[int], *, needed: bool) -> tuple[int, ...]:
    """The blocks above a signature that belong to the post: those between it and a line that announces it, up to the
    length of a post; else, where the signature has no words of its own (`needed`), the one right above. A block that
    speaks of the signer is the author's."""
    own = words_in(name.of(body.text).split()[-1])
    found: list[int] = []
    length = 0
    for at in range(index - 1, -1, -1):
        if at not in free or author(body, body.blocks[at].span) or not own.isdisjoint(words_in(body.words_of(at))):
            break
        if body.words_of(at).endswith(":"):
            return tuple(reversed(found))
        length += len(body.blocks[at].span)
        if length > SETTINGS.structure.post and found:
            break
        found.append(at)
    return tuple(found[:1]) if needed else ()


def _signatures(body: Body, span: Span) -> list[re.Match[str]]:
    whole = _posted(body.layout).fullmatch(body.text, span.start, span.end)
    return [whole] if whole else list(_SIGNATURE.finditer(body.text, span.start, span.end))


def _name(body: Body, match: re.Match[str]) -> Span:
    """The name in a signature, without what stands in brackets after it and without signs at its ends."""
    start, end = match.span("name")
    words = body.text[start:end]
    while (aside := _ASIDE.search(words)) and aside.start():
        words = words[: aside.start()]
    kept = words.rstrip()
    while kept and not (kept[-1].isalnum() or kept[-1] in ".!™®)"):
        kept = kept[:-1].rstrip()
    return trimmed(body.text, start, start + len(kept or words))


def _words(body: Body, span: Span) -> Span:
    """The words of a post that a longer paragraph ends with: as many of its last sentences as a post can have."""
    limit = SETTINGS.structure.post
    if len(span) <= limit:
        return span
    starts = [match.end() for match in _SENTENCE.finditer(body.text, span.start, span.end)]
    first = next((start for start in starts if span.end - start <= limit), None)
    return span if first is None else Span(first, span.end)
