"""An article's blocks as sentences and tagged tokens, with what stands in quotation marks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from operator import attrgetter

from detector.article import Article, Part, Prose, Sentence, Span, Token
from detector.languages import Pack
from detector.text import marks, sentences, structure, tokens


@dataclass(frozen=True, slots=True)
class _Untagged:
    """A sentence before it is tagged."""

    block: int
    part: Part
    spans: Sequence[Span]
    words: Sequence[str]


def read_prose(article: Article, pack: Pack) -> Prose:
    """The sentences and tokens of `article`, with offsets into `article.text`.

    A sentence never crosses blocks; every character of a block that is no space lies in exactly one sentence and in
    exactly one token. Where they end, their tags and their sentiment are those of the language's `pack`.
    """
    quoted = quoted_stretches(article, pack)
    lines = list(_untagged(article, quoted, pack))
    names = _names(lines, pack)
    found: list[Sentence] = []
    words: list[Token] = []
    for number, line in enumerate(lines):
        first = len(words)
        tags = pack.tagger.tag(line.words, names)
        for span, word, tag in zip(line.spans, line.words, tags, strict=True):
            words.append(Token(span, word, tag, number, False, *pack.tagger.universal(tag)))
        polarity, subjectivity = pack.tagger.rate(line.words)
        span = Span(line.spans[0].start, line.spans[-1].end)
        found.append(Sentence(span, line.part, line.block, first, len(words), polarity, subjectivity))
    return Prose(
        article.text,
        tuple(found),
        tuple(_marked(words, quoted, pack)),
        tuple(each.inside for each in quoted),
        structure.find_utterances(article, quoted, pack.layout),
        sum(word.is_word and found[word.sentence].part is Part.BODY for word in words),
    )


def quoted_stretches(article: Article, pack: Pack) -> list[marks.Quoted]:
    """All quoted stretches, block by block; a quotation goes on only from one body paragraph to the next."""
    text = article.text
    elided = pack.splitting.elided
    found: list[marks.Quoted] = []
    open_before = False
    for block, following in zip_longest(article.blocks, article.blocks[1:]):
        body = block.part is Part.BODY
        goes_on = body and following is not None and marks.opens_with_mark(text, following.span, elided)
        here = marks.find_quoted(text, block.span, elided, continued=body and open_before, continues=goes_on)
        found.extend(here)
        found.extend(_set_in_q(block.markup.quoted, here))
        open_before = bool(here) and not here[-1].closed
    return sorted(found, key=attrgetter("span"))


def _set_in_q(spans: Sequence[Span], here: Sequence[marks.Quoted]) -> Iterator[marks.Quoted]:
    """What an element quotes, which browsers set in quotation marks, where no marks of the text do."""
    for span in spans:
        if not any(stretch.span.overlaps(span) for stretch in here):
            yield marks.Quoted(span, span)


def _untagged(article: Article, quoted: Sequence[marks.Quoted], pack: Pack) -> Iterator[_Untagged]:
    text = article.text
    opening = frozenset(stretch.span.start for stretch in quoted)
    closing = frozenset(stretch.inside.end for stretch in quoted if stretch.closed)
    for number, block in enumerate(article.blocks):
        spans = list(tokens.split(text, pack.splitting, block.span.start, block.span.end))
        for first, last in sentences.split(text, spans, pack.splitting, opening, closing):
            yield _Untagged(number, block.part, spans[first:last], [span.of(text) for span in spans[first:last]])


def _names(lines: Sequence[_Untagged], pack: Pack) -> frozenset[str]:
    """Lower-case forms of the words that the body writes with a capital in mid-sentence, and never without."""
    capital: set[str] = set()
    small: set[str] = set()
    for line in lines:
        if line.part is Part.BODY and not pack.tagger.is_shouted(line.words):
            capital.update(word for word in line.words[1:] if word[0].isupper())
            small.update(word for word in line.words if word[0].islower())
    return frozenset(word.lower() for word in capital) - small


def _marked(words: Sequence[Token], quoted: Sequence[marks.Quoted], pack: Pack) -> Iterator[Token]:
    """The same tokens, those in quotation marks marked as such."""
    stretches = iter(quoted)
    stretch = next(stretches, None)
    for token in words:
        while stretch is not None and stretch.span.end <= token.span.start:
            stretch = next(stretches, None)
        if stretch is not None and stretch.span.overlaps(token.span):
            tag = _mark_tag(token, stretch)
            yield Token(token.span, token.text, tag, token.sentence, True, *pack.tagger.universal(tag))
        else:
            yield token


def _mark_tag(token: Token, stretch: marks.Quoted) -> str:
    """The tag of a token in quotation marks; a straight or a single mark shows only by its place what it is."""
    if token.span.start == stretch.span.start and stretch.inside.start > stretch.span.start:
        return "``"
    return "''" if stretch.closed and token.span.start == stretch.inside.end else token.tag
