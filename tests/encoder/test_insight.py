"""What the model adds to a report, and that a report does without it."""

import pytest

from detector import Analyzer, Text, encoder
from detector.encoder.insight import apply_model
from detector.settings import SETTINGS
from tests.readings import reading

LOADED = "The shameless, corrupt committee has once again betrayed the helpless public. "
PLAIN = "The committee will publish its minutes on Thursday. "


@pytest.fixture(scope="module")
def model():
    return encoder.load()


def told(model, body, headline=None):
    whole = reading(body, headline)
    return apply_model(model, whole.article, whole.prose)


def test_each_sentence_gets_the_models_word(model):
    prose, _ = told(model, LOADED + PLAIN)
    loaded, plain = prose.sentences
    assert loaded.loaded > 0.5 > plain.loaded
    assert loaded.subjective > plain.subjective


def test_an_alarmist_headline_alarms_more_than_a_plain_one(model):
    _, alarmist = told(model, PLAIN, "SHAMELESS: Corrupt committee betrays the helpless public")
    _, plain = told(model, PLAIN, "Committee to publish minutes on Thursday")
    assert alarmist.alarm > 0.5 > plain.alarm


def test_without_a_headline_nothing_is_said_of_it(model):
    _, insight = told(model, PLAIN)
    assert (insight.bait, insight.alarm) == (None, None)


def test_frames_name_sentences_of_the_body(model):
    prose, insight = told(model, (LOADED + PLAIN) * 3, "Committee to publish minutes")
    assert all(0 < index < len(prose.sentences) for frame in insight.frames for index in frame.sentences)
    shares = [frame.share for frame in insight.frames]
    assert shares == sorted(shares, reverse=True)


def test_sentences_beyond_the_limit_are_not_read_and_say_so(model):
    prose, _ = told(model, PLAIN * (SETTINGS.encoder.max_characters // len(PLAIN) + 2))
    assert [sentence.loaded is None for sentence in prose.sentences[-4:]] == [False, False, True, True]


def test_a_report_without_a_model_says_so_and_keeps_its_remarks():
    text = (LOADED + PLAIN) * 8
    bare, full = (Analyzer(model=home).analyze(Text(text, "A minute of minutes")) for home in (None, encoder.HOME))
    assert bare.to_dict()["engine"]["model"] is None
    assert full.to_dict()["engine"]["model"]["sha256"] == encoder.load().sha256
    assert {finding.exact for finding in bare.findings} >= {"shameless", "corrupt"}
    assert not any("model" in finding.evidence or "model" in finding.rule for finding in bare.findings)
    assert "alarm" not in bare.scores.headline.facts
