"""What words say of whether a sentence is worth checking: learnt from labelled sentences, names left out."""

import json

import pytest

from training.data.examples import Example, Part
from training.encoder import check_worthy, claim_words


def example(number, text, label, part=Part.TRAIN):
    return Example("debates", f"d{number}", part, text, {}, label=label, language="en")


def examples(part=Part.TRAIN):
    facts = [f"The budget of Harwick lost {n} million for the Democrats." for n in range(2, 72)]
    talk = [f"She thanks the crowd of the Republicans in row {n}." for n in range(2, 72)]
    return [example(n, text, "1", part) for n, text in enumerate(facts)] + [
        example(n, text, "0", part) for n, text in enumerate(talk, len(facts))
    ]


@pytest.fixture(scope="module")
def learnt():
    return claim_words.Words(examples(), "en")


def test_plain_words_are_learnt_and_those_of_a_side_are_not(learnt):
    weights = learnt.weights()
    assert weights["budget"] > 0 > weights["crowd"]
    assert not {"harwick", "democrat", "republican", "she"} & weights.keys()


def test_examples_are_rated_and_the_figures_are_of_the_test_part(learnt):
    rows = [*examples(Part.DEV), *examples(Part.TEST)]
    told = check_worthy.figures(rows, learnt.scores(rows))["debates"]
    assert told["n"] == len(examples())
    assert told["auc"] == 1.0


def test_the_weights_go_into_the_pack(learnt, tmp_path, monkeypatch):
    (tmp_path / "en").mkdir()
    monkeypatch.setattr(claim_words, "LANGUAGES", tmp_path)
    claim_words.put(learnt.weights(), "en")
    held = json.loads((tmp_path / "en" / "models" / "claims.json").read_text(encoding="utf-8"))
    assert held["weights"] == learnt.weights()
