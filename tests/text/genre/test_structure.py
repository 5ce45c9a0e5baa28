"""The genre as the build of a text shows it."""

import pytest

from detector.analysis import read_text
from detector.page import Text, open_article
from detector.text.genre import structure


def article(*paragraphs, title="The quay"):
    return open_article(Text("\n\n".join(paragraphs), title=title))


def told(*paragraphs):
    return structure.tell_by_structure(read_text(article(*paragraphs)))


PLAIN = (
    "The quay was closed on Friday after a crane fell into the water.",
    "“Nobody was hurt,” harbour master Lina Brekk said.",
    "The harbour office will test two other cranes next week.",
)
RELEASE = (
    "FOR IMMEDIATE RELEASE",
    "Brekk Cranes is proud to announce the most advanced crane of its class.",
    "“We are thrilled,” said Lina Brekk, chief executive of Brekk Cranes.",
    "About Brekk Cranes",
    "Brekk Cranes builds cranes for harbours around the world.",
    "Media contact: Per Holm, press@brekk.example",
)
ANSWERS = (
    "I build boats, small ones, out of the oak that grows on my own land.",
    "Because the river is narrow, and I have never seen a reason to leave it.",
    "In spring, I think, when the paint has had two months to dry.",
)
QUESTIONS = ("What do you do?", "Why do you build so small?", "When is your next one ready?")


def test_a_report_shows_nothing():
    assert told(*PLAIN) is None


def test_a_press_release():
    assert told(*RELEASE)[0] == "release"


def test_the_page_of_a_pollster_is_a_press_release():
    page = ("“Voters have changed their mind,” said the analyst. Read the full release", "Recent Releases", PLAIN[-1])
    assert told(*page)[0] == "release"


def test_a_report_with_one_such_mark_is_no_press_release():
    assert told(*PLAIN, "Contact: the harbour office") is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        [text for pair in zip(QUESTIONS, ANSWERS, strict=True) for text in pair],
        [text for ask, told in zip(QUESTIONS, ANSWERS, strict=True) for text in (f"Q: {ask}", f"A: {told}")],
        [f"{'BREKK' if number % 2 else 'PAPER'}: {text}" for number, text in enumerate(ANSWERS * 2)],
    ],
)
def test_interviews(paragraphs):
    assert told("Lina Brekk builds boats.", *paragraphs)[0] == "interview"


def test_questions_that_nobody_answers_are_no_interview():
    assert told(*PLAIN, *QUESTIONS, *PLAIN) is None


def test_names_before_colons_of_one_speaker_are_no_interview():
    assert told(*(f"Brekk: item {number}" for number in range(6))) is None


def test_a_note_on_whose_views_these_are():
    note = "The views expressed in this article are the author’s own."
    assert told(*PLAIN, note)[0] == "opinion"
    assert told(*PLAIN, "Views of the quay were expressed in paint.", *PLAIN) is None


def test_a_note_that_somebody_paid():
    note = "This article was produced in partnership with Brekk Cranes, an advertising partner."
    assert told(*PLAIN, note)[0] == "sponsored"


@pytest.mark.parametrize(
    "note",
    [
        "Lina Brekk is a columnist for The Fjord Courier.",
        "— Per Holm, a former judge, is a professor of law at the University of Nordvik.",
        "Ada Moor is the author of “Rivers”. Follow her on Bluesky.",
    ],
)
def test_biographies(note):
    assert structure.has_biography(article(*PLAIN, note))


@pytest.mark.parametrize("note", ["Lina Brekk is a reporter in Oslo.", "The quay is the work of a harbour architect."])
def test_reporters_and_things_have_no_such_biography(note):
    assert not structure.has_biography(article(*PLAIN, note))


@pytest.mark.parametrize(
    ("title", "guide"),
    [
        ("How to paint a boat", True),
        ("7 simple ways to paint a boat", True),
        ("How the quay was sold", False),
        ("7 ways the council lost its way and what it costs", True),
    ],
)
def test_guides(title, guide):
    assert structure.is_guide(article(*PLAIN, title=title)) is guide
