"""The annotated copy: one file with the page's own words, the marks, a card for each and the panel.

It opens anywhere and asks for nothing: the content policy forbids every request, and no script but ours can run.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bs4 import BeautifulSoup, Tag

from detector import languages
from detector.article import Article
from detector.export import claims, page_parts, panel, placement, safety, shell, speakers, speech
from detector.export.markup import Markup, element, join
from detector.export.texts import ReportTexts
from detector.page import Input, dom, guard, open_article
from detector.page.decoding import decode
from detector.schema import Page, Report, Text


@dataclass(frozen=True, slots=True)
class Copy:
    """An annotated copy as HTML; `marked` and `lost` are the ids of the findings with and without a place in it."""

    html: str
    marked: tuple[str, ...]
    lost: tuple[str, ...]


def annotate(request: Input, report: Report, reader: str = languages.DEFAULT) -> Copy:
    """The annotated copy of a page or a plain text, `report` being its report; the paragraphs of a text become the
    page. `reader` is the language of what stands beside the page's words.

    Raises `detector.errors.InputError` for a page that could not have been read.
    """
    wire, texts = report.to_dict(("text",)), ReportTexts(reader)
    if isinstance(request, Text):
        article = open_article(request)
        for finding in wire["findings"]:
            finding["target"] = _target(finding)
        return _annotate(safety.parse(_body(article)), article, wire, texts)
    html = request.html if isinstance(request, Page) else request
    article = open_article(Page(html, report.document.url))
    if article.text != report.document.text:  # the page has changed since: of its words we know nothing
        article = replace(article, stream="")
    source = decode(html)
    guard.check(source)
    return _annotate(safety.parse(dom.parse(source).tree.html or ""), article, wire, texts)


def _body(article: Article) -> str:
    parts, end = [], 0
    for block in article.blocks:
        parts.append(article.text[end : block.span.start])
        parts.append(element("p" if block.part == "body" else "h1", {}, block.span.of(article.text)))
        end = block.span.end
    return f"<body>{join(*parts)}</body>"


def _target(finding: Mapping[str, Any]) -> dict[str, Any]:
    position = {"type": "TextPositionSelector", "start": finding["start"], "end": finding["end"]}
    quote = {"type": "TextQuoteSelector", "exact": finding["exact"], "prefix": "", "suffix": ""}
    return {"selector": [position, quote]}


def _annotate(soup: BeautifulSoup, article: Article, wire: dict[str, Any], texts: ReportTexts) -> Copy:
    body = soup.body or soup
    stream = placement.read_stream(body)
    places = placement.place(stream, wire["findings"])
    head, text = placement.article_nodes(stream, article)
    kept = page_parts.ancestors_of([*head, *text, *placement.nodes_at(stream, places.values())])
    safety.make_safe(body, kept, article.url)
    page_parts.set_aside(body, head, text, kept, article.metadata.byline)
    said = speech.find_speech(article, wire["document"]["language"]["code"], wire["quotes"], stream)
    stream = speech.tint(soup, stream, said, speech.looks(wire["sources"], texts))
    placed = [finding for finding in wire["findings"] if finding["id"] in places]
    marked = placement.mark(soup, stream, places, placed)
    names = [finding["id"] for finding in wire["findings"]]
    lost = tuple(name for name in names if name not in marked)
    page = _page(body, wire, texts, lost, {each.quotation for each in said})
    return Copy(page, tuple(name for name in names if name in marked), lost)


def _page(
    body: Tag, wire: Mapping[str, Any], texts: ReportTexts, lost: tuple[str, ...], anchored: Collection[str]
) -> str:
    words = Markup(body.decode_contents(formatter="minimal"))
    version = wire["engine"]["version"]
    controls = [
        _control("ut-plain", texts.panel("hide")),
        _control("ut-whole", texts.copy("rest")) if body.find(lambda tag: tag.has_attr(page_parts.REST)) else None,
    ]
    side = element(
        "aside",
        {"class": "panel", "aria-label": "Undertone"},
        element("header", {"class": "bar"}, shell.logo(), element("h1", {}, "Undertone")),
        panel.head(wire, texts),
        element("div", {"class": "controls"}, controls),
        panel.scores(wire, texts),
        speakers.section(wire, texts, anchored),
        claims.section(wire, texts),
        panel.frames(wire, texts),
        panel.remarks(wire, texts, lost),
        element(
            "footer",
            {"class": "foot"},
            texts.copy("copy", version=version),
        ),
    )
    page = element("main", {"class": "page", "lang": wire["document"]["language"]["code"]}, words)
    title = f"{wire['document']['title'] or texts.copy('untitled')} · Undertone"
    return shell.document(title, [page, side], "annotated", texts, script="annotated.js")


def _control(name: str, label: str) -> Markup:
    return element("label", {}, element("input", {"type": "checkbox", "id": name}), f" {label}")
