"""What model and rules do on our own sentences and headlines; floors that may only rise."""

import pytest

from detector import Analyzer, Text
from training.evaluation.own_texts import floors, headline_figures, sentence_figures, texts


@pytest.fixture(scope="module")
def analyzer():
    return Analyzer()


@pytest.fixture(scope="module")
def figures(analyzer):
    return {**sentence_figures(analyzer), **headline_figures(analyzer)}


def test_the_sets_are_large_enough():
    assert sum(map(len, texts("sentences").values())) >= 150
    assert sum(map(len, texts("headlines").values())) >= 120


def test_no_text_stands_twice():
    every = [line for name in ("sentences", "headlines") for lines in texts(name).values() for line in lines]
    assert len(every) == len(set(every))


def test_every_figure_has_a_floor(figures):
    assert figures.keys() == floors("own").keys()


@pytest.mark.parametrize("name", floors("own"))
def test_a_figure_reaches_its_floor(figures, name):
    assert round(figures[name], 3) >= floors("own")[name]


HEADLINES = ["DEFYING NATO: Turkey receives first Russian missiles", "DEFYING NATO: Turkey signs missile deal"]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_defiant_kicker_is_notable_at_least(analyzer, headline):
    score = analyzer.analyze(Text("", headline)).scores.headline
    assert score.level in {"notable", "strong"}
