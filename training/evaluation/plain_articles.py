"""Articles out of plain text, for tests: the first paragraph is the headline."""

import re

from detector.article import Article, Block, Part, Span
from detector.attribution import Attribution, attribute
from detector.languages.en import PACK
from detector.text import prose


def article(text: str) -> Article:
    """The article of a headline and paragraphs separated by blank lines."""
    pieces = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    parts = [Part.HEADLINE, *[Part.BODY] * (len(pieces) - 1)]
    return Article(text, tuple(Block(part, span) for part, span in zip(parts, pieces, strict=True)))


def read(text: str) -> Attribution:
    """The attribution of such an article."""
    page = article(text)
    return attribute(page, prose.read_prose(page, PACK), PACK)
