"""The measurement of pages measures what it says."""

import gzip
import json

import pytest

from tests.page.test_page import STORY, page
from training.evaluation.pages import body_score, evaluate, folded, shingle_shares


def test_equal_texts_share_all_shingles():
    assert shingle_shares("one two three four five", "one, two three “four” five") == (1, 0, 0)


def test_shares_count_shingles_with_their_number():
    true, false, missed = shingle_shares("a b c d e f", "a b c d e x")
    assert (true, false, missed) == pytest.approx((0.5, 0.25, 0.25))


def test_texts_shorter_than_a_shingle_are_compared_whole():
    assert shingle_shares("a b", "a b") == (1, 0, 0)
    assert shingle_shares("", "a b") == (0, 1, 0)


def test_precision_and_recall_are_means_over_pages():
    assert body_score([(0.5, 0.5, 0), (1, 0, 0)]) == pytest.approx((0.75, 1.0, 6 / 7))
    assert body_score([(0, 0, 1)]) == (0, 0, 0)


def test_folding_leaves_letters_and_digits():
    assert folded("“Old” bridge – nº 2") == folded('"old" Bridge: no 2')


def test_a_folder_of_pages_is_measured(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page().encode()))
    (tmp_path / "b.html").write_text("", encoding="utf-8")
    row = {"url": None, "headline": "SHOCK CLAIM: Council hid the report - Valley Post", "body": "\n".join(STORY)}
    rows = [
        row | {"file": "a.html.gz", "is_article": True},
        row | {"file": "b.html", "is_article": False, "body": None},
    ]
    (tmp_path / "pages.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = evaluate(tmp_path)
    assert (found["pages"], found["refused"], found["bodies"]) == (2, 1, 1)
    assert (found["body F1"], found["article check"], found["headline"], found["mapped"]) == (1, 1, 1, 1)
