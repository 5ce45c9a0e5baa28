"""Texts with something set off in them, and whose its words are."""

from detector.analysis import read_article
from detector.article import Language
from detector.page import read_text

ENGLISH = Language("en", 1.0, "full")
HEAD = "The harbour at Tern was closed on Monday. The town council met in the evening to talk about the tolls."
TAIL = "The next meeting is planned for June, and the clerk will publish the draft of the by-law in the week before."


def heard(text: str, words: str, title: str = "Tolls divide the council") -> str:
    """Whose the `words` of a text are: the name of a source, or the author or nobody known."""
    reading = read_article(read_text(text, title), ENGLISH)
    at = reading.article.text.index(words)
    voice = reading.voice_at(type(reading.article.blocks[0].span)(at, at + len(words)))
    return reading.names.get(voice, voice)


def said(*paragraphs: str) -> str:
    return "\n\n".join((HEAD, *paragraphs, TAIL))
