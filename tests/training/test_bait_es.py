import json
import sys

from training.evaluation import bait_es


def test_bait_scores_higher_than_news():
    assert bait_es.score("No vas a creer lo que esconde el muelle") > bait_es.score("La junta abre el muelle")


def test_the_area_counts_ties_as_a_half():
    assert bait_es.area([2, 1], [1, 0]) == 0.875


def test_the_figure_is_of_every_second_headline(tmp_path, monkeypatch, capsys):
    texts = [("La junta vota", False), ("No vas a creer lo que esconde el muelle", True)] * 2
    lines = [json.dumps({"text": text, "clickbait": bait}) for text, bait in [*texts, texts[0], texts[0]]]
    (tmp_path / "clickbait_es.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["bait_es", str(tmp_path)])
    bait_es.main()
    assert capsys.readouterr().out == "2 of 3 are bait, area under the ROC curve 1.000\n"
