"""Readings for tests of rules and signals: plain text through the real route, without scores."""

from dataclasses import replace
from functools import cache

from detector import encoder, page
from detector.analysis import judge_parties, read_article
from detector.article import Language, Reading
from detector.encoder import multilingual
from detector.encoder.insight import apply_model, apply_multilingual
from detector.text import genre

ENGLISH = Language("en", 1.0, "full")


def reading(body: str = "", headline: str | None = None) -> Reading:
    """`body` and `headline` as a reading in English, whatever their length."""
    made = read_article(page.read_text(body, headline), ENGLISH)
    whole = Reading(
        made.article,
        ENGLISH,
        made.prose,
        made.quotations,
        made.sources,
        made.parties,
        made.voices,
    )
    return judge_parties(replace(whole, genre=genre.tell(whole)))


@cache
def model() -> encoder.Encoder:
    """The package's model, loaded once for all tests."""
    return encoder.load()


def heard(body: str = "", headline: str | None = None) -> Reading:
    """The same, with what the model says of it."""
    whole = reading(body, headline)
    told, insight = apply_model(model(), whole.article, whole.prose)
    return replace(whole, prose=told, insight=insight)


def heard_abroad(whole: Reading) -> Reading:
    """A reading in another language than English, with what the network of its language says of it."""
    told, insight = apply_multilingual(multilingual.load(), whole.article, whole.prose, whole.language.code)
    return replace(whole, prose=told, insight=insight)
