"""Makes a page's tree safe to keep: what could run, ask for something or track goes; structure and words stay.

An allow-list of elements, attributes and style properties, after OWASP's XSS prevention cheat sheet. The copy's content
policy forbids the same once more.
"""

import re
from collections.abc import Collection
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from detector.export.siblings import Siblings
from detector.page.dom import SKIPPED

BLOCKS = frozenset(
    "address article aside blockquote caption col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5"
    " h6 header hgroup hr li nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
PHRASES = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i img ins kbd q rp rt ruby s samp small span strong sub sup time u var"
    " wbr".split()
)
LINES = frozenset("p h1 h2 h3 h4 h5 h6 summary figcaption caption".split())
DRAWING = frozenset("svg g path rect circle ellipse line polyline polygon".split())
DROPPED = (SKIPPED - {"svg"}) | frozenset(
    "applet area base dialog embed frame frameset input link map meta noembed noframes param portal source"
    " track".split()
)
RENAMED = {"xmp": "pre", "listing": "pre", "plaintext": "pre"} | dict.fromkeys(
    "acronym big data font label mark meter nobr output progress strike tt".split(), "span"
)
ATTRIBUTES = {
    "*": frozenset({"lang", "dir", "title", "style"}),
    "a": frozenset({"href"}),
    "img": frozenset({"alt", "src"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "ol": frozenset({"start", "type", "reversed"}),
    "li": frozenset({"value"}),
    "time": frozenset({"datetime"}),
}
GEOMETRY = frozenset(
    "viewbox width height d x y x1 y1 x2 y2 cx cy r rx ry points transform fill stroke stroke-width opacity"
    " preserveaspectratio role aria-label".split()
)
STYLES = frozenset("font-style font-weight font-variant text-align vertical-align white-space direction".split())
PLAIN_VALUE = re.compile(r"[\w\s.%-]{1,60}")
PLAIN_GEOMETRY = re.compile(r"[^<>:()&]*|[a-z]+\([\d\s.,+-]*\)")
PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[\w+/=\s]*", re.IGNORECASE)
PICTURE_WORDS = "data-picture"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def make_safe(body: Tag, kept: Collection[int], url: str | None) -> None:
    """Clean the tree under `body` in place. No text node of an element whose `id()` is in `kept` is lost.

    `url` is where the page comes from, so that its links lead somewhere.
    """
    beside = Siblings()
    for comment in [node for node in body.descendants if isinstance(node, PreformattedString)]:
        beside.replace(comment)
    siblings = Siblings()  # a second walk begins in front again
    for tag in body.find_all(True):
        if not tag.decomposed and isinstance(tag, Tag):
            _clean(tag, kept, url, siblings)


def _clean(tag: Tag, kept: Collection[int], url: str | None, siblings: Siblings) -> None:
    name = tag.name.lower()
    if name == "svg":
        _clean_drawing(tag, siblings)
    elif name in DRAWING:
        return  # cleaned with its svg
    elif id(tag) not in kept and (name in DROPPED or _is_hidden(tag)):
        siblings.remove(tag)
    else:
        tag.name = _rename(tag, name)
        _clean_attributes(tag, url)
        if name == "img" and not tag.get("src"):
            _stand_in(tag, siblings)


def _stand_in(picture: Tag, siblings: Siblings) -> None:
    """Words for a picture that would have to be fetched; nothing for one that has none (a spacer, a tracker)."""
    description = " ".join(str(picture.get("alt") or "").split())
    if not description:
        siblings.remove(picture)
        return
    picture.name = "span"
    picture.can_be_empty_element = False
    picture.attrs = {"role": "img", "aria-label": description, PICTURE_WORDS: description}


def _is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or bool(HIDDEN.search(str(tag.get("style", ""))))


def _rename(tag: Tag, name: str) -> str:
    if name in BLOCKS or name in PHRASES:
        return name
    if name in RENAMED:
        return RENAMED[name]
    parent = tag.parent.name if tag.parent is not None else ""
    return "span" if parent in PHRASES or parent in LINES else "div"


def _clean_attributes(tag: Tag, url: str | None) -> None:
    allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(tag.name, frozenset())
    attributes = {key: str(value) for key, value in tag.attrs.items() if key in allowed}
    if "style" in attributes:
        attributes["style"] = _plain_style(attributes["style"])
    if "href" in attributes:
        attributes["href"] = _link(attributes["href"], url)
        attributes["rel"] = "noreferrer noopener nofollow"
    if "src" in attributes and not PICTURE.fullmatch(attributes["src"]):
        del attributes["src"]
    if tag.name == "details":
        attributes["open"] = ""
    tag.attrs = {key: value for key, value in attributes.items() if value or key in ("alt", "open", "reversed")}


def _plain_style(style: str) -> str:
    pairs = (part.split(":", 1) for part in style.split(";") if ":" in part)
    declarations = ((name.strip().lower(), value.strip()) for name, value in pairs)
    return ";".join(
        f"{name}:{value}" for name, value in declarations if name in STYLES and PLAIN_VALUE.fullmatch(value)
    )


def _link(href: str, url: str | None) -> str:
    """The whole http(s) address of a link, or nothing."""
    try:
        target = urljoin(url or "", href.strip())
        parts = urlsplit(target)
    except ValueError:
        return ""
    return target if parts.scheme in ("http", "https") and parts.netloc and not href.startswith("#") else ""


def _clean_drawing(svg: Tag, siblings: Siblings) -> None:
    """Keep a drawing that says what it shows and is made of plain shapes; drop icons."""
    if not svg.get("aria-label") or svg.find_parent("svg"):
        siblings.remove(svg)
        return
    for tag in svg.find_all(True):
        if not tag.decomposed and isinstance(tag, Tag) and tag.name not in DRAWING - {"svg"}:
            siblings.remove(tag)
    for tag in (svg, *svg.find_all(True)):
        if isinstance(tag, Tag):
            tag.attrs = {
                key: str(value)
                for key, value in tag.attrs.items()
                if key.lower() in GEOMETRY and (key == "aria-label" or PLAIN_GEOMETRY.fullmatch(str(value)))
            }


def parse(html: str) -> BeautifulSoup:
    """The tree of HTML that another parser has put in order; every text node stays as it is."""
    # BeautifulSoup shortens white space but in these elements, and positions count it.
    return BeautifulSoup(html, "html.parser", preserve_whitespace_tags={"html", "body"})
