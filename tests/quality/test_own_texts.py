"""What the model does on our own sentences and headlines; floors that may only rise."""

import tomllib
from pathlib import Path

import pytest

from detector.encoder import load

HERE = Path(__file__).parent


def texts(name):
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def apart(ones, others):
    """The chance that one of `ones` lies above one of `others` (area under the ROC curve)."""
    wins = sum((one > other) + 0.5 * (one == other) for one in ones for other in others)
    return wins / (len(ones) * len(others))


@pytest.fixture(scope="module")
def encoder():
    return load()


@pytest.fixture(scope="module")
def sentences(encoder):
    return {kind: [each.loaded for each in encoder.encode(lines)] for kind, lines in texts("sentences").items()}


@pytest.fixture(scope="module")
def headlines(encoder):
    return {kind: [encoder.judge_headline(line) for line in lines] for kind, lines in texts("headlines").items()}


def test_the_sets_are_large_enough():
    assert sum(map(len, texts("sentences").values())) >= 150
    assert sum(map(len, texts("headlines").values())) >= 120


def test_loaded_sentences_stand_apart(sentences):
    others = [score for kind, scores in sentences.items() if kind != "loaded" for score in scores]
    assert apart(sentences["loaded"], others) >= 0.97


@pytest.mark.parametrize("kind", ["neutral", "violent_neutral", "sport", "obituary", "boilerplate", "crisis_terms"])
def test_plain_sentences_raise_few_false_alarms(sentences, kind):
    assert sum(score >= 0.5 for score in sentences[kind]) <= len(sentences[kind]) // 6


def test_alarm_tells_alarmist_from_neutral(headlines):
    alarmist, neutral = ([each.alarm for each in headlines[kind]] for kind in ("alarmist", "neutral"))
    assert apart(alarmist, neutral) >= 0.95


def test_bait_tells_lists_and_teasers_from_news(headlines):
    others = [each.bait for kind in ("alarmist", "neutral") for each in headlines[kind]]
    assert apart([each.bait for each in headlines["bait"]], others) >= 0.9
