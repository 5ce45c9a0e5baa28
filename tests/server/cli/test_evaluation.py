import json

import pytest
from click.testing import CliRunner

from detector import Analyzer
from server.cli import main
from server.cli.evaluation import measure, separation, summarise

LOADED = "The brazen minister pushed through the disastrous plan, a shameful stunt, on Monday in the town hall. " * 12
PLAIN = "The minister presented the plan on Monday in the town hall, and the council will vote in spring. " * 12
ROWS = [
    {"text": LOADED, "title": "SHAMEFUL: minister rams plan through", "labels": {"headline": 1, "wording": 1}},
    {"text": PLAIN, "title": "Minister presents plan", "labels": {"headline": 0, "wording": 0}, "marks": []},
    {"text": LOADED, "marks": ["brazen", "Disastrous"] * 12 + ["plan"]},
    {"html": f"<article><h1>Plan</h1><p>{PLAIN}</p></article>", "labels": {"sourcing": 1}},
]


def figures(*rows):
    return summarise(measure([(str(number), row) for number, row in enumerate(rows)], Analyzer()))


def run(*arguments):
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)], catch_exceptions=False)


def write(path, *rows):
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("without", "having", "share"),
    [([1, 2], [3, 4], 1.0), ([3, 4], [1, 2], 0.0), ([1, 1], [1], 0.5), ([1, 3], [2], 0.5), ([], [1], None)],
)
def test_separation_is_how_often_the_labelled_row_scores_higher(without, having, share):
    assert separation(without, having) == share


def test_scores_and_marks_are_counted():
    told = figures(*ROWS)
    assert (told["rows"], told["failed"]) == (4, 0)
    by_name = {row["score"]: row for row in told["scores"]}
    assert by_name["headline"]["separation"] == 1.0 and by_name["wording"]["separation"] == 1.0
    assert by_name["sourcing"]["separation"] is None
    marks = told["marks"]
    assert marks["people"] == 25 and marks["both"] == 24 and marks["recall"] == 0.96
    assert 0 < marks["precision"] < 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (None, "not a JSON object"),
        ({"labels": {"headline": 1}}, "missing"),
        ({"text": "x", "labels": {"truth": 1}}, "labels may hold"),
        ({"text": "x", "labels": {"headline": 2}}, "labels may hold"),
        ({"text": "x", "marks": "word"}, "list of strings"),
        ({"text": "x"}, "neither"),
        ({"text": "", "labels": {"headline": 1}}, "empty-input"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_with_its_reason(row, reason):
    tally = measure([("rows:1", row)], Analyzer())
    assert tally.rows == 0 and len(tally.failed) == 1
    assert tally.failed[0].startswith("rows:1") and reason in tally.failed[0]


def test_a_folder_is_measured_and_told_as_a_table(tmp_path):
    write(tmp_path / "a.jsonl", *ROWS[:2])
    write(tmp_path / "b.jsonl", *ROWS[2:])
    told = run(tmp_path)
    assert told.exit_code == 0
    assert "4 rows, 0 not usable" in told.stdout and "sensational" in told.stdout


def test_json_is_told_and_bad_rows_end_with_3(tmp_path):
    file = write(tmp_path / "a.jsonl", ROWS[0], {"labels": {"headline": 1}})
    told = run("--json", file)
    assert told.exit_code == 3
    assert json.loads(told.stdout)["rows"] == 1
    assert "a.jsonl:2" in told.stderr


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path):
    assert run(tmp_path / "none.jsonl").exit_code == 2
