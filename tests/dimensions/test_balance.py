"""The sourcing arithmetic against worked examples."""

from dataclasses import replace

import pytest

from detector.article import Party, Source, Span
from detector.dimensions.sourcing import balance


def person(name, *, side=None, origin=None, identified=True):
    return Source(
        id=name, name=name, kind="person", named=True, identified=identified, side=side, origin=origin or name
    )


CROWD = Source(id="crowd", name="officials", kind="collective", side="North", origin="crowd")
REPORT = Source(id="report", name="the report", kind="document", origin="report")


def party(heard, *, headline=False):
    spans = (Span(0, 4),)
    return Party(name="Delta", side=None, mentions=spans, headline=spans if headline else (), heard=heard)


def test_a_crowd_is_anonymous_and_a_document_or_the_holder_of_an_office_is_not():
    chair = Source(id="chair", name="chairman of the Growers' Union", kind="person", in_office=True)
    aide = Source(id="aide", name="an aide", kind="person")
    told = [balance.is_anonymous(source) for source in (CROWD, REPORT, chair, aide, person("Ann"))]
    assert told == [True, False, False, True, False]


def test_effective_number_is_one_for_a_single_voice_and_n_for_equal_ones():
    assert balance.effective({"a": 1.0}) == 1
    assert balance.effective(dict.fromkeys("abcd", 0.25)) == pytest.approx(4)
    assert balance.effective({}) == 0


def weigh(given, parties=(), *, body=100, opinion=False):
    return balance.weigh(balance.SourcingEvidence(given, body, parties, opinion))


def test_two_sources_of_one_origin_are_two_voices_but_one_origin():
    words = [(person("Ann", origin="works"), 50), (person("Ben", origin="works"), 50)]
    state = weigh(words)
    assert state.effective == pytest.approx(2)
    assert state.independent == pytest.approx(1)
    assert state.voices == 1


@pytest.mark.parametrize(("count", "marks"), [(0, 0), (1, 0.2), (3, 0.6), (5, 1), (7, 1)])
def test_breadth_grows_with_identified_people_of_different_origin(count, marks):
    words = [(person(f"P{index}"), 10) for index in range(count)] + [(CROWD, 10)]
    assert weigh(words).breadth == pytest.approx(marks)


def test_a_name_in_full_without_a_role_counts_half_and_a_crowd_nothing():
    assert weigh([(person("Ann Roe", identified=False), 10)]).voices == 0.5
    assert weigh([(person("Ann", identified=False), 10)]).voices == 0
    assert weigh([(CROWD, 10)]).voices == 0


def test_a_text_rests_on_its_sources_by_the_share_of_its_words():
    assert weigh([(person("Ann"), 30)]).grounding == pytest.approx(0.5)
    assert weigh([(person("Ann"), 90)]).grounding == 1


def test_a_document_is_not_anonymous_but_a_crowd_is():
    state = weigh([(CROWD, 25), (REPORT, 75)])
    assert state.anonymous_share == pytest.approx(0.25)


def test_up_to_half_for_one_side_is_no_imbalance():
    level = weigh([(person("Ann", side="North"), 50), (person("Ben", side="South"), 50)])
    tilted = weigh([(person("Ann", side="North"), 75), (person("Ben", side="South"), 25)])
    assert level.sides == 1
    assert tilted.sides == pytest.approx(0.5)


def test_allies_are_one_camp_whatever_they_belong_to():
    allies = [(replace(person(name), camp="against"), 20) for name in "ABCDE"]
    assert weigh(allies).sides == 0
    assert weigh([(person(name), 20) for name in "ABCDE"]).sides == 1


def test_the_right_of_reply_goes_by_how_surely_a_party_is_missed():
    words = [(person("Ann"), 50)]
    sure, doubtful = party("none"), replace(party("none"), confidence=0.5)
    assert weigh(words).reply == weigh(words, [party("direct"), party("declined")]).reply == 1
    assert weigh(words, [sure]).reply == pytest.approx(0.3)
    assert weigh(words, [doubtful]).reply == pytest.approx(0.65)
    assert weigh(words, [sure, sure]).reply == pytest.approx(0.09)
    assert weigh(words, [sure], opinion=True).reply == pytest.approx(0.65)


def test_component_weights_sum_to_100():
    assert sum(balance.weights().values()) == pytest.approx(100)


def test_a_party_that_is_missed_costs_no_more_than_reply_and_sides():
    many = [(person(name, side=name), 20) for name in "ABCDE"]
    whole, missed = balance.value(weigh(many)), balance.value(weigh(many, [party("none", headline=True)]))
    assert whole == pytest.approx(100)
    assert whole - missed <= 20


def test_swapping_two_sides_changes_nothing():
    def state(first, second):
        return balance.value(weigh([(person("Ann", side=first), 80), (person("Ben", side=second), 20)]))

    assert state("North", "South") == state("South", "North")


def test_words_of_a_speaker_who_cannot_be_told_rest_on_somebody():
    words = balance.SourcingEvidence([(person("Ann"), 20)], 100)
    told = balance.weigh(replace(words, unresolved=30)).grounding
    assert told == pytest.approx(balance.weigh(replace(words, attributed=[(person("Ann"), 50)])).grounding)
