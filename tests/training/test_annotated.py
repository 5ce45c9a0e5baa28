"""The annotated articles are held as places alone, and found again in an article as the product reads it."""

import json

from training.data.annotated import FILE, Annotated, annotated, find
from training.data.examples import Part


def test_the_file_holds_no_words_of_the_articles():
    rows = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert sum("loaded" in row for row in rows) == 1_128
    for row in rows:
        for key in ("headline", "loaded", "quoted", "vague"):
            assert all(0 <= start < end for start, end in row.get(key, ()))


def test_the_stories_come_with_their_texts(tmp_path):
    ids = [json.loads(line)["id"] for line in FILE.read_text(encoding="utf-8").splitlines()]
    articles = [{"id": each, "title": "Board sneers", "text": "The board sneered."} for each in ids]
    (tmp_path / "articles.jsonl").write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    stories = list(annotated(tmp_path))
    assert len(stories) == len(ids)
    assert {story.title for story in stories} == {"Board sneers"}


def test_loaded_words_are_found_where_blanks_differ():
    story = Annotated("", "A vile  plan. A vile plan.", (), ((2, 12), (16, 25)), (), "low", Part.TRAIN, is_whole=True)
    assert story.loaded_in("A vile plan.\n\nA vile\nplan.") == [(2, 11), (16, 25)]
    assert find("nothing of it", ["vile"]) == []
