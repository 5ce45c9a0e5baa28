"""The genre as the text's build shows it: questions and answers, a press release, a note that somebody paid, and what
the text says of its author."""

import re
from collections.abc import Sequence
from functools import cache

from detector import languages
from detector.article import Article, GenreKind, Part
from detector.settings import SETTINGS

NOTE_BLOCKS = 3  # a note about the author, or on whose views these are, stands first or among the last paragraphs
_TURN = re.compile(r"(?:Q|A|[A-ZÄÖÜ][\w.'’-]*(?: [A-ZÄÖÜ][\w.'’-]*){0,4}) ?[:.] ")
_CLOSERS = "\"'”’)»*_ "


@cache
def _any_of(field: str) -> tuple[re.Pattern[str], ...]:
    patterns: Sequence[str] = getattr(languages.page_terms(), field)
    return tuple(re.compile(pattern, re.IGNORECASE | re.MULTILINE) for pattern in patterns)


def find(article: Article) -> tuple[GenreKind, float, str] | None:
    """The genre, the confidence 0..1 and what shows it; `None` where the build tells nothing."""
    blocks = [block.span.of(article.text) for block in article.parts(Part.BODY)]
    settings = SETTINGS.genre
    if _matches("payments", _notes(blocks)):
        return "sponsored", settings.noted, "note"
    if _matches("announcements", blocks) >= settings.announcements:
        return "release", settings.noted, "build"
    if is_interview(blocks):
        return "interview", settings.built, "build"
    return ("opinion", settings.noted, "note") if _matches("disclaimers", _notes(blocks)) else None


def has_biography(article: Article) -> bool:
    """Whether a note says that the author is a columnist, a professor, an advocate …: no reporter."""
    return bool(_matches("biographies", _notes([block.span.of(article.text) for block in article.parts(Part.BODY)])))


def is_guide(article: Article) -> bool:
    """Whether the headline is that of a guide or a list of tips."""
    return bool(_matches("guides", [article.metadata.title or ""]))


def is_interview(blocks: Sequence[str]) -> bool:
    """Whether paragraphs are the turns of two or more speakers, or questions with an answer after each."""
    settings = SETTINGS.genre
    turns = [match[0] for match in map(_TURN.match, blocks) if match]
    speakers = {turn for turn in turns if turns.count(turn) > 1}
    if len(speakers) > 1 and len(turns) >= settings.turns:
        return True
    asked = [number for number, block in enumerate(blocks[:-1]) if block.rstrip(_CLOSERS).endswith("?")]
    answered = sum(not blocks[number + 1].rstrip(_CLOSERS).endswith("?") for number in asked)
    return answered >= settings.questions and answered >= settings.question_share * len(blocks)


def _notes(blocks: Sequence[str]) -> Sequence[str]:
    return [*blocks[:1], *blocks[1:][-NOTE_BLOCKS:]]


def _matches(field: str, blocks: Sequence[str]) -> int:
    """How many of the patterns of this kind are found in the blocks."""
    return sum(any(map(pattern.search, blocks)) for pattern in _any_of(field))
