"""How short texts are judged is measured as it says."""

import json

import pytest

from training.evaluation import languages

FILES = [
    *(f"{name}.jsonl" for name, _ in languages.ENGLISH.values()),
    *(f"{name}.jsonl" for name, _ in languages.OTHERS.values()),
    "articles.jsonl",
    "attributions_de/train.jsonl",
]


@pytest.fixture
def data(tmp_path):
    (tmp_path / "attributions_de").mkdir()
    for name in FILES:
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def _write(path, **row):
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_texts_stand_by_set_and_long_ones_are_left_out(data):
    _write(data / "clickbait17.jsonl", text=" Mayor quits ")
    _write(data / "babe.jsonl", text="A long sentence. " * 20)
    _write(data / "clickbait_es.jsonl", language="es", text="El alcalde dimite")
    assert languages.texts(data) == {languages.CLICKBAIT: ["Mayor quits"], "es, TA1C posts": ["El alcalde dimite"]}


def test_wrong_is_english_refused_and_others_taken_for_english():
    sets = {languages.CLICKBAIT: ["Mayor quits after nine years", "El alcalde dimite tras nueve años"]}
    assert languages.measure(sets) == {languages.CLICKBAIT: (2, 0.5)}
    kept = [line for line in ("Mayor quits", "Rain until Sunday", "Bank fails") if languages.is_held_out(line)]
    assert languages.measure({"es, posts": kept}) == {"es, posts": (len(kept), 1.0)}
    assert kept
