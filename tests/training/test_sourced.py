"""The sources that editors listed are held as places alone, and compared with those of the product."""

import json

import pytest

from detector.attribution import plausibility
from training.data.sourced import FILE, EditorsSource, Sourced, sourced
from training.evaluation import sources

TEXT = "Ada Archer said that the old dam was safe. Neighbours said that it leaked. The clerks believe in it."


def test_the_file_holds_no_words_of_the_articles():
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert row.keys() == {"id", "sources"}
        for source in row["sources"]:
            assert source.keys() == {"named", "forms", "said"}
            assert all(0 <= start < end for key in ("forms", "said") for start, end in source[key])


def test_the_articles_come_with_their_texts(tmp_path):
    ids = [json.loads(line)["id"] for line in FILE.read_text(encoding="utf-8").splitlines()]
    rows = "".join(json.dumps({"id": each, "title": "Dam", "text": TEXT}) + "\n" for each in ids)
    (tmp_path / "articles.jsonl").write_text(rows, encoding="utf-8")
    stories = list(sourced(tmp_path))
    assert [story.id for story in stories] == ids
    assert {story.text for story in stories} == {TEXT}


@pytest.mark.parametrize(
    ("name", "form", "expected"),
    [("Mr. Archer", "Ada Archer", True), ("the Board", "Harbour Board", True), ("Ed", "Edna Roe", False)],
)
def test_names_are_the_same_where_one_holds_the_other(name: str, form: str, expected: bool):
    assert sources.same(name, [form]) is expected


def test_each_of_the_editors_sources_is_found_once():
    editors = (
        EditorsSource(("Ada Archer",), ("that the old dam was safe",), named=True),
        EditorsSource(("Neighbours",), ("that it leaked",), named=False),
    )
    article = sources.read(Sourced("1", "Dam debate goes on", TEXT, editors))
    partner = sources.listed(article, article.found.raws)
    assert sorted(number for number in partner.values() if number is not None) == [0, 1]
    rows = sources.sources([article], [article.found.raws])
    assert sum(row[2] for row in rows) == 2
    assert all(len(row[1]) == len(plausibility.SourceSigns.__annotations__) for row in rows)
