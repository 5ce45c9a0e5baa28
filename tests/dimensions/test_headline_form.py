"""Kickers, capitals, questions and quotation marks of headlines."""

import pytest

from detector import rules
from detector.dimensions import headline
from detector.rules import overlap
from tests.readings import heard, reading

BOOK = rules.load("en")


def remarks(title, body=""):
    found = overlap.resolve_overlaps(headline.find(reading(body, title), BOOK))
    return {finding.rule.removeprefix("headline."): finding for finding in found}


@pytest.mark.parametrize(
    ("title", "kicker"),
    [
        ("DEFYING BRUSSELS: Island signs fishing deal", "DEFYING BRUSSELS:"),
        ("CRUSHING DEBT: How the harbour lost its boats", "CRUSHING DEBT:"),
        ("Outrage: Council sells the library", "Outrage:"),
    ],
)
def test_a_kicker_that_judges_is_told(title, kicker):
    assert remarks(title)["loaded-kicker"].exact == kicker


@pytest.mark.parametrize(
    "title",
    [
        "NATO: Ministers meet in Oslo",
        "UK economy: Output grew in May",
        "US-China: Envoys meet again",
        "Biden: We will sign the deal",
        "2:1 vote ends the fishing dispute",
        "VISITING OSLO: Ministers sign fishing deal",
    ],
)
def test_a_kicker_that_names_a_matter_passes(title):
    assert not {"loaded-kicker", "urgent-kicker", "shouting"} & remarks(title).keys()


@pytest.mark.parametrize(
    "body",
    [
        "The board looked into the Green Quay sign on Monday. It will vote in May.",
        "“It is the green quay that they want,” said Ana Ruiz, a clerk. The board will vote in May.",
    ],
)
def test_a_name_and_the_words_of_a_source_are_not_scare_quotes(body):
    title = "Board Looks Into Possible ‘Green Quay’ Hand Sign"
    assert "scare-quotes" in remarks(title)
    assert not any(finding.rule == "headline.scare-quotes" for finding in headline.find(heard(body, title), BOOK))


def test_scare_quotes_are_the_authors():
    found = remarks("Council's “experts” back the tower")["scare-quotes"]
    assert (found.exact, found.scored, found.voice) == ("experts", True, "author")


@pytest.mark.parametrize(
    ("title", "rule", "exact"),
    [
        ("Teachers are NEVER paid on time", "shouting", "NEVER"),
        ("MAYOR LEAVES THE COUNCIL", "all-capitals", "MAYOR LEAVES THE COUNCIL"),
        ("Is the mayor hiding the accounts?", "question", "accounts?"),
        ("Mayor hiding the accounts?", "question", "accounts?"),
        ("LIVE: Council votes on the tower", "urgent-kicker", "LIVE:"),
    ],
)
def test_the_form_is_told_at_its_place(title, rule, exact):
    assert remarks(title)[rule].exact == exact


@pytest.mark.parametrize(
    "title",
    [
        "When does the ferry leave?",
        "“Is it safe?” residents ask",
        "UNESCO lists the harbour of Riga",
        "Watchdog: tower is 'unworkable'",
        "Actor of 'Hamlet' opens the film festival",
        "Cup goes to 'Team 7' after penalties",
        "Keeper 'on way out', from source",
    ],
)
def test_a_form_with_a_plain_reason_passes(title):
    assert not {"question", "shouting", "all-capitals", "scare-quotes"} & remarks(title).keys()
