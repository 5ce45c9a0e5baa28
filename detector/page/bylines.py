"""Who wrote a page: the names among what it declares and in the line it shows at its head.

A role, a desk, an account of the publishing system and the site itself are nobody's name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from detector import languages
from detector.page.pieces import Piece
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

_ADDRESS = r"https?:|www\.|@|\d|[{}<>\[\]]"
_BREAK = re.compile(r"\s*[;|•·\n]\s*|\s+[–—/-]{1,2}\s+")
_EDGES = " ,;:|-–—./\"'()"
_LABEL = re.compile(r"(?<![a-z])(?:by-?line|author|writer|contributor)s?(?![a-z])")


@cache
def _no_name() -> re.Pattern[str]:
    """What an author's name does not hold, and what is nobody's name."""
    terms = languages.page_terms()
    roles = "|".join(terms.roles)
    return re.compile(rf"{_ADDRESS}|^(?:{'|'.join(terms.no_names)})$|\b(?:{roles})\b", re.IGNORECASE)


@cache
def _credit() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What stands before an author's name, and behind it; what stands between two names."""
    terms = languages.page_terms()
    before, after = "|".join(terms.before_names), "|".join(terms.after_names)
    return (
        # "By Ada Berg", and "4 March 2026 by Ada Berg"
        re.compile(rf"^\W*(?:(?=\D{{0,30}}\d)[^.]{{4,50}}?\s)?(?:{before})(?:\s+|$)", re.IGNORECASE),
        re.compile(rf"(?:,? |[.,;]\s+)(?:{after}).*$", re.IGNORECASE | re.DOTALL),
        re.compile(rf"\s+(?:{'|'.join(terms.between_names)})\s+|\s*&\s*", re.IGNORECASE),
    )


def authors(declared: Sequence[str], site: str | None, head: Sequence[Piece]) -> tuple[str, ...]:
    """The authors' names: those `declared`, unless the page itself shows others, or more, around its headline."""
    said, shown = names(declared, site), _shown(head, site)
    line = skeleton(" ".join(piece.text for piece in head if len(piece.text) <= SETTINGS.page.byline_line))
    if shown and not any(skeleton(name) in line for name in said):
        return shown
    more = {skeleton(name) for name in shown} > {skeleton(name) for name in said}
    return shown if more else said


def names(found: Iterable[str], site: str | None) -> tuple[str, ...]:
    """The names among what was found, each once whatever its case."""
    kept: dict[str, str] = {}
    for entry in found:
        for part in _BREAK.split(entry[: SETTINGS.page.max_name]):
            for name in _split(_bare(part)):
                if _is_name(name, site):
                    kept.setdefault(name.casefold(), name)
    return tuple(kept.values())


def in_line(text: str, site: str | None) -> tuple[str, ...]:
    """The names in a line that a page shows as a credit."""
    line = _BREAK.split(_bare(text[: SETTINGS.page.max_name]))[0]
    return tuple(name for name in _split(line) if _is_name(name, site) and _is_capitalised(name))


def _shown(head: Sequence[Piece], site: str | None) -> tuple[str, ...]:
    """The names in the first byline of the page's head."""
    before = _credit()[0]
    for index, piece in enumerate(head):
        text = piece.text
        sentence = text.endswith(".") and len(text.split()) >= SETTINGS.page.byline_words
        if len(text) > SETTINGS.page.byline_line or sentence:
            continue
        led = before.match(text)
        if led is not None and led.end() >= len(text) and index + 1 < len(head):  # "By", and the name in the next line
            text = head[index + 1].text
        elif led is None and not _LABEL.search(piece.region.label):
            continue
        if found := in_line(text, site):
            return found
    return ()


def _bare(line: str) -> str:
    """A credit without the words around the names."""
    before, after, _ = _credit()
    return after.sub("", before.sub("", " ".join(line.split()))).strip(_EDGES)


def _split(line: str) -> list[str]:
    """The names in a line: of a list with "and" all, else what stands before a comma, behind which come role and
    outlet, unless all of it are names."""
    parts = [part.strip(_EDGES) for part in _credit()[2].split(line)]
    if len(parts) > 1:  # "A, B and C, The Paper"
        listed = [*(name.strip(_EDGES) for part in parts[:-1] for name in part.split(",")), parts[-1].split(",")[0]]
        return listed if all(_is_full(name) for name in listed) else [line.split(",", maxsplit=1)[0]]
    some = [part.strip(_EDGES) for part in line.split(",")]
    if len(some) == 2 and all(len(part.split()) == 1 for part in some):
        return [line]  # "Berg, Ada"
    return some if all(_is_full(name) for name in some) else some[:1]


def _is_full(name: str) -> bool:
    """Whether a part of a line is a first and a last name."""
    return 2 <= len(name.split()) <= 4 and _is_capitalised(name) and not _no_name().search(name)


def _is_capitalised(name: str) -> bool:
    words = name.split()
    small = sum(word[0].islower() for word in words)  # "van", "de la", "bin"
    return not words[-1][0].islower() and small <= len(words) - small


def _is_name(name: str, site: str | None) -> bool:
    words = name.split()
    limits = SETTINGS.page
    fits = 1 <= len(words) <= limits.name_words and 2 < len(name) <= limits.name_length
    if not fits or _no_name().search(name):
        return False
    is_account = words[0][0].isupper() and words[-1][0].islower()
    return not is_account and not _is_site(skeleton(name), skeleton(site or ""))


def _is_site(name: str, site: str) -> bool:
    """Whether two skeletons are one name, of which one may have an article before it."""
    alike = site.endswith(name) or name.endswith(site)
    return bool(site) and alike and abs(len(site) - len(name)) <= SETTINGS.page.site_article
