"""What sort of text an article is: what its page declares, what its build shows, and how it is written."""

from typing import Final

from detector import languages
from detector.article import Genre, GenreKind, GenreLabel, Reading
from detector.settings import SETTINGS
from detector.text.genre import declared, manner, structure

LABELS: Final[dict[GenreKind, GenreLabel]] = {
    "reporting": "reporting",
    "opinion": "opinion",
    "analysis": "opinion",
    "review": "opinion",
    "interview": "interview",
    "satire": "satire",
    "release": "other",
    "sponsored": "other",
}
UNTOLD = Genre("reporting", "reporting", 0.5, "default")


def tell(reading: Reading) -> Genre:
    """The genre of an article that has been read; what the page says of itself comes first, reporting is the default.

    The sentences should have been rated by the model, where there is one for their language.
    """
    article = reading.article
    found = declared.tell_declared(article) or structure.tell_by_structure(reading)
    if found:
        kind, confidence, why = found
        return Genre(LABELS[kind], kind, confidence, why)
    return _by_manner(reading)


def _by_manner(reading: Reading) -> Genre:
    words = languages.pack_for(reading.language.code).genre
    signs = words and manner.measure(reading, words, biography=structure.has_biography(reading.article))
    if not signs:
        return UNTOLD
    if signs["reader"] >= SETTINGS.genre.guide and structure.is_guide(reading.article):
        return Genre("reporting", "reporting", SETTINGS.genre.built, "build")
    chance = round(manner.probability(signs), 3)
    if chance <= SETTINGS.genre.argues:
        return Genre("reporting", "reporting", round(1 - chance, 3), "wording")
    return Genre("opinion", "opinion", chance, "wording", manner.strongest(signs, SETTINGS.genre.signs))
