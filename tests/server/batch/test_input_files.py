import os

import pytest

from server.batch.faults import Refused
from server.batch.inputs.input_files import FOLDER, STDIN, find_inputs, fingerprint, pages
from server.batch.inputs.readers import read_all
from server.batch.inputs.rows import Place


@pytest.fixture
def tree(tmp_path):
    for name in ("b.html", "a.htm", "notes.txt", "notes.log", "deep/c.HTML", "deep/t.csv.gz", "x.jsonl", "y.warc.gz"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name)
    return tmp_path


def kinds(found):
    return [(source.name, source.kind) for source in found]


def test_a_folder_gives_all_of_a_known_kind_below_it_in_a_fixed_order(tree):
    expected = [(".", FOLDER), ("x.jsonl", "jsonl"), ("y.warc.gz", "warc"), ("deep", FOLDER), ("deep/t.csv.gz", "csv")]
    assert kinds(find_inputs([str(tree)])) == expected
    assert pages(tree) == ["a.htm", "b.html"]


def test_a_folder_of_texts_alone_gives_its_texts(tmp_path):
    (tmp_path / "deep").mkdir()
    for name in ("b.txt", "a.txt", "deep/c.txt", "notes.log"):
        (tmp_path / name).write_text("A story.")
    assert kinds(find_inputs([str(tmp_path)])) == [("a.txt", "text"), ("b.txt", "text"), ("deep/c.txt", "text")]


def test_files_come_in_the_order_given_and_patterns_sorted(tree):
    found = find_inputs([str(tree / "y.warc.gz"), str(tree / "*.h*")])
    assert kinds(found) == [("y.warc.gz", "warc"), ("a.htm", "html"), ("b.html", "html")]


def test_a_format_overrules_the_suffix(tree):
    assert kinds(find_inputs([str(tree / "notes.txt")], "jsonl")) == [("notes.txt", "jsonl")]


def test_standard_input_is_json_lines_unless_told(tree):
    assert kinds(find_inputs([STDIN])) == [("stdin", "jsonl")]
    assert kinds(find_inputs([STDIN], "csv")) == [("stdin", "csv")]


@pytest.mark.parametrize(
    ("names", "kind", "words"),
    [
        (["none.jsonl"], None, "does not exist"),
        (["*.parquet"], None, "does not exist"),
        (["notes.log"], None, "--format"),
        (["empty"], None, "nothing to read"),
    ],
)
def test_what_cannot_be_read_is_refused(tree, names, kind, words):
    (tree / "empty").mkdir()
    with pytest.raises(Refused, match=words):
        find_inputs([str(tree / name) for name in names], kind)


@pytest.mark.parametrize(("inputs", "kind"), [([STDIN, STDIN], None), ([STDIN], "parquet"), ([STDIN], "wacz")])
def test_standard_input_that_cannot_be_is_refused(inputs, kind):
    with pytest.raises(Refused):
        find_inputs(inputs, kind)


def test_the_batch_s_own_files_are_no_input(tree):
    assert "x.jsonl" not in dict(kinds(find_inputs([str(tree)], leave=[tree / "x.jsonl"])))


def test_the_fingerprint_tells_a_changed_or_an_added_file(tree):
    before = fingerprint(find_inputs([str(tree)]))
    (tree / "out.txt").write_text("an output beside the pages")
    assert fingerprint(find_inputs([str(tree)])) == before
    os.utime(tree / "b.html", ns=(1, 1))
    changed = fingerprint(find_inputs([str(tree)]))
    (tree / "deep" / "d.html").write_text("new")
    assert len({before, changed, fingerprint(find_inputs([str(tree)]))}) == 3


def test_a_folder_that_may_not_be_read_is_a_source_that_fails(tree, monkeypatch):
    """Not passed over: whoever counts the rows learns that some are missing. (Tests may run as root, who may all.)"""
    scandir = os.scandir

    def guarded(path="."):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    found = find_inputs([str(tree)])
    assert ("deep", FOLDER) in kinds(found)
    last = list(read_all(found, Place(0, 0)))[-1].item
    assert (last.id, last.code) == ("deep", "bad-source")
    assert "Permission denied" in last.reason


def test_a_file_that_may_not_be_asked_is_named_in_the_refusal(tree, monkeypatch):
    def forbidden(path, **_):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(type(tree), "stat", forbidden)
    with pytest.raises(Refused, match=r"x\.jsonl cannot be read: Permission denied"):
        find_inputs([str(tree / "x.jsonl")])
