"""Files of plain text: telling them from pages, and their headline from what it stands over."""

import re

from server.settings import HEADLINE_LENGTH

SENTENCE_ENDS = (".", ",", ":", ";")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f]")  # of files that hold no text
TAG = re.compile(r"<(?:!doctype|!--|\?xml|/?[a-z][a-z0-9-]{0,40}[\s/>])", re.IGNORECASE)


def is_plain(content: str | bytes) -> bool:
    """Whether a file holds text, and no markup at all."""
    text = content if isinstance(content, str) else content.decode("utf-8", "replace")
    return bool(text.strip()) and not TAG.search(text) and not CONTROLS.search(text)


def part(text: str) -> tuple[str | None, str]:
    """The headline and the rest: a first line with an empty line below that ends as no sentence does; else `None` and
    the whole text."""
    first, _, below = text.removeprefix("\ufeff").lstrip().partition("\n")
    empty, _, rest = below.partition("\n")
    title = first.lstrip("#").strip()
    if not title or len(title) > HEADLINE_LENGTH or title.endswith(SENTENCE_ENDS) or empty.strip() or not rest.strip():
        return None, text
    return title, rest.lstrip()
