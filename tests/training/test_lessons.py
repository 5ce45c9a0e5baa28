"""What an editor's marks teach: the author's words, marked or not; of others' words only those that are loaded."""

import math

import pytest

from training.data import lessons
from training.data.annotated import Annotated
from training.data.examples import Part

TEXT = (
    "The reckless board closed the Varde bridge on Monday. "
    'Inspector Ada Holt said: "It is a shameful, careless plan that helps nobody at all." '
    "The council will meet again in the town hall next week to hear the engineers."
)


def place(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def story(part=Part.TRAIN, *, is_whole=True):
    return Annotated(
        "Board runs amok", TEXT, ((6, 15),), (place("reckless"),), (place("shameful"),), "strong", part, is_whole
    )


@pytest.fixture
def taught(monkeypatch, tmp_path):
    def teach(*stories):
        monkeypatch.setattr(lessons, "annotated", lambda _: iter(stories))
        return list(lessons.lessons(tmp_path))

    return teach


def words(example, *, known):
    return {example.text[mark.start : mark.end] for mark in example.marks if math.isnan(mark.value) != known}


def test_a_headline_teaches_its_marks_and_how_loud_it_is(taught):
    (headline,) = taught(story(is_whole=False))
    assert headline.text == "Board runs amok"
    assert headline.sentence == {"titled": 1.0, "striking": 1.0}
    assert headline.marked == {"titled"} and words(headline, known=True) == {"runs amok"}


def test_an_authors_sentence_is_marked_or_not(taught):
    _, own, _, plain = taught(story())
    assert own.sentence == {"marked": 1.0} and words(own, known=True) == {"reckless"}
    assert plain.sentence == {"marked": 0.0} and not plain.marks


def test_of_a_quotation_only_loaded_words_are_known(taught):
    _, _, quoted, _ = taught(story())
    assert quoted.sentence == {}, "whether the author loads a sentence that is not his is not asked"
    assert words(quoted, known=True) == {"shameful"}
    assert {"careless", "plan", "nobody"} <= words(quoted, known=False)


def test_what_thresholds_are_chosen_on_is_not_taught(taught):
    assert taught(story(Part.DEV)) == []
