"""Forms of English words."""

import pytest

from detector.languages.en.morphology import inflect_noun, inflect_verb, stem


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("slam", "slam slams slammed slammed slamming"),
        ("blast", "blast blasts blasted blasted blasting"),
        ("defy", "defy defies defied defied defying"),
        ("savage", "savage savages savaged savaged savaging"),
        ("torpedo", "torpedo torpedoes torpedoed torpedoed torpedoing"),
        ("tear", "tear tears tore torn tearing"),
        ("decry", "decry decries decried decried decrying"),
        ("parrot", "parrot parrots parroted parroted parroting"),
        ("crow", "crow crows crowed crowed crowing"),
        ("bully", "bully bullies bullied bullied bullying"),
    ],
)
def test_verbs_are_inflected(verb, forms):
    assert " ".join(inflect_verb(verb).values()) == forms


def test_a_verb_phrase_inflects_its_first_word():
    assert inflect_verb("lash out at")["third"] == "lashes out at"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("thug", "thugs"),
        ("crony", "cronies"),
        ("witch hunt", "witch hunts"),
        ("madman", "madmen"),
        ("shambles", "shambleses"),
    ],
)
def test_nouns_have_a_plural(noun, plural):
    assert inflect_noun(noun)["plural"] == plural


@pytest.mark.parametrize(
    "family", ["defy defying defied defies", "ruin ruins ruined ruining", "panic panics", "slam slammed slamming slams"]
)
def test_forms_of_a_word_share_a_stem(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("panic", "panel"), ("price", "priest"), ("chaos", "chase")])
def test_different_words_have_different_stems(one, other):
    assert stem(one) != stem(other)
