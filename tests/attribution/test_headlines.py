"""Who is heard in a headline in title case."""

import pytest

from detector import attribution
from detector.analysis import read_article
from detector.analysis import read_text as read_prose
from detector.article import Language
from detector.languages.en import GRAMMAR
from detector.page import read_text

ENGLISH = Language("en", 1.0, "full")
BODY = (
    "Mayor Jo Marsh spoke to the council of Tern on Monday. Experts watched from the gallery, and Marsh left early.\n\n"
    "A former officer of the harbour was there as well. The next meeting is in June, and the clerk keeps the minutes."
)


def sources(title: str) -> list[str]:
    return [source.name for source in read_article(read_text(BODY, title), ENGLISH).sources]


def found(title: str) -> list[str]:
    """Whom grammar gives words to, listed by an editor or not."""
    reading = read_prose(read_text(BODY, title), ENGLISH)
    entities = attribution.find(reading.article, reading.prose, GRAMMAR).entities
    return [entity.description.label for entity in entities if entity is not None]


@pytest.mark.parametrize(
    "title",
    [
        "Marsh, Lacking Clear Authority, Says Tern Will Declare the Weir a Public Danger",
        "Ex-Tern Officer Admits He Sold the Old Harbour Crane for Scrap",
    ],
)
def test_words_in_title_case_that_the_body_does_not_name_are_no_sources(title: str):
    assert not any("Will" in name or "Ex-" in name for name in sources(title))


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Jo Marsh Says the Old Harbour Crane Will Be Sold", "Jo Marsh"),
        ("Experts Say the Old Harbour Crane Will Be Sold", "Experts"),
        ("Ex-harbour officer says the old crane will be sold for scrap", "Ex-harbour officer"),
    ],
)
def test_those_whom_the_body_knows_are(title: str, name: str):
    assert name in found(title)


def test_who_is_heard_in_the_headline_alone_is_listed_by_name_only():
    assert sources("Jo Marsh Says the Old Harbour Crane Will Be Sold") == ["Jo Marsh"]
    assert sources("Experts Say the Old Harbour Crane Will Be Sold") == []
