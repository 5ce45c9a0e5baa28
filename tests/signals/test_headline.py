"""The headline signal: what it finds, and how its score comes about."""

from dataclasses import replace

import pytest

from detector import overlap, rules
from detector.model import Dimension
from detector.signals import headline
from tests.readings import reading

BOOK = rules.load()
BODY = (
    "The government in Oslo signed a fishing deal with Iceland on Monday. Norway will pay 45 million crowns over ten "
    "years. The ministers met for an hour, and they will meet again in May. The union said the deal could ruin small "
    "harbours. Officials of the North Atlantic Fisheries Council were in the room."
)


def judged(title, body="", **changes):
    whole = reading(body, title)
    if changes:
        lines = tuple(replace(line, **changes) for line in whole.prose.sentences)
        whole = replace(whole, prose=replace(whole.prose, sentences=lines))
    return headline.score(whole, overlap.settle(headline.find(whole, BOOK)))


def remarks(title, body=""):
    return {finding.rule.removeprefix("headline."): finding.exact for finding in judged(title, body)[1]}


@pytest.mark.parametrize(
    ("title", "kicker"),
    [
        ("DEFYING BRUSSELS: Island signs fishing deal", "DEFYING BRUSSELS:"),
        ("CRUSHING DEBT: How the harbour lost its boats", "CRUSHING DEBT:"),
        ("Outrage: Council sells the library", "Outrage:"),
    ],
)
def test_a_kicker_that_judges_is_told(title, kicker):
    assert remarks(title)["loaded-kicker"] == kicker


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


def test_a_name_that_the_body_never_mentions_is_marked_inside_a_loaded_kicker():
    found = {finding.rule: finding for finding in judged("DEFYING TURKEY: Island signs fishing deal", BODY)[1]}
    absent = found["headline.name-not-in-body"]
    assert (absent.exact, absent.evidence["absent"]) == ("TURKEY", True)
    assert found["headline.loaded-kicker"].exact == "DEFYING TURKEY:"


@pytest.mark.parametrize(
    "title",
    [
        "Norwegian ministers sign fishing deal",
        "Council and NAFC sign fishing deal",
        "Fishing deal to cost 45m crowns",
        "Deal could ruin small harbours",
        "Icelandic and Norwegian Fishing Deal Signed",
    ],
)
def test_what_the_body_says_in_another_form_is_borne_out(title):
    assert not {"name-not-in-body", "number-not-in-body", "beyond-body"} & remarks(title, BODY).keys()


@pytest.mark.parametrize(
    ("title", "rule", "exact"),
    [
        ("Fishing deal to cost 72 million", "number-not-in-body", "72"),
        ("Fishing deal signed by Denmark and Iceland", "name-not-in-body", "Denmark"),
        ("Fishing deal ruins small harbours", "beyond-body", "ruins"),
        ("Fishing deal ends in carnage for small harbours", "claim-not-in-body", "carnage"),
    ],
)
def test_what_the_body_does_not_bear_out_is_told(title, rule, exact):
    assert remarks(title, BODY)[rule] == exact


def test_without_a_body_nothing_is_compared():
    assert not remarks("Turkey signs fishing deal worth 72 million")


def test_points_of_the_parts_sum_to_the_score_and_stand_in_the_findings():
    score, found = judged("OUTRAGE: Mayor slams “experts” over shocking ferry bill!", BODY)
    assert round(sum(part.points for part in score.parts)) == score.value
    assert {part.name: part.points for part in score.parts if part.kind == "finding"} == {
        finding.id: finding.points for finding in found if finding.counts
    }
    assert score.interval[0] <= score.value <= score.interval[1]
    assert score.value > 60


@pytest.mark.parametrize(
    "title",
    ["Council sets ferry budget for next year", "Two hurt as tram leaves rails in Oslo", "Bank keeps rate at 2%"],
)
def test_a_plain_headline_scores_low(title):
    assert judged(title)[0].value <= 10


def test_a_loaded_word_of_a_speaker_does_not_count():
    score, found = judged("“A shameful deal,” says union leader Ana Ruiz")
    assert [(finding.exact, finding.counts, finding.points) for finding in found] == [("shameful", False, 0.0)]
    assert score.value <= 10


def test_scare_quotes_are_the_authors():
    (found,) = judged("Council's “experts” back the tower")[1]
    assert (found.rule, found.exact, found.counts) == ("headline.scare-quotes", "experts", True)


def test_no_headline_gets_a_reason_and_no_score():
    score, found = judged(None, BODY)
    assert (score.value, score.dimension, found) == (None, Dimension.HEADLINE, ())
    assert score.reason == "No headline was found."


def test_a_model_adds_a_share_of_its_own():
    plain, _ = judged("Council sets ferry budget for next year")
    loaded, _ = judged("Council sets ferry budget for next year", loaded=0.95)
    assert [part.name for part in loaded.parts if part.kind == "model"] == ["headline"]
    assert loaded.value > plain.value + 15


@pytest.mark.parametrize(
    ("one", "other"), [("Norway", "Iceland"), ("Democrats", "Republicans"), ("He", "She"), ("Russia", "Ukraine")]
)
def test_who_it_is_about_does_not_change_the_score(one, other):
    title, body = "{} slams rivals over shocking deal", "{} met rivals on Monday in Oslo. The deal was signed in May. "
    assert (
        judged(title.format(one), body.format(one) * 3)[0].value
        == judged(title.format(other), body.format(other) * 3)[0].value
    )
