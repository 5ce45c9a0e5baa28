"""What a teacher says is written down, read again as targets, and gone on with after a run was cut off."""

import json

import numpy as np
import pytest

from detector.encoder.network import Pass
from training.data import soft
from training.data.gather import gather
from training.encoder.heads import SENTENCE, TOKEN

TEXT = "A shameless lie."


def said(loaded, shameless):
    token = np.zeros((3, len(TOKEN)), np.float32)
    token[1:, TOKEN.index("word")] = shameless, 0.01
    sentence = np.full(len(SENTENCE), 0.25, np.float32)
    sentence[SENTENCE.index("loaded")] = loaded
    return Pass(sentence, token, ((0, 1), (2, 11), (12, 15)), np.ones(2, np.float32))


def test_probabilities_come_back_as_targets(tmp_path):
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(soft.row(TEXT, "en", soft.mean([said(0.9, 0.8), said(0.7, 0.6)]))) + "\n")
    (example,) = soft.read(path)
    assert example.sentence["loaded"] == pytest.approx(0.8)
    assert [(mark.head, TEXT[mark.start : mark.end], mark.value) for mark in example.marks] == [
        ("word", "shameless", pytest.approx(0.7))
    ]
    assert example.marked == set(TOKEN)


def test_a_line_that_was_cut_off_is_taken_away(tmp_path):
    path = tmp_path / "labels.jsonl"
    assert soft.whole_lines(path) == 0
    path.write_text('{"a": 1}\n{"b": 2}\n{"c"')
    assert soft.whole_lines(path) == 2
    assert path.read_text() == '{"a": 1}\n{"b": 2}\n'
    assert soft.whole_lines(path) == 2


def test_a_teachers_labels_are_gathered_with_the_rest(tmp_path, monkeypatch):
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(soft.row(TEXT, "en", said(0.9, 0.8))) + "\n")
    monkeypatch.setattr("training.data.gather.READERS", ())
    assert {each.corpus for each in gather(tmp_path)} == {"negatives"}
    assert {each.corpus for each in gather(tmp_path, path)} == {"negatives", "soft"}
