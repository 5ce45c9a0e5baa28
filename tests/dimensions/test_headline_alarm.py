"""A loud headline is marked at its loudest words, and at nothing else."""

from dataclasses import replace

import pytest

from detector import rules
from detector.article import Insight, Mark, Span
from detector.dimensions import headline
from detector.rules import overlap
from tests.readings import heard, reading

BOOK = rules.load("en")


def marked(title, loud, alarm=0.9, body="", bait=0.2, titled=None):
    whole = reading(body, title)
    places = {word: whole.article.text.index(word) for word in loud}
    marks = [Mark(Span(at, at + len(word)), loud[word], 0.9) for word, at in places.items()]
    placed = tuple(sorted(marks, key=lambda mark: mark.span))
    insight = Insight(bait=bait, alarm=alarm, frames=(), headline=placed, titled=titled)
    found = overlap.resolve_overlaps(headline.find(replace(whole, insight=insight), BOOK))
    return {finding.exact: finding for finding in found if finding.rule == "headline.model-alarm"}


def test_the_loudest_words_are_marked_and_none_far_below_them():
    found = marked("Board sneezes at quay-side town", {"sneezes": 0.9, "quay-side": 0.85, "town": 0.65})
    assert found.keys() == {"sneezes", "quay-side"}
    assert found["sneezes"].severity == "notable"


def test_neighbours_are_one_mark():
    assert marked("A big dig at the mayor", {"big": 0.7, "dig": 0.7}).keys() == {"big dig"}


@pytest.mark.parametrize(
    ("title", "loud", "alarm"),
    [
        ("Board sneezes at the town", {"sneezes": 0.34}, 0.9),
        ("Gunmen kill three", {"kill": 0.9}, 0.9),
        ("Extremist charged in Leeds", {"Extremist": 0.9}, 0.9),
        ("Gang beheads a statue", {"beheads": 0.9}, 0.9),
        ("Why aren't the boats in?", {"aren't": 0.9}, 0.9),
        ("Tape purports to show the mayor", {"purports": 0.9}, 0.9),
        ("“Board sneezes at the town,” says mayor", {"sneezes": 0.9}, 0.9),
    ],
)
def test_a_quiet_headline_hard_news_and_quoted_words_are_not_marked(title, loud, alarm):
    assert not marked(title, loud, alarm)


def test_a_plain_word_of_the_story_that_the_body_reports_by_it_too_is_not_loud():
    body = "She made a speech at the quay. Some at the speech gave a loud cheer. "
    assert not marked("Mayor's speech draws few cheers", {"speech": 0.9}, body=body)
    assert marked("Mayor's belch draws few cheers", {"belch": 0.9}, body=body).keys() == {"belch"}
    assert not marked("Mayor's snout draws few cheers", {"snout": 0.44}, body=body)


@pytest.mark.parametrize(("sure", "titled", "told"), [(0.65, 0.85, True), (0.65, 0.5, False), (0.55, 0.85, False)])
def test_hard_news_is_loud_where_the_model_is_certain(sure, titled, told):
    assert bool(marked("The levy died of pride", {"died": sure}, titled=titled)) == told


@pytest.mark.parametrize(("titled", "told"), [(0.85, True), (0.5, False)])
def test_a_plain_word_of_the_story_is_loud_where_the_model_is_certain(titled, told):
    body = "She made a speech at the quay. Some at the speech gave a loud cheer. "
    assert bool(marked("Mayor's speech draws few cheers", {"speech": 0.65}, body=body, titled=titled)) == told


def test_loud_words_that_a_headline_quotes_are_shown_and_do_not_count():
    title = "“Board sneezes at the town,” says mayor"
    found = marked(title, {"sneezes": 0.7}, titled=0.9)
    assert not found["sneezes"].scored
    assert not marked(title, {"sneezes": 0.7}, titled=0.7)


def test_what_a_plain_headline_quotes_is_news():
    whole = reading("", "Mayor is “totally” for the ferry")
    for titled, told in ((0.7, True), (0.2, False)):
        insight = Insight(bait=0.2, alarm=0.2, frames=(), titled=titled)
        assert bool(headline.find(replace(whole, insight=insight), BOOK)) == told


def test_a_question_that_ends_in_a_quotation_asks_what_was_meant():
    asked = Insight(bait=0.7, alarm=0.7, frames=(), titled=0.5)
    for title, told in (("Did the mayor say the levy was “fair and square”?", False), ("Was the levy fair?", True)):
        found = headline.find(replace(reading("", title), insight=asked), BOOK)
        assert ("headline.question" in {finding.rule for finding in found}) == told


def test_an_adjective_is_loud_though_the_body_has_it_too():
    body = "She has a dark view of the quay, a dark and gloomy one. "
    assert marked("Mayor sells her dark view of the quay", {"dark": 0.8}, body=body).keys() == {"dark"}


def test_a_headline_that_alarms_and_baits_is_marked_though_no_word_is_loud_by_itself():
    body = "The board went gonzo on Monday. It was gonzo again at noon. "
    assert marked("The board in gonzo mode", {"gonzo": 0.58}, body=body, bait=0.6).keys() == {"gonzo"}
    assert not marked("The board in gonzo mode", {"gonzo": 0.58}, body=body, bait=0.3)


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Orrin is a fraud", "headline.verdict"),
        ("Don’t let them close the harbour", "headline.call"),
        ("Harbour board talks when no one is looking", "headline.bait"),
        ("The media went to war against the mayor", "headline.war-verb"),
        ("All-out war over the ferry", "headline.metaphor"),
    ],
)
def test_a_verdict_a_call_and_a_lure_are_marked(title, rule):
    assert rule in {finding.rule for finding in headline.find(reading("", title), BOOK)}


def test_takeaways_and_a_backlash_are_news():
    for title in ("Five takeaways from the harbour debate", "Harbour board defends plan as backlash mounts"):
        assert not headline.find(reading("", title), BOOK)


def test_a_name_of_the_body_is_not_marked():
    body = "The deal was signed by Anna Sneeze on Monday. The board met Sneeze at noon and left. "
    assert not marked("Board turns on Sneeze", {"Sneeze": 0.9}, body=body)
    assert not marked("Board fears the Anna-Sneeze memo", {"Anna-Sneeze": 0.9}, body=body)


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("Jackals and vultures round on the budget", "headline.animal"),
        ("Harbour plan gasps for air", "headline.metaphor"),
        ("Orrin says what all of us were thinking", "headline.bandwagon"),
        ("Council doubles down on the ferry", "headline.emotive-verb"),
    ],
)
def test_metaphors_and_bandwagon_are_marked(title, rule):
    assert rule in {finding.rule for finding in headline.find(reading("", title), BOOK)}


def test_an_adjective_that_the_body_has_too_is_loud_only_where_the_model_is_sure():
    body, title = "She has a dark view of the quay. ", "Mayor sells her dark view of the quay"
    assert not marked(title, {"dark": 0.38}, body=body)
    assert marked(title, {"dark": 0.45}, body=body).keys() == {"dark"}
    assert marked(title, {"dark": 0.38}).keys() == {"dark"}


def test_an_animal_of_the_body_is_an_animal():
    body = "Two sharks were seen in the bay. The council closed it. "
    assert not headline.find(reading(body, "Sharks close the bay"), BOOK)


def test_a_name_in_capitals_is_shouted_where_the_body_writes_it_otherwise():
    body = "Anna Orrin signed the deal. Orrin left at noon. "
    found = headline.find(reading(body, "Board demands that ORRIN resign"), BOOK)
    assert [(finding.rule, finding.suggestion) for finding in found] == [("headline.shouting", "Orrin")]
    assert not headline.find(reading(body.replace("Orrin", "ORRIN"), "Board demands that ORRIN resign"), BOOK)
    letters = "Talks with Orco failed on Monday. The Orco office closed at noon. "
    assert not headline.find(reading(letters, "Board drops ORCO lease"), BOOK)


@pytest.mark.parametrize(("bait", "alarm", "told"), [(0.2, 0.2, False), (0.7, 0.2, True), (0.2, 0.4, True)])
def test_a_question_that_neither_alarms_nor_baits_is_a_question(bait, alarm, told):
    whole = replace(reading("", "Will the ferry sail in May?"), insight=Insight(bait=bait, alarm=alarm, frames=()))
    assert bool(headline.find(whole, BOOK)) == told


def test_a_question_that_leads_to_its_answer_is_one_however_calm():
    calm = Insight(bait=0.2, alarm=0.2, frames=())
    for title in ("Will the board listen, or simply put itself first?", "There was never a ferry before May?"):
        assert "headline.question" in {
            finding.rule for finding in headline.find(replace(reading("", title), insight=calm), BOOK)
        }


def test_a_plain_headline_has_no_mark_and_no_points():
    whole = heard("The council set the budget for the ferry on Monday. ", "Council sets ferry budget for next year")
    score, found = headline.score(whole, headline.find(whole, BOOK))
    assert (score.value, score.parts, found) == (0, (), ())
