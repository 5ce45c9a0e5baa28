"""A headline's phrasing: its traits, their weight, and what they add to the network's judgement."""

import pytest

from detector.encoder import load
from detector.encoder.phrasing import Phrasing, traits

EVEN = Phrasing({"w:why": 0.6, "w:< why": 0.2}, odds=1.0, share=2.0, bias=0.0)


def test_words_pairs_forms_and_length_are_traits():
    found = list(traits("Why 7 UN-led plans failed?"))
    assert {"w:why", "w:why 7", "w:? >", "f:< a 0", "f:0 a a", "f:a ? >", "words>4", "characters>20"} <= set(found)
    assert "w:why 7 un-led" not in found
    assert "characters>30" not in found


def test_a_trait_comes_once():
    found = list(traits("Wait, wait, wait"))
    assert found.count("w:wait") == 1
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    ("word", "form"), [("Budget", "a"), ("budget", "a"), ("SHOCK", "AA"), ("A", "a"), ("21", "0"), ("G20", "0a")]
)
def test_the_form_of_a_word(word, form):
    assert f"f:< {form} >" in list(traits(word))


def test_a_house_that_capitalises_every_word_is_read_alike():
    assert list(traits("Why the bridge fell")) == list(traits("Why The Bridge Fell"))


def test_without_known_traits_the_network_decides():
    assert EVEN.weigh("Council passes budget") == 0
    assert EVEN.judge("Council passes budget", 0.3) == pytest.approx(0.3)


def test_known_traits_are_weighed_over_the_root_of_their_number():
    assert EVEN.weigh("Why now") == pytest.approx(0.8 / 2**0.5)
    assert EVEN.judge("Why now", 0.3) > 0.5


def test_a_network_that_is_sure_stays_finite():
    assert 0 < EVEN.judge("Why", 1.0) < 1
    assert 0 < EVEN.judge("Budget", 0.0) < 1


def test_the_packaged_weights_know_bait_from_a_report():
    judge = load().judge_headline
    assert judge("Here's why you should never wash these 7 things").bait > 0.7
    assert judge("Council approves harbour budget after second vote").bait < 0.3


def test_figures_speak_for_a_check_beside_the_network_and_talk_against_it():
    fact, talk = load().encode(
        ["The deficit has doubled to $40 billion since 2019.", "I want to thank you for coming."]
    )
    assert fact.check_worthy > 0.6 > 0.1 > talk.check_worthy
