"""Views that the author only tells: the words for them are those of whoever holds the view, and count for nobody."""

from collections.abc import Iterator, Sequence

from detector.article import Part, Quotation, Reading, Span, Token
from detector.dimensions.wording.credited_words import find_credited_words
from detector.rules import RuleBook
from detector.rules.overlap import Spans

VIEWS = "views"  # the context of verbs by which a view is told
NOUNS = "view_nouns"  # … of nouns for a view
LINKS = "view_links"  # … of the two words that join the view to its noun
OWN = "own"  # … and of what makes such a noun the author's


def find_reported_views(reading: Reading, book: RuleBook) -> Spans:
    """What somebody else is said to think of a thing (they fear a disaster), what a noun for a view is followed by (the
    claim is that he is a crook), and what is credited to somebody (see `credited_words`)."""
    thoughts = (piece for each in reading.quotations if _is_view(reading, book, each) for piece in each.content)
    return Spans((*thoughts, *_named_views(reading, book), *find_credited_words(reading, book)))


def _is_view(reading: Reading, book: RuleBook, each: Quotation) -> bool:
    views = book.contexts.get(VIEWS, ())
    words = (word for cue in each.cue for word in cue.of(reading.article.text).lower().split())
    return each.kind == "thought" and each.source_span is not None and any(word in views for word in words)


def _named_views(reading: Reading, book: RuleBook) -> Iterator[Span]:
    for sentence in reading.prose.sentences:
        if sentence.part is Part.BODY:
            start = _start(reading.prose.tokens_of(sentence), book)
            if start is not None:
                yield Span(start, sentence.span.end)


def _start(tokens: Sequence[Token], book: RuleBook) -> int | None:
    """Where the view begins that the first noun for one in a sentence names ("… is that"); `None` without one."""
    nouns, links, own = (book.contexts.get(name, frozenset()) for name in (NOUNS, LINKS, OWN))
    for place, (noun, verb, link) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if noun.text.lower() in nouns and f"{verb.text} {link.text}".lower() in links:
            mine = any(token.text.lower() in own for token in tokens[max(0, place - 2) : place])
            return None if mine else link.span.end
    return None
