"""The genre as the text's build shows it: questions and answers, a press release, a note that somebody paid, and what
the text says of its author."""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.article import Article, GenreKind, Part, Reading
from detector.settings import SETTINGS

TURNS = ("turn", "question")


@cache
def _any_of(field: str) -> tuple[re.Pattern[str], ...]:
    patterns: Sequence[str] = getattr(languages.page_terms(), field)
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)


def tell_by_structure(reading: Reading) -> tuple[GenreKind, float, str] | None:
    """The genre, the confidence 0..1 and what shows it; `None` where the build tells nothing."""
    article, settings = reading.article, SETTINGS.genre
    blocks = [block.span.of(article.text) for block in article.parts(Part.BODY)]
    notes = [*_notes(blocks), *article.metadata.notes]
    if _matches("payments", notes):
        return "sponsored", settings.noted, "note"
    if _matches("announcements", blocks) >= settings.announcements:
        return "release", settings.noted, "build"
    if is_interview(reading):
        return "interview", settings.built, "build"
    return ("opinion", settings.noted, "note") if _matches("disclaimers", notes) else None


def has_biography(article: Article) -> bool:
    """Whether a note says that the author is a columnist, a professor, an advocate …: no reporter."""
    return bool(_matches("biographies", _notes([block.span.of(article.text) for block in article.parts(Part.BODY)])))


def is_guide(article: Article) -> bool:
    """Whether the headline is that of a guide or a list of tips."""
    return bool(_matches("guides", [article.metadata.title or ""]))


def is_interview(reading: Reading) -> bool:
    """Whether the turns of a conversation make up most of the body, questions and answers together."""
    article, turns = reading.article, [each for each in reading.prose.utterances if each.kind in TURNS]
    spoken = sum(len(span) for each in turns for span in each.content)
    body = sum(len(block.span) for block in article.parts(Part.BODY))
    return len(turns) >= SETTINGS.genre.turns and spoken >= SETTINGS.genre.turn_share * body


def _notes(blocks: Sequence[str]) -> Sequence[str]:
    return [*blocks[:1], *blocks[1:][-SETTINGS.genre.note_blocks :]]


def _matches(field: str, blocks: Sequence[str]) -> int:
    """How many of the patterns of this kind are found in the blocks."""
    return sum(any(map(pattern.search, blocks)) for pattern in _any_of(field))
