"""The sourcing arithmetic against worked examples."""

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


def test_two_sources_of_one_origin_are_two_voices_but_one_origin():
    words = [(person("Ann", origin="works"), 50), (person("Ben", origin="works"), 50)]
    state = balance.weigh(words, [])
    assert state.effective == pytest.approx(2)
    assert state.independent == pytest.approx(1)
    assert state.independence == 0


@pytest.mark.parametrize(("count", "marks"), [(0, 0), (1, 1 / 3), (2, 2 / 3), (3, 2 / 3), (4, 1), (7, 1)])
def test_transparency_follows_the_scale_of_identified_people(count, marks):
    words = [(person(f"P{index}"), 10) for index in range(count)] + [(CROWD, 10)]
    assert balance.weigh(words, []).transparency == pytest.approx(marks)


@pytest.mark.parametrize(
    ("identified", "in_full", "marks"),
    [(0, 1, 1 / 6), (0, 2, 1 / 3), (1, 1, 1 / 2), (2, 2, 2 / 3), (3, 1, 5 / 6), (0, 9, 1)],
)
def test_a_name_in_full_without_a_role_counts_half(identified, in_full, marks):
    words = [(person(f"P{index}"), 10) for index in range(identified)]
    words += [(person(f"Ann P{index}", identified=False), 10) for index in range(in_full)]
    assert balance.weigh(words, []).transparency == pytest.approx(marks)


def test_a_named_person_or_a_document_lifts_the_lowest_cap_and_a_crowd_does_not():
    by_source = {
        source.kind: [name for name, _ in balance.caps(balance.weigh([(source, 90)], []), [])]
        for source in (person("Ann", identified=False), REPORT, CROWD)
    }
    assert by_source == {"person": ["one-side"], "document": ["one-side"], "collective": ["unidentified", "one-side"]}


def test_a_document_is_not_anonymous_but_a_crowd_is():
    state = balance.weigh([(CROWD, 25), (REPORT, 75)], [])
    assert state.anonymous_share == pytest.approx(0.25)


def test_up_to_two_thirds_for_one_side_is_no_imbalance():
    level = balance.weigh([(person("Ann", side="North"), 66), (person("Ben", side="South"), 34)], [])
    tilted = balance.weigh([(person("Ann", side="North"), 83), (person("Ben", side="South"), 17)], [])
    assert level.sides == 1
    assert tilted.sides == pytest.approx(0.51, abs=0.01)


def test_right_of_reply_is_the_mean_voice_of_the_parties():
    words = [(person("Ann"), 50)]
    assert balance.weigh(words, [party("none"), party("direct")]).reply == pytest.approx(0.5)
    assert balance.weigh(words, [party("declined")]).reply == pytest.approx(0.75)
    assert balance.weigh(words, []).reply is None


def test_component_weights_always_sum_to_100():
    words = [(person("Ann"), 50)]
    assert sum(balance.weights(balance.weigh(words, [])).values()) == pytest.approx(100)
    assert sum(balance.weights(balance.weigh(words, [party("none")])).values()) == pytest.approx(100)


def test_the_lowest_cap_holds():
    parties = [party("none", headline=True)]
    many = [(person(name, side=name), 20) for name in "ABCDE"]
    assert balance.caps(balance.weigh(many, parties), parties) == (("unheard", 50),)
    assert balance.value(balance.weigh(many, parties), parties) == 50
    nobody = balance.weigh([(CROWD, 90)], parties)
    assert [name for name, _ in balance.caps(nobody, parties)] == ["unidentified", "unheard", "one-side"]
    assert balance.value(nobody, parties) <= 30


def test_swapping_two_sides_changes_nothing():
    def state(first, second):
        return balance.raw(balance.weigh([(person("Ann", side=first), 80), (person("Ben", side=second), 20)], []))

    assert state("North", "South") == state("South", "North")


def test_a_party_of_the_headline_weighs_more_than_one_of_the_text():
    words = [(person("Ann"), 50)]
    silent_in_headline = balance.weigh(words, [party("none", headline=True), party("direct")]).reply
    silent_in_text = balance.weigh(words, [party("direct", headline=True), party("none")]).reply
    assert silent_in_headline == pytest.approx(1 / 3)
    assert silent_in_text == pytest.approx(2 / 3)
