"""Whose words stand where."""

from itertools import pairwise

from detector.article import UNKNOWN
from tests.attribution.passages import PASSAGES
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"


def voices(text: str) -> list[tuple[str, str]]:
    return [(voice.speaker, voice.span.of(text)) for voice in read(text).voices]


def test_reported_speech_is_its_sources():
    assert voices(f"{HEAD}Mona Archer said the dam was safe.") == [("source:s1", "the dam was safe")]


def test_thoughts_stay_the_authors():
    assert voices(f"{HEAD}Engineers fear that the dam may fail.") == []


def test_quoted_words_are_a_voice_even_inside_a_thought():
    assert voices(f"{HEAD}Engineers fear that the “old lady” may fail.") == [(UNKNOWN, "old lady")]


def test_scare_quotes_belong_to_nobody_known():
    assert voices(f"{HEAD}The “safe” dam broke.") == [(UNKNOWN, "safe")]


def test_mixed_speech_is_one_stretch():
    assert voices(f"{HEAD}Mona Archer called the dam “a disgrace” to all.") == [
        ("source:s1", "the dam “a disgrace” to all")
    ]


def test_voices_are_sorted_and_do_not_overlap():
    for passage in PASSAGES:
        spans = [voice.span for voice in read(passage.text).voices]
        assert all(one.end <= other.start for one, other in pairwise(spans))
