"""Views that the author only tells: the words for them are those of whoever holds the view, and count for nobody."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detector.article import Part, Quotation, Reading, Span, Token
from detector.dimensions.wording.credited_words import find_credited_words
from detector.rules import RuleBook
from detector.rules.overlap import Spans

VIEWS = "views"  # the context of verbs by which a view is told
NOUNS = "view_nouns"  # … of nouns for a view
LINKS = "view_links"  # … of the two words that join the view to its noun
OWN = "own"  # … and of what makes such a noun the author's
SELF = "self"  # … and of words of the author's for himself
AHEAD = 5  # words from such a noun within which these two stand


def find_reported_views(reading: Reading, book: RuleBook) -> Spans:
    """What somebody else is said to think of a thing (they fear a disaster), what somebody says of whom no more is
    known, what a noun for a view is followed by (the claim is that he is a crook), and what is credited to somebody
    (see `credited_words`)."""
    told = (each for each in reading.quotations if _is_view(reading, book, each) or _is_hearsay(reading, book, each))
    thoughts = (piece for each in told for piece in each.content)
    return Spans((*thoughts, *_named_views(reading, book), *find_credited_words(reading, book)))


def _is_view(reading: Reading, book: RuleBook, each: Quotation) -> bool:
    views = book.contexts.get(VIEWS, ())
    words = (word for cue in each.cue for word in cue.of(reading.article.text).lower().split())
    return each.kind == "thought" and each.source_span is not None and any(word in views for word in words)


def _is_hearsay(reading: Reading, book: RuleBook, each: Quotation) -> bool:
    """Whether a statement has a speaker who is no source of the story, but not the author (those who say that …)."""
    if each.kind != "speech" or each.style != "indirect" or each.source or each.source_span is None:
        return False
    speaker = each.source_span.of(reading.article.text).lower().split()
    return book.contexts.get(SELF, frozenset()).isdisjoint(speaker)


def _named_views(reading: Reading, book: RuleBook) -> Iterator[Span]:
    for sentence in reading.prose.sentences:
        if sentence.part is Part.BODY:
            start = _start(reading.prose.tokens_of(sentence), book)
            if start is not None:
                yield Span(start, sentence.span.end)


def _start(tokens: Sequence[Token], book: RuleBook) -> int | None:
    """Where the view begins that the first noun for one in a sentence names ("… is that"); `None` without one."""
    nouns, links, own = (book.contexts.get(name, frozenset()) for name in (NOUNS, LINKS, OWN))
    low = [token.text.lower() for token in tokens]
    for place, (verb, link) in enumerate(pairwise(low[1:]), 1):
        if f"{verb} {link}" in links:
            noun = next((at for at in range(place - 1, max(-1, place - 1 - AHEAD), -1) if low[at] in nouns), None)
            if noun is not None:
                mine = not own.isdisjoint(low[max(0, noun - 2) : noun])
                return None if mine else tokens[place + 1].span.end
    return None
