"""Declarative shadow roots: a browser shows what stands in them, a parser that knows only the standard's older part
takes them for inert templates."""

import re

_MARK = "shadowrootmode"
_TEMPLATE = re.compile(r"<(/?)template\b([^>]{0,300})>", re.IGNORECASE)
_ELEMENT = "shadow-root"


def opened(html: str) -> str:
    """The markup with each declarative shadow root as an element of its own (`shadow-root`), where its text is read
    like any other; other templates stay what they are."""
    if _MARK not in html:
        return html
    parts: list[str] = []
    roots: list[bool] = []
    at = 0
    for tag in _TEMPLATE.finditer(html):
        if tag[1]:
            is_root = roots.pop() if roots else False
        else:
            is_root = _MARK in tag[2]
            roots.append(is_root)
        if is_root:
            parts += (html[at : tag.start()], f"<{tag[1]}{_ELEMENT}>")
            at = tag.end()
    return "".join(parts) + html[at:]
