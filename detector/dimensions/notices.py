"""What is special about a page, said in plain words, and why a score cannot be given."""

from detector.article import Notice, Part, Reading
from detector.article.genre import tell
from detector.settings import SETTINGS

NAMES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
    "zh-cn": "Chinese", "zh-tw": "Chinese",
}  # fmt: skip


def body_words(reading: Reading) -> int:
    """Words of the article's body."""
    prose = reading.prose
    return sum(token.is_word and prose.sentences[token.sentence].part is Part.BODY for token in prose.tokens)


def unscorable_reason(reading: Reading) -> str | None:
    """Why nothing at all can be scored on this page, or `None`."""
    if not reading.article.kind.is_article:
        return "This page does not look like a single article."
    if reading.language.support != "full":
        return f"Only English can be scored so far; this page is in {name(reading.language.code)}."
    return None


def too_short_reason(reading: Reading) -> str | None:
    """Why the body cannot be scored though the headline can, or `None`."""
    words, least = body_words(reading), SETTINGS.language.min_words
    return f"Only {words} words of body text are visible; this score needs {least}." if words < least else None


def name(code: str) -> str:
    """The English name of a language."""
    return "an unknown language" if code == "und" else NAMES.get(code, f"the language “{code}”")


RULES_ALONE = (
    "Made by rules alone, without the model: frames, the model's remarks on wording and its share of the headline "
    "score are missing, and the articles it is compared with were scored with it."
)


def collect(reading: Reading, *, with_model: bool = True) -> tuple[Notice, ...]:
    """All notices of a page, the most important first; `with_model` tells whether there was a model to ask."""
    found = []
    article = reading.article
    if not article.kind.is_article:
        found.append(Notice("not-an-article", unscorable_reason(reading) or ""))
    if reading.language.support != "full":
        text = f"This page is in {name(reading.language.code)}. Only English can be scored so far."
        found.append(Notice("unsupported-language", text))
    if article.metadata.paywalled:
        found.append(Notice("paywalled", "The page is marked as partly paid for; only the visible part was read."))
    if short := too_short_reason(reading):
        found.append(Notice("too-short", short))
    genre, _ = tell(article)
    if genre == "opinion":
        found.append(Notice("opinion", "Labelled as opinion: loaded wording is expected here."))
    if genre == "satire":
        found.append(Notice("satire", "Labelled as satire: do not read the scores as those of a report."))
    if not any(block.part is Part.HEADLINE for block in article.blocks):
        found.append(Notice("no-headline", "No headline was found."))
    if not with_model:
        found.append(Notice("no-model", RULES_ALONE))
    return tuple(found)
