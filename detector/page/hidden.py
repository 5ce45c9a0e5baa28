"""What a page's own markup hides from everybody who looks at it."""

import re
from collections.abc import Mapping

_STYLE = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|font-size\s*:\s*0(?!\.)"
    r"|max-height\s*:\s*0(?!\.)|(?:left|right|top|text-indent)\s*:\s*-\d{3,})",
    re.IGNORECASE,
)
# Names that the usual style sheets give to what nobody sees; with a size of screen in another name ("d-none
# d-md-block", "hidden md:block") only some do not.
_NAME = re.compile(
    r"(?<![\w:-])(?:(?:is|u|js)-?hidden|hidden|hide|d-none|display-none|(?:u-)?(?:visually-?hidden|visuallyhidden)|sr-only"
    r"|screen-?reader(?:s|-text|-only)?|assistive-text|a11y-hidden|off-?screen|invisible)(?![\w:-])",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(r"(?:xs|sm|md|lg|xl|xxl|phone|mobile|tablet|desktop|print)(?![a-z])", re.IGNORECASE)


def is_hidden(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is hidden by itself: by an attribute, its inline style, or a name that says so."""
    if tag == "dialog" and "open" not in attributes:
        return True
    if not attributes:
        return False
    style, names = attributes.get("style"), attributes.get("class")
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or (bool(style) and bool(_STYLE.search(style or "")))
        or (bool(names) and bool(_NAME.search(names or "")) and not _SOMEWHERE.search(names or ""))
    )
