"""The headline's names, figures, strong words and certainty against the body."""

import pytest

from detector import rules
from detector.dimensions import headline
from detector.rules import overlap
from tests.readings import reading

BOOK = rules.load("en")
BODY = (
    "The government in Oslo signed a fishing deal with Iceland on Monday. Norway will pay 45 million crowns over ten "
    "years. The ministers met for an hour, and they will meet again in May. The union said the deal could ruin small "
    "harbours. Officials of the North Atlantic Fisheries Council were in the room."
)


def remarks(title, body=""):
    found = overlap.resolve_overlaps(headline.find(reading(body, title), BOOK))
    return {finding.rule.removeprefix("headline."): finding for finding in found}


def test_a_body_of_letters_is_in_the_text_under_any_of_its_names():
    body = f"{BODY} The National Health Service sent a doctor."
    assert "name-not-in-body" not in remarks("Iceland asks NHS about the deal", body)
    assert "name-not-in-body" in remarks("Iceland asks NATO about the deal", body)


def test_a_loud_word_in_capitals_is_no_name():
    assert "name-not-in-body" not in remarks("FURY as Iceland signs a deal", BODY)
    assert "name-not-in-body" not in remarks("Iceland signs a deal amid FURY", BODY)


@pytest.mark.parametrize("written", ["O’Hara", "O‘Hara", "OʼHara", "O-Hara", "O‑Hara"])
def test_a_name_is_the_same_however_its_apostrophe_is_written(written: str):
    body = f"{BODY} Mr {written} signed it too."
    assert "name-not-in-body" not in remarks("Iceland asks O'Hara about the deal", body)
    assert "name-not-in-body" in remarks("Iceland asks O'Mara about the deal", body)


def test_a_name_that_the_body_never_mentions_is_marked_inside_a_loaded_kicker():
    found = remarks("DEFYING TURKEY: Island signs fishing deal", BODY)
    absent = found["name-not-in-body"]
    assert (absent.exact, absent.evidence["absent"]) == ("TURKEY", True)
    assert found["loaded-kicker"].exact == "DEFYING TURKEY:"


@pytest.mark.parametrize(
    "title",
    [
        "Norwegian ministers sign fishing deal",
        "Council and NAFC sign fishing deal",
        "Fishing deal to cost 45m crowns",
        "Deal could ruin small harbours",
        "Icelandic and Norwegian Fishing Deal Signed",
        "Fishing deal angers crews in Tarnholm",
        "Fishing deal angers crews near San Marro",
    ],
)
def test_what_the_body_says_in_another_form_is_borne_out(title):
    assert not {"name-not-in-body", "number-not-in-body", "certainty-not-in-body"} & remarks(title, BODY).keys()


@pytest.mark.parametrize(
    ("title", "rule", "exact"),
    [
        ("Fishing deal to cost 72 million", "number-not-in-body", "72"),
        ("Fishing deal signed by Denmark and Iceland", "name-not-in-body", "Denmark"),
        ("Fishing deal ruins small harbours", "certainty-not-in-body", "ruins"),
        ("Fishing deal ends in carnage for small harbours", "claim-not-in-body", "carnage"),
    ],
)
def test_what_the_body_does_not_bear_out_is_told(title, rule, exact):
    assert remarks(title, BODY)[rule].exact == exact


@pytest.mark.parametrize(
    ("title", "figure"), [("Fishing deal to cost 72 million", "1" * 400), (f"Fishing deal to cost {'1' * 400}", "72.5")]
)
def test_a_figure_of_hundreds_of_digits_is_compared_with_nothing(title, figure):
    asked = "72" if "72" in title else None
    found = remarks(title, f"{BODY} Somebody wrote {figure} on a wall.").get("number-not-in-body")
    assert (found and found.exact) == asked


def test_a_figure_may_stand_in_another_unit_and_be_rounded():
    assert "number-not-in-body" not in remarks("Fishing deal to cost 2.3 million", f"{BODY} It costs 2,312,000.")
    assert "number-not-in-body" in remarks("Fishing deal to cost 2,100,000", f"{BODY} It costs 2.")


def test_a_team_may_go_by_its_short_name():
    body = "The Islanders won in overtime on Monday. " + BODY
    assert "name-not-in-body" not in remarks("Late goal lifts Isles over the rest", body)


def test_both_apostrophes_write_one_name():
    body = BODY + " The lawyer, Sean O’Hara, read the deal."
    assert "name-not-in-body" not in remarks("Iceland asks O'Hara about the deal", body)


def test_without_a_body_nothing_is_compared():
    assert not remarks("Turkey signs fishing deal worth 72 million")


def test_a_kicker_has_its_own_remark_and_promises_no_word_of_the_text():
    assert "claim-not-in-body" not in remarks("FIASCO: Fishing deal signed in Oslo", BODY)
