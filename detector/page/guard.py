"""A linear scan that refuses, before anything is parsed, a page that would cost a parser more than linear time."""

import re

from detector.errors import PageTooComplex, PageTooLarge
from detector.settings import SETTINGS

# One attribute as the HTML Standard tokenises it (13.2.5.32-38), so that no quotation mark can hide others.
_ATTRIBUTE = (
    r"""[ \t\n\f\r/]*+[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>]*+))?+"""
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<(?:(!--)|(/?)([a-zA-Z][^ \t\n\f\r/>]*+)((?:{_ATTRIBUTE})*+))")
_CLOSE = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.I)
    for name in ("script", "style", "textarea", "title", "noscript", "iframe", "xmp", "noembed", "noframes")
}
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dd dt option tbody"
    " thead tfoot rp rt".split()
)
# A browser opens these again in every new block until they are closed, so they multiply (HTML Standard, 13.2.4.3).
_FORMATTING = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_ASK = "Send only the article's part of the page, or paste its text."


def check(html: str) -> None:
    """Pass a page whose size, tags, nesting and attributes a parser takes in linear time.

    Raises `PageTooLarge` or `PageTooComplex` by the limits of `settings.page`.
    """
    limits = SETTINGS.page
    if len(html) > limits.max_characters:
        raise PageTooLarge(f"The page has {len(html):,} characters; the limit is {limits.max_characters:,}. {_ASK}")
    _check_tags(html)


def _check_tags(html: str) -> None:
    limits = SETTINGS.page
    tally, search = _Tally(), _TAG.search
    match = search(html)
    while match:
        tally.add(match)
        if tally.tags > limits.max_tags:
            raise PageTooComplex(f"The page has more than {limits.max_tags:,} tags. {_ASK}")
        if tally.depth > limits.depth_slack * limits.max_depth or tally.reopened > limits.max_reopened:
            raise PageTooComplex(f"The page nests more than {limits.max_depth} elements. {_ASK}")
        if tally.compared > limits.max_attributes**2:
            raise PageTooComplex(f"The page has tags with more than {limits.max_attributes:,} attributes. {_ASK}")
        match = search(html, _resume(html, match))


class _Tally:
    """What was counted so far; `compared` is the sum of squared attribute counts of long tags."""

    __slots__ = ("compared", "depth", "formatting", "reopened", "tags")

    def __init__(self) -> None:
        self.tags = self.depth = self.formatting = self.reopened = self.compared = 0

    def add(self, match: re.Match[str]) -> None:
        self.tags += 1
        comment, closing, name, attributes = match.groups()
        if comment:
            return
        name = name.lower()
        step = -1 if closing else 1
        if name in _FORMATTING:
            self.formatting = max(0, self.formatting + step)
        elif step > 0:
            self.reopened += self.formatting
        if name not in _VOID:
            self.depth = max(0, self.depth + step)
        # a parser compares each attribute of a tag with all others of that tag
        if len(attributes) > SETTINGS.page.attributes_length:
            self.compared += len(_ATTRIBUTES.findall(attributes)) ** 2


def _resume(html: str, match: re.Match[str]) -> int:
    """Where the next tag may begin: not inside a comment, nor inside an element whose content is no markup."""
    if match[1]:
        return _after(html, html.find("-->", match.start() + 2))
    close = None if match[2] else _CLOSE.get(match[3].lower())
    if close is None:
        return match.end()
    found = close.search(html, match.end())
    return _after(html, found.start() if found else -1)


def _after(html: str, found: int) -> int:
    return found if found >= 0 else len(html)
