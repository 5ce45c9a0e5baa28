"""From a page, or plain text, to an `Article`: what is the headline, what the body, and where each word stands."""

import re
from dataclasses import replace

from detector.article import Article, Metadata, Part
from detector.errors import EmptyInput
from detector.page import dom, extraction, guard, headline, kind, links, markup, metadata, paywall, standfirst
from detector.page.assembly import GrowingArticle, assemble
from detector.page.boilerplate import without_lines
from detector.page.calls import is_note
from detector.page.decoding import decode, well_formed
from detector.page.found import is_text_found
from detector.page.fragments import rejoined
from detector.page.headline import Headline
from detector.schema import Page, Text

__all__ = ["Input", "open_article", "read_page", "read_text"]

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")
Input = Page | Text | str | bytes


def open_article(request: Input) -> Article:
    """The article of a page or a text; a bare str or bytes is taken for a page. Raises as `read_page`, `read_text`."""
    if isinstance(request, Text):
        return replace(read_text(request.text, request.title), url=request.url)
    return read_page(request.html, request.url) if isinstance(request, Page) else read_page(request)


def read_page(html: str | bytes, url: str | None = None) -> Article:
    """Read a page's HTML: a browser's serialisation (`str`, never re-encoded) or the bytes a server sent.

    Raises `EmptyInput`, `NotHtml`, `PageTooLarge` or `PageTooComplex`. A page that is no article is read as well;
    `Article.kind` says so.
    """
    source = decode(html)
    guard.check(source)
    page = dom.parse(source)
    pieces = rejoined(page.pieces)
    if not pieces:
        raise EmptyInput("The page holds no text. If scripts build it, send the page as the browser shows it.")
    declared = metadata.read_declared(page.tree)
    title = headline.find_headline(pieces, declared)
    head = headline.surroundings(title, pieces)
    authors, published = metadata.read_credits(page, declared, url, head)
    chosen = extraction.choose(pieces, title.pieces if title else ())
    body = markup.without_pull_quotes(markup.with_posts(chosen, pieces))
    opening = standfirst.find_standfirst(head, title, body, declared)
    body = standfirst.with_standfirst(body, opening)
    judged = kind.judge(body, pieces, declared=declared, headline=title, authors=authors, url=url)
    if title is not None and judged.is_article and not is_text_found(body, title):
        judged, body, opening = replace(judged, text_found=False), (), None
    described = Metadata(
        title=title.text if title else None,
        kicker=_kicker(title),
        standfirst=opening.text if opening else None,
        site=declared.site or metadata.site_of_title(declared.html_title, url),
        byline=authors,
        notes=tuple(piece.text for piece in pieces if not piece.region.hidden and is_note(piece.text)),
        published=published,
        section=declared.section,
        paywalled=declared.paywalled or paywall.is_cut(body, pieces),
        declared_type=declared.kind,
    )
    own = links.home(url, declared)
    return assemble(title, body, metadata=described, kind=judged, url=url, stream=page.stream, own=own)


def read_text(text: str, title: str | None = None) -> Article:
    """Read plain text: paragraphs are separated by blank lines; those that are boilerplate (pointers elsewhere,
    credits, calls to the reader) are left out, and so is a first line that says the title again. Raises `EmptyInput`
    where both are empty and `PageTooLarge` beyond `settings.page.max_article` characters."""
    line = " ".join(well_formed(title or "").split())
    lines = well_formed(text).replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = _without_title([part.strip() for part in _BLANK_LINES.split(lines) if part.strip()], line)
    if not line and not paragraphs:
        raise EmptyInput("There is nothing to read. Give the article's text, its title, or both.")
    draft = GrowingArticle()
    found = Headline(line, kicker_length=headline.kicker_length(line)) if line else None
    if found is not None:
        draft.add_headline(found)
    for paragraph in without_lines(paragraphs):
        draft.add_paragraph(paragraph, (), Part.BODY)
    notes = tuple(paragraph for paragraph in paragraphs if is_note(paragraph))
    return Article(draft.text, tuple(draft.blocks), Metadata(title=line or None, kicker=_kicker(found), notes=notes))


def _without_title(paragraphs: list[str], title: str) -> list[str]:
    """The paragraphs without a first line that only says the title again, where more than that follows."""
    first, _, rest = paragraphs[0].partition("\n") if paragraphs else ("", "", "")
    again = bool(title) and " ".join(first.split()) == title
    left = [rest.strip(), *paragraphs[1:]] if rest.strip() else paragraphs[1:]
    return left if again and left else paragraphs


def _kicker(found: Headline | None) -> str | None:
    """The kicker's words without the colon or bar that ends it."""
    if found is None:
        return None
    text = found.above.text if found.above is not None else found.text[: found.kicker_length]
    return text.rstrip(" :|") or None
