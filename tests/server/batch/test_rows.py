import pytest

from detector import Page
from server.batch.inputs.rows import COLUMNS, Flaw, Place, Row, make
from server.settings import BATCH


def test_a_text_with_its_title_and_address_is_a_row():
    row = make({"id": "a", "text": "One.", "title": "T", "url": "https://news.example/a", "more": [1]}, "f:1")
    assert row.id == "a"
    assert (row.input.text, row.input.title, row.input.url) == ("One.", "T", "https://news.example/a")


def test_html_wins_over_text_and_brings_its_own_title():
    row = make({"html": "<p>One.", "text": "Two.", "title": "T"}, "f:1")
    assert row.input == Page("<p>One.")


def test_html_may_be_bytes():
    assert make({"html": b"<p>\xff"}, "f:1").input.html == b"<p>\xff"


def test_a_title_alone_is_enough():
    assert make({"title": "T"}, "f:1").input.title == "T"


@pytest.mark.parametrize(("given", "expected"), [(None, "f:1"), ("", "f:1"), (7, "7"), ("x", "x")])
def test_a_row_without_id_is_named_by_its_place(given, expected):
    assert make({"id": given, "text": "One."}, "f:1").id == expected


def test_columns_may_have_other_names():
    row = make({"body": "One.", "key": 4}, "f:1", {**COLUMNS, "text": "body", "id": "key"})
    assert row == Row("4", row.input) and row.input.text == "One."


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "missing-input"),
        ({"text": ""}, "missing-input"),
        ({"text": 5}, "bad-field"),
        ({"text": b"bytes"}, "bad-field"),
        ({"text": "One.", "title": ["T"]}, "bad-field"),
        ({"text": "One.", "url": "https://[broken"}, "bad-field"),
        ({"text": "One.", "url": "x" * (BATCH.url_length + 1)}, "bad-field"),
        ({"text": "half a pair \ud800"}, "bad-encoding"),
        ({"html": "half a pair \udcff"}, "bad-encoding"),
    ],
)
def test_what_cannot_be_a_row_is_a_flaw_under_its_id(fields, code):
    flaw = make({"id": "a", **fields}, "f:1")
    assert isinstance(flaw, Flaw)
    assert (flaw.id, flaw.code) == ("a", code)


@pytest.mark.parametrize("given", [True, 1.5, ["a"], "\ud800", "x" * (BATCH.id_length + 1)])
def test_an_id_that_is_none_is_a_flaw_under_the_place(given):
    flaw = make({"id": given, "text": "One."}, "f:1")
    assert isinstance(flaw, Flaw)
    assert flaw.id == "f:1"


def test_a_reason_repeats_nothing_of_the_page():
    flaw = make({"text": "secret \ud800"}, "f:1")
    assert "secret" not in flaw.reason


def test_places_sort_by_source_then_row():
    assert Place(0, 9) < Place(1, 0) < Place(1, 0).following


def test_a_named_column_wins_over_one_that_is_often_named_so():
    row = make({"title": "Own", "headline": "Other", "text": "One.", "body": "Two."}, "f:1")
    assert (row.input.title, row.input.text) == ("Own", "One.")
    assert isinstance(make({"body": "Two."}, "f:1", {**COLUMNS, "text": "story"}), Flaw)
