"""Where words count, and where they are somebody else's, a name, a denial or a part of another word."""

import pytest

from detector import rules
from detector.article import AUTHOR, Span
from detector.rules.matching import match, remark
from tests.readings import reading

BOOK = rules.load("en")


def flagged(body="", headline=None, dimension="wording"):
    whole = reading(body, headline)
    return {found.exact for found in match(BOOK, whole, dimension) if found.scored}


@pytest.mark.parametrize(
    ("sentence", "exact"),
    [
        ("The so-called experts came late.", "so-called"),
        ("The mayor lashed out at the union on Monday.", "lashed out at"),
        ("It was, of course, the worst of the boats.", "of course"),
        ("The DRACONIAN curfew began.", "DRACONIAN"),
        ("Shameful accounts were found in the drawer.", "Shameful"),
        ("The board doesn’t care: it’s a power grab.", "power grab"),
        ("It was a jaw\u2010dropping and disgraceful vote.", "disgraceful"),
        ("She called it late 🎉 and it was a debacle.", "debacle"),
    ],
)
def test_words_are_found_at_their_place(sentence, exact):
    assert exact in flagged(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It was not a disgraceful vote.",
        "The vote was never shameful to them.",
        "They went to see Draconian Times at the hall.",
        "The Radical Party met in Oslo.",
        "Radical Party members met in Oslo.",
        "The anti-shameful-vote league met.",
        "The slam of the door woke the clerk at once.",
    ],
)
def test_traps_pass(sentence):
    assert not flagged(sentence)


def test_no_word_stands_near_itself():
    assert flagged(headline="Harbour clerks blast the new levy", dimension="headline") == {"blast"}
    assert not flagged(headline="Bomb scare: clerks blast the new levy", dimension="headline")


def test_quoted_words_are_found_but_do_not_count_and_the_message_says_whose_they_are():
    whole = reading("“This is a shameful vote,” said Ana Ruiz, who leads the union in the town.")
    (found,) = match(BOOK, whole, "wording")
    assert found.exact == "shameful"
    assert found.voice.startswith("source:")
    assert not found.scored
    assert "Ana Ruiz" in found.message


def test_words_of_sport_are_not_loaded_on_a_page_about_sport():
    body = "The team crushed the league leaders in the last match of the season. The coach praised the striker. "
    assert "crushed" not in flagged(body * 3)
    assert "crushed" in flagged("The ministry crushed the union in a week of talks.")


def test_a_name_in_a_title_is_told_by_the_body():
    body = "Members of Shameless Harbour met on Monday in the hall. They spoke of the quay."
    assert not flagged(body, "Shameless Harbour Meets Again", "headline")
    assert flagged("They spoke of the quay.", "Shameless Harbour Board Meets Again", "headline") == {"Shameless"}


def test_a_suggestion_stands_in_the_form_of_the_word():
    (found,) = match(BOOK, reading("The senator slammed the water bill."), "wording")
    assert found.suggestion == "criticised"


def test_every_finding_shows_the_text_at_its_span():
    whole = reading("Thugs! The “crooked” board’s shameful accounts, of course.", "SHOCK: Board’s ‘crooked’ accounts!")
    for dimension in ("headline", "wording"):
        found = match(BOOK, whole, dimension)
        assert found
        assert all(each.exact == each.span.of(whole.article.text) for each in found)


def test_a_remark_takes_its_fields_from_the_evidence():
    whole = reading("Norway sold the boats to Iceland in May.")
    found = remark(whole, BOOK.rules["sourcing.party-never-heard"], Span(0, 6), {"name": "Norway"})
    assert found.message.startswith("Norway is criticised")
    assert found.suggestion == "ask Norway, or say that it did not answer"
    assert found.voice == AUTHOR
