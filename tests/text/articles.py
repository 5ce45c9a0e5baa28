"""Articles made of plain paragraphs, for the tests of this folder."""

from detector.article import Article, Block, Part, Span


def article(*paragraphs: str, headline: str | None = None) -> Article:
    """An article whose blocks are `headline` (if any) and `paragraphs`, separated by blank lines."""
    parts = [(Part.HEADLINE, headline)] if headline is not None else []
    blocks: list[Block] = []
    text = ""
    for part, words in parts + [(Part.BODY, words) for words in paragraphs]:
        text += "\n\n" if text else ""
        blocks.append(Block(part, Span(len(text), len(text) + len(words))))
        text += words
    return Article(text, tuple(blocks))
