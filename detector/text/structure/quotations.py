"""Block quotations and embedded posts, as elements of a page set them."""

from collections.abc import Iterator, Sequence

from detector.article import Span, Utterance
from detector.settings import SETTINGS
from detector.text.structure import credit_lines, posts
from detector.text.structure.body import Body, count

Taken = tuple[Utterance, frozenset[int]]


def find_block_quotations(body: Body) -> Iterator[Taken]:
    """What stands in quotations and posts, with the blocks that each takes."""
    groups: dict[int, list[int]] = {}
    for index, block in enumerate(body.blocks):
        if block.markup.quote is not None:
            groups.setdefault(block.markup.quote, []).append(index)
    for blocks in groups.values():
        if body.blocks[blocks[0]].markup.embed:
            yield posts.of_element(body, blocks), frozenset(blocks)
        else:
            yield from _quotation(body, blocks)


def _quotation(body: Body, blocks: Sequence[int]) -> Iterator[Taken]:
    last = blocks[-1]
    name, said = _credit(body, blocks)
    after = last + 1
    if name is None and after < len(body.blocks) and body.blocks[after].markup.quote is None:
        span = body.blocks[after].span
        name = credit_lines.signed(body.text, span) or credit_lines.bracketed(body.text, span)
        blocks = [*blocks, after] if name is not None else blocks
    lead = body.blocks[blocks[0] - 1].span if blocks[0] else None
    if said and (name is not None or not _is_narrated(body, blocks, lead)):
        yield Utterance("block", said, name, lead), frozenset(blocks)


def _credit(body: Body, blocks: Sequence[int]) -> tuple[Span | None, tuple[Span, ...]]:
    """The credit inside a quotation, and what is said: a `cite`, a footer, or a last line that is a signature."""
    text, spans = body.text, [body.blocks[index].span for index in blocks]
    last, cited = spans[-1], body.blocks[blocks[-1]].markup.cited
    if cited and (cited[-1].end >= last.end - 2):
        name = credit_lines.cited(text, cited[-1])
        before = text[last.start : cited[-1].start].rstrip(" \n—–―-~")
        rest = (Span(last.start, last.start + len(before)),) if before else ()
        return name, (*spans[:-1], *rest)
    name = credit_lines.signed(text, last) or credit_lines.bracketed(text, last) if len(spans) > 1 else None
    if name is not None:
        return name, tuple(spans[:-1])
    inside = list(credit_lines.find_credit_lines(body, frozenset(blocks[-1:]))) if len(spans) == 1 else []
    if len(inside) == 1:
        return inside[0][0].speaker, inside[0][0].content
    return None, tuple(spans)


def _is_narrated(body: Body, blocks: Sequence[int], lead: Span | None) -> bool:
    """Whether a quotation is only a paragraph set off, which itself tells who says the quoted words in it."""
    span = body.blocks[blocks[0]].span
    quoted = body.quoted_in(span)
    if len(blocks) > 1 or not quoted or (lead is not None and lead.of(body.text).endswith(":")):
        return False
    edges = quoted[0].span.start == span.start or quoted[-1].span.end == span.end
    return edges and count(body.unquoted(span)) >= SETTINGS.structure.narration
