"""An article's blocks as sentences and tagged tokens, with what stands in quotation marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from detector.article import Article, Part, Prose, Sentence, Span, Token
from detector.languages.en import tagging
from detector.text import marks, sentences, tokens


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence before it is tagged."""

    block: int
    part: Part
    spans: Sequence[Span]
    words: Sequence[str]


def read(article: Article) -> Prose:
    """The sentences and tokens of `article`, with offsets into `article.text`.

    A sentence never crosses blocks; every character of a block that is no space lies in exactly one sentence and in
    exactly one token. Tags and sentiment are TextBlob's (see `lexical`).
    """
    quoted = quoted_stretches(article)
    drafts = list(_drafts(article, quoted))
    names = _names(drafts)
    found: list[Sentence] = []
    words: list[Token] = []
    for number, draft in enumerate(drafts):
        first = len(words)
        tags = tagging.tag(draft.words, names)
        for span, word, tag in zip(draft.spans, draft.words, tags, strict=True):
            words.append(Token(span, word, tag, number, quoted=False))
        polarity, subjectivity = tagging.rate(draft.words)
        span = Span(draft.spans[0].start, draft.spans[-1].end)
        found.append(Sentence(span, draft.part, draft.block, first, len(words), polarity, subjectivity))
    return Prose(article.text, tuple(found), tuple(_marked(words, quoted)), tuple(each.inside for each in quoted))


def quoted_stretches(article: Article) -> list[marks.Quoted]:
    """All quoted stretches, block by block; a quotation goes on only from one body paragraph to the next."""
    text = article.text
    found: list[marks.Quoted] = []
    open_before = False
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        body = block.part is Part.BODY
        goes_on = body and following is not None and marks.opens_with_mark(text, following.span)
        here = marks.find(text, block.span, continued=body and open_before, continues=goes_on)
        found.extend(here)
        open_before = bool(here) and not here[-1].closed
    return found


def _drafts(article: Article, quoted: Sequence[marks.Quoted]) -> Iterator[_Draft]:
    text = article.text
    opening = frozenset(stretch.span.start for stretch in quoted)
    closing = frozenset(stretch.inside.end for stretch in quoted if stretch.closed)
    for number, block in enumerate(article.blocks):
        spans = list(tokens.split(text, block.span.start, block.span.end))
        for first, last in sentences.split(text, spans, opening, closing):
            yield _Draft(number, block.part, spans[first:last], [span.of(text) for span in spans[first:last]])


def _names(drafts: Sequence[_Draft]) -> frozenset[str]:
    """Lower-case forms of the words that the body writes with a capital in mid-sentence, and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for draft in drafts:
        if draft.part is Part.BODY and not tagging.is_shouted(draft.words):
            capital.update(word for word in draft.words[1:] if word[0].isupper())
            small.update(word for word in draft.words if word[0].islower())
    return frozenset(word.lower() for word in capital) - small


def _marked(words: Sequence[Token], quoted: Sequence[marks.Quoted]) -> Iterator[Token]:
    """The same tokens, those in quotation marks marked as such."""
    stretches = iter(quoted)
    stretch = next(stretches, None)
    for token in words:
        while stretch is not None and stretch.span.end <= token.span.start:
            stretch = next(stretches, None)
        if stretch is not None and stretch.span.overlaps(token.span):
            yield Token(token.span, token.text, _mark_tag(token, stretch), token.sentence, quoted=True)
        else:
            yield token


def _mark_tag(token: Token, stretch: marks.Quoted) -> str:
    """The tag of a token in quotation marks; a straight or a single mark shows only by its place what it is."""
    if token.span.start == stretch.span.start and stretch.inside.start > stretch.span.start:
        return "``"
    return "''" if stretch.closed and token.span.start == stretch.inside.end else token.tag
