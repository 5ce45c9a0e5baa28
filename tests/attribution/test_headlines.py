"""Who is heard in a headline in title case."""

import pytest

from detector.analysis import read_article
from detector.article import Language
from detector.page import read_text

ENGLISH = Language("en", 1.0, "full")
BODY = (
    "Mayor Jo Marsh spoke to the council of Tern on Monday. Experts watched from the gallery, and Marsh left early.\n\n"
    "A former officer of the harbour was there as well. The next meeting is in June, and the clerk keeps the minutes."
)


def sources(title: str) -> list[str]:
    return [source.name for source in read_article(read_text(BODY, title), ENGLISH).sources]


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
    assert name in sources(title)
