"""The headline signal: what it finds, and how its score comes about."""

from dataclasses import replace

import pytest

from detector import rules
from detector.article import Insight, Mark, Span
from detector.dimensions import headline
from detector.rules import overlap
from tests.readings import reading

BOOK = rules.load("en")
BODY = (
    "The government in Oslo signed a fishing deal with Iceland on Monday. Norway will pay 45 million crowns over ten "
    "years. The ministers met for an hour, and they will meet again in May. The union said the deal could ruin small "
    "harbours. Officials of the North Atlantic Fisheries Council were in the room."
)


def judged(title, body="", insight=None):
    whole = replace(reading(body, title), insight=insight)
    return headline.score(whole, overlap.resolve_overlaps(headline.find(whole, BOOK)))


def test_points_of_the_parts_sum_to_the_score_and_stand_in_the_findings():
    score, found = judged("OUTRAGE: Mayor slams “experts” over shocking ferry bill!", BODY)
    assert round(sum(part.points for part in score.parts)) == score.value
    assert {part.id: part.points for part in score.parts if part.kind == "finding"} == {
        finding.id: finding.points for finding in found if finding.scored
    }
    assert score.interval[0] <= score.value <= score.interval[1]
    assert score.value > 60
    assert score.facts["not_in_body"] == ["shocking"]


@pytest.mark.parametrize(
    "title",
    ["Council sets ferry budget for next year", "Two hurt as tram leaves rails in Oslo", "Bank keeps rate at 2%"],
)
def test_a_plain_headline_scores_low(title):
    assert judged(title)[0].value <= 10


def test_a_loaded_word_of_a_speaker_does_not_count():
    score, found = judged("“A shameful deal,” says union leader Ana Ruiz")
    assert [(finding.exact, finding.scored, finding.points) for finding in found] == [("shameful", False, 0.0)]
    assert score.value <= 10


def test_no_headline_gets_a_reason_and_no_score():
    score, found = judged(None, BODY)
    assert (score.value, found) == (None, ())
    assert score.reason == "No headline was found."


def test_a_model_adds_a_share_of_its_own():
    plain, _ = judged("Council sets ferry budget for next year")
    loud = (Mark(Span(8, 12), 0.7, 0.7),)
    insight = Insight(bait=0.2, alarm=0.95, frames=(), headline=loud)
    loaded, _ = judged("Council sets ferry budget for next year", insight=insight)
    assert [part.id for part in loaded.parts if part.kind == "model"] == ["headline"]
    assert loaded.value > plain.value + 15
    assert (loaded.facts["bait"], loaded.facts["alarm"]) == (0.2, 0.95)
    assert "alarm" not in plain.facts


def test_alarm_without_a_loud_word_leaves_no_points():
    score, found = judged("Council sets ferry budget for next year", insight=Insight(bait=0.2, alarm=0.95, frames=()))
    assert (score.value, score.parts, found) == (0, (), ())


@pytest.mark.parametrize(
    ("one", "other"), [("Norway", "Iceland"), ("Democrats", "Republicans"), ("He", "She"), ("Russia", "Ukraine")]
)
def test_who_it_is_about_does_not_change_the_score(one, other):
    title, body = "{} slams rivals over shocking deal", "{} met rivals on Monday in Oslo. The deal was signed in May. "
    assert (
        judged(title.format(one), body.format(one) * 3)[0].value
        == judged(title.format(other), body.format(other) * 3)[0].value
    )
