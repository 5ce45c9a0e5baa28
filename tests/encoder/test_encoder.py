"""The packaged model: same text, same numbers, offsets into the sentence, nothing cut."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from detector.encoder import load
from detector.settings import SETTINGS

PLAIN = "The committee will publish its minutes on Thursday."
LOADED = "The shameless, corrupt committee has once again betrayed the helpless public."
ODD = ["", " ", "😀", "…", "\u200b", "naïve façade — “quoted”\xa0text", "x" * 400, "ß" * 50]


@pytest.fixture(scope="module")
def encoder():
    return load()


def test_the_same_text_gives_the_same_numbers(encoder):
    first, second = encoder.encode([LOADED, LOADED])
    assert first == second
    assert (first.vector == second.vector).all()


def test_neighbours_change_nothing(encoder):
    (alone,) = encoder.encode([PLAIN])
    assert encoder.encode([LOADED, "word " * 200, PLAIN])[2] == alone


def test_threads_may_share_it(encoder):
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: encoder.encode([LOADED])[0], range(8)))
    assert all(each == found[0] for each in found)


def test_a_loaded_sentence_scores_above_a_plain_one(encoder):
    loaded, plain = encoder.encode([LOADED, PLAIN])
    assert loaded.loaded > 0.5 > plain.loaded
    assert loaded.subjective > plain.subjective


def test_the_loaded_word_scores_highest(encoder):
    (found,) = encoder.encode([LOADED])
    best = max(found.words, key=lambda word: word.loaded)
    assert LOADED[best.start : best.end] in {"shameless", "corrupt", "betrayed", "helpless"}


def test_spans_lie_on_whole_words(encoder):
    (found,) = encoder.encode([LOADED])
    assert found.spans
    starts, ends = {word.start for word in found.words}, {word.end for word in found.words}
    assert all(span.start in starts and span.end in ends for span in found.spans)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_read(encoder, text):
    (found,) = encoder.encode([text])
    assert 0 <= found.loaded <= 1
    assert all(0 <= word.start < word.end <= len(text) for word in found.words)
    assert np.isfinite(found.vector).all()


def test_a_long_sentence_is_read_to_its_end(encoder):
    text = "The clerk read the list of names aloud, and " * 60 + "the vile, rotten traitors laughed."
    (found,) = encoder.encode([text])
    last = [word for word in found.words if text[word.start : word.end] in {"vile", "rotten", "traitors"}]
    assert max(word.flagged for word in last) > SETTINGS.fusion.doubtful


def test_vectors_have_unit_length(encoder):
    (found,) = encoder.encode([PLAIN])
    assert float(np.linalg.norm(found.vector)) == pytest.approx(1, abs=1e-5)


def test_an_article_has_frames(encoder):
    sentences = encoder.encode(
        [
            "The court sentenced the former officer to nine years in prison for bribery.",
            "Prosecutors had asked the judge for twelve years.",
            "It was raining when he left the building.",
        ]
    )
    frames = encoder.frames(sentences)
    assert len(frames) == 14
    assert frames[0].frame in {"Crime_and_punishment", "Legality_Constitutionality_and_jurisprudence"}
    assert 2 not in frames[0].sentences[:1]


def test_nothing_has_no_frames(encoder):
    assert encoder.frames(()) == ()
