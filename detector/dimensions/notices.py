"""What is special about a page, said in plain words, and why a score cannot be given."""

from detector import languages
from detector.article import Genre, Part, Reading
from detector.schema import Notice
from detector.settings import SETTINGS


def say(reading: Reading, section: str, name: str, **fields: object) -> str:
    """A text in the reader's language; `{language}` is the page's, `{languages}` are those that can be scored."""
    texts = languages.messages_for(reading.reader)
    scored = [texts.language(code) for code in languages.codes()]
    known = {"language": texts.language(reading.language.code), "languages": texts.listed(scored)}
    return texts.say(section, name, **known, **fields)


def unscorable_reason(reading: Reading) -> str | None:
    """Why nothing at all can be scored on this page, or `None`."""
    if not reading.article.kind.is_article:
        return say(reading, "notices", "not-an-article")
    if not reading.article.kind.text_found:
        return say(reading, "notices", "text-not-found")
    return say(reading, "reasons", "unsupported-language") if reading.language.support == "none" else None


def too_short_reason(reading: Reading) -> str | None:
    """Why the body cannot be scored though the headline can, or `None`."""
    words, least = reading.prose.body_words, SETTINGS.language.min_words
    return say(reading, "reasons", "too-short", words=words, least=least) if words < least else None


def collect(reading: Reading, *, with_model: bool = True) -> tuple[Notice, ...]:
    """All notices of a page, the most important first; `with_model` tells whether there was a model to ask."""
    article, support = reading.article, reading.language.support
    found = {
        "not-an-article": not article.kind.is_article,
        "text-not-found": not article.kind.text_found,
        "unsupported-language": support == "none",
        "partly-supported": support == "partial",
        "measured": _measured(reading) is not None,
        "no-claims": support != "none" and "claims" not in languages.pack_for(reading.language.code).rules,
        "paywalled": article.metadata.paywalled,
        "too-short": article.kind.text_found and too_short_reason(reading) is not None,
        genre_code(reading.genre): article.kind.is_article and is_other_than_report(reading.genre),
        "no-headline": not any(block.part is Part.HEADLINE for block in article.blocks),
        "no-model": not with_model,
    }
    return tuple(Notice(code, _notice(reading, code)) for code, holds in found.items() if holds)


def is_other_than_report(genre: Genre) -> bool:
    """Whether a text is surely no report, so that the reader is told and it is not measured as one."""
    return genre.kind != "reporting" and genre.confidence >= SETTINGS.genre.said


def genre_code(genre: Genre) -> str:
    """The code of the notice that says what a genre means for the scores."""
    return "argues" if genre.signs else genre.kind


def _measured(reading: Reading) -> float | None:
    return reading.insight.measured if reading.insight else None


def _notice(reading: Reading, code: str) -> str:
    if code == "too-short":
        return too_short_reason(reading) or ""
    if code == "measured":
        return say(reading, "notices", code, cases=round(100 * (_measured(reading) or 0)))
    texts = languages.messages_for(reading.reader)
    signs = [texts.say("genres", f"sign-{sign}") for sign in reading.genre.signs]
    return say(reading, "notices", code, signs=texts.listed(signs) if signs else "")
