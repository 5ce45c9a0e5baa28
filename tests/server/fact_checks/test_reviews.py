"""Fact-checks out of the forms in which they are published."""

import json

import pytest

from server.fact_checks import reviews
from server.fact_checks.reviews import Check
from server.settings import FACT_CHECKS

REVIEW = {
    "@type": "ClaimReview",
    "claimReviewed": "The ferry  lost\n4.5 million.",
    "author": {"@type": "Organization", "name": "Tide Check"},
    "reviewRating": {"alternateName": "Pants on <b>fire</b>", "ratingValue": 1},
    "url": "https://tide.example/1",
    "datePublished": "2026-03-02T10:00:00Z",
}
CHECK = Check(
    "The ferry lost 4.5 million.", "Tide Check", "Pants on <b>fire</b>", "https://tide.example/1", "2026-03-02"
)


def read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(reviews.read(path))


SCRIPT = '<script type="application/ld+json">'
CELLS = ("The ferry lost 4.5 million.", "Tide Check", "Pants on <b>fire</b>", "https://tide.example/1", "2026-03-02")
FORMS = {
    "feed.json": json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": [REVIEW]}]}),
    "graph.jsonld": json.dumps({"@graph": [{"@type": "WebPage"}, REVIEW]}),
    "one.json": json.dumps(REVIEW),
    "rows.jsonl": json.dumps(REVIEW) + "\n\n",
    "page.html": f"<p>x</p>{SCRIPT}{json.dumps([REVIEW])}</script>",
    "page.htm": f"{SCRIPT}{{</script>{SCRIPT}{json.dumps(REVIEW)}</script>",
    "flat.csv": "claim,publisher,rating,url,date\n" + ",".join(CELLS) + "\n",
    "flat.tsv": "claimReviewed\tauthor\tverdict\tlink\tpublished\n" + "\t".join(CELLS) + "\n",
}


@pytest.mark.parametrize(("name", "text"), FORMS.items(), ids=FORMS)
def test_every_form_gives_the_same_check(tmp_path, name, text):
    assert read(tmp_path, name, text) == [CHECK]


def test_a_rating_is_the_publisher_s_own_words_or_its_number():
    bare = {**REVIEW, "reviewRating": {"ratingValue": 4, "bestRating": 5}}
    page = f'<script type="application/ld+json">{json.dumps(bare)}</script>'
    assert [check.rating for check in reviews.in_page(page)] == ["4"]


@pytest.mark.parametrize("lacking", ["claimReviewed", "author", "reviewRating", "url"])
def test_what_lacks_anything_but_its_date_is_no_check(tmp_path, lacking):
    rest = {name: value for name, value in REVIEW.items() if name != lacking}
    assert read(tmp_path, "feed.json", json.dumps({"dataFeedElement": [rest]})) == []
    undated = {name: value for name, value in REVIEW.items() if name != "datePublished"}
    assert read(tmp_path, "feed.json", json.dumps([undated]))[0].date == ""


def test_an_address_that_is_no_web_address_is_refused(tmp_path):
    assert read(tmp_path, "a.json", json.dumps({**REVIEW, "url": "javascript:alert(1)"})) == []


def test_a_feed_is_read_piece_by_piece(tmp_path):
    many = [{"item": [{**REVIEW, "url": f"https://tide.example/{number}"}], "pad": "x" * 900} for number in range(3000)]
    text = json.dumps({"dataFeedElement": many})
    assert len(text) > 2 * FACT_CHECKS.piece
    found = read(tmp_path, "feed.json", text)
    assert [check.url for check in found] == [f"https://tide.example/{number}" for number in range(3000)]


def test_a_damaged_feed_says_so(tmp_path):
    with pytest.raises(ValueError, match="Expecting"):
        read(tmp_path, "feed.json", '{"dataFeedElement": [{"@type": ')
