"""What is decided is the same on processors with and without VNNI; qemu emulates one without."""

from copy import deepcopy

import pytest

from training.evaluation import processors
from training.evaluation.own_texts import texts

KINDS = ("loaded", "subtle", "quotation", "violent_neutral")


@pytest.fixture(scope="module")
def told():
    """Texts of fifteen of our own sentences of one kind each, under one of our own headlines, as judged here."""
    titles, sentences = texts("headlines")["alarmist"], texts("sentences")
    asked = [(title, " ".join(sentences[kind][:15])) for title, kind in zip(titles, KINDS, strict=False)]
    return asked, list(processors.tell(asked))


def test_an_older_processor_decides_alike(told):
    asked, here = told
    figures = processors.compare(here, processors.tell_emulated(asked))
    assert figures["texts"] == len(KINDS)
    assert figures["remarks"] > 20
    assert figures["scores that differ"] == figures["remarks that differ"] == 0
    assert figures["sentences on the other side of 0.5"] == 0
    assert figures["largest move"] < 0.05


def test_what_differs_is_counted(told):
    _, here = told
    other = deepcopy(here)
    other[0]["scores"][0] += 1
    other[0]["remarks"].pop()
    other[0]["loaded"][0] = 1 - here[0]["loaded"][0]
    figures = processors.compare(here, other)
    assert figures["scores that differ"] == figures["remarks that differ"] == 1
    assert figures["sentences on the other side of 0.5"] == 1
    assert figures["largest move"] == pytest.approx(abs(1 - 2 * here[0]["loaded"][0]))
