"""What is asked about words where they stand: what the model says of them, and whether they can be loaded there."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from operator import attrgetter

from detector.article import Mark, Part, Prose, Span, Token
from detector.languages.parts import Grammar
from detector.rules import RuleBook
from detector.rules.conditions import line, negated

HARD_NEWS = "hard_news"  # the context of plain words for violence, crime, law, illness and disaster …
FEELINGS = "feelings"  # … and of what people feel
FINITE = frozenset({"present", "third", "past", "modal"})
GLUED = frozenset("@#/_\\")  # in addresses, tags and names of accounts, which are no words of a sentence


def marks_within(marks: Sequence[Mark], span: Span) -> Sequence[Mark]:
    """The marks that overlap `span`."""
    first = max(0, bisect_left(marks, span.start, key=attrgetter("span.start")) - 1)
    last = bisect_left(marks, span.end, key=attrgetter("span.start"))
    return [mark for mark in marks[first:last] if mark.span.overlaps(span)]


def is_plain(prose: Prose, span: Span, grammar: Grammar) -> bool:
    """Whether the words at `span` are words of the body, unquoted and not negated."""
    sentence = prose.sentence_at(span.start)
    if sentence is None or sentence.part is not Part.BODY or any(token.quoted for token in tokens_at(prose, span)):
        return False
    read = line(prose, sentence)
    return not negated(read, bisect_left(read.starts, span.start), grammar)


def can_load(prose: Prose, span: Span, book: RuleBook) -> bool:
    """Whether a word that no rule lists can be loaded where it stands: a plain word (see `is_plain`), and no name,
    address, verb of speech, feeling or word of hard news."""
    word, attribution = span.of(prose.text).lower(), book.pack.attribution
    told = any(word in book.contexts.get(name, ()) for name in (HARD_NEWS, FEELINGS))
    if told or (attribution and word in attribution.cues.verbs):
        return False
    if is_name(prose, span) or not GLUED.isdisjoint(_between_blanks(prose.text, span)):
        return False
    return is_plain(prose, span, book.pack.grammar)


def label(prose: Prose, span: Span) -> Span | None:
    """The label that begins at `span`: the words up to the noun that they describe. `None` where there is no such noun,
    where a finite verb or a number makes them no label, or where they are what a name after them stands for."""
    sentence = prose.sentence_at(span.start)
    tokens = [token for token in tokens_at(prose, span) if token.is_word]
    if sentence is None or not tokens or any(_is_no_label(token) for token in tokens):
        return None
    following = [token for token in prose.tokens_of(sentence) if token.span.start > tokens[-1].span.start]
    tokens += takewhile(lambda token: token.pos in {"ADJ", "NOUN"}, following)
    if any(token.pos == "PROPN" and token.span.start == tokens[-1].span.end + 1 for token in following):
        return None
    while tokens and tokens[-1].pos != "NOUN":
        tokens.pop()
    return Span(span.start, tokens[-1].span.end) if tokens else None


def _is_no_label(token: Token) -> bool:
    finite = token.pos in {"VERB", "AUX"} and token.form in FINITE
    return finite or token.pos == "NUM" or token.text[0].isdigit()


def _between_blanks(text: str, span: Span) -> str:
    """The words at `span` with all that is joined to them."""
    start, end = span.start, span.end
    while start and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[start:end]


def is_name(prose: Prose, span: Span) -> bool:
    """Whether a capital makes a word at `span` part of a name: within a sentence, or at its start before another."""
    sentence = prose.sentence_at(span.start)
    for token in tokens_at(prose, span):
        if any(piece[:1].isupper() for piece in token.text.split("-")):
            opening = sentence is not None and token.span.start == sentence.span.start
            following = prose.text[token.span.end : token.span.end + 2].strip()
            if not opening or token.pos == "PROPN" or following[:1].isupper():
                return True
    return False


def tokens_at(prose: Prose, span: Span) -> Sequence[Token]:
    """The tokens that overlap `span`."""
    first, last = (bisect_left(prose.tokens, offset, key=attrgetter("span.start")) for offset in (span.start, span.end))
    return [token for token in prose.tokens[max(0, first - 1) : last] if token.span.overlaps(span)]
