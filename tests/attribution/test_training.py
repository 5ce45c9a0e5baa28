"""The training of the tagger, on an article of our own."""

import json
from hashlib import sha256
from pathlib import Path

from detector.attribution.extraction.tagger import features
from detector.languages.en import GRAMMAR
from training.tagger import data, shares
from training.tagger.fit import Fit, fit, keep, write

TEXT = "Dam debate goes on\n\nMona Archer said the dam was safe. It was old.\n\n“It is cracked,” said Tom Bell."
QUOTES = (
    ("Mona Archer", "said", "the dam was safe"),
    ("Mona Archer", "said", "It was old"),
    ("Tom Bell", "said Tom", "It is cracked"),
)


def folder(path: Path) -> Path:
    def span(words: str) -> list[list[int]]:
        return [[TEXT.index(words), TEXT.index(words) + len(words)]]

    quotes = [
        {"source_spans": span(source), "cue_spans": span(cue), "content_spans": span(content)}
        for source, cue, content in QUOTES
    ]
    file = path / "train.jsonl"
    file.write_text(json.dumps({"text": TEXT, "publisher": "ours", "quotes": quotes}) + "\n", encoding="utf-8")
    return file


def test_labels_tell_the_side_of_the_cue_on_which_content_stands(tmp_path: Path):
    (article,) = data.read(folder(tmp_path))
    told = dict(zip(article.words.raw, article.labels, strict=True))
    assert (told["Mona"], told["Archer"], told["safe"]) == ("B-S", "I-S", "I-R")
    assert (told["old"], told["cracked"], told["debate"]) == ("I-N", "I-L", "O")


def test_the_same_articles_give_the_same_model(tmp_path: Path):
    articles, settings = list(data.read(folder(tmp_path))), Fit(c1=0.0, iterations=5, least=1)
    assert fit(articles, settings) == fit(articles, settings)


def test_the_manifest_names_the_model(tmp_path: Path):
    write(b"model", tmp_path / "out", Fit(), folder(tmp_path))
    manifest = json.loads((tmp_path / "out" / "tagger.json").read_text(encoding="utf-8"))
    assert manifest["sha256"] == sha256(b"model").hexdigest()


def test_a_model_that_is_kept_is_of_the_classes_of_today(tmp_path: Path):
    manifest = tmp_path / "tagger.json"
    manifest.write_text('{"sha256": "model", "classes_sha256": "of yesterday"}', encoding="utf-8")
    keep(tmp_path)
    assert json.loads(manifest.read_text("utf-8")) == {
        "sha256": "model",
        "classes_sha256": features.classes_sha256(GRAMMAR),
    }


def test_the_rank_correlation_sees_order_alone():
    assert shares.spearman([1, 2, 3], [1, 10, 11]) == 1
    assert shares.spearman([1, 2, 3], [3, 2, 1]) == -1
    assert shares.spearman([1, 1, 1], [1, 2, 3]) == 0
