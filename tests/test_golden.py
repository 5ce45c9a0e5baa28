"""What Undertone says of the golden pages. After a change, look at `python tools/golden.py` and `git diff`."""

import json

import pytest

from detector import Analyzer
from tools.golden import expected, pages, reduce

PAGES = pages()
PLAIN = (
    "agency-neutral",
    "es-agency",
    "es-interview",
    "es-live-blog",
    "es-paywall",
    "fr-agency",
    "fr-interview",
    "fr-paywall",
    "one-source",
    "nested-markup",
    "live-blog",
    "sports-report",
    "paywalled-stub",
)
REPORTS = {
    slug: Analyzer().analyze(path.read_text(encoding="utf-8")).to_dict(("text",)) for slug, path in PAGES.items()
}


def rules(slug, *, scored):
    return {finding["rule"] for finding in REPORTS[slug]["findings"] if finding["scored"] is scored}


def notices(slug):
    return {notice["code"] for notice in REPORTS[slug]["document"]["notices"]}


@pytest.mark.parametrize("slug", PAGES)
def test_the_page_is_read_as_expected(slug):
    assert reduce(REPORTS[slug]) == json.loads(expected(slug).read_text(encoding="utf-8"))


@pytest.mark.parametrize("slug", PLAIN)
def test_plain_reporting_gets_no_remark_on_its_wording(slug):
    assert not {rule for rule in rules(slug, scored=True) if rule.startswith(("headline.", "wording."))}


def test_every_page_but_the_front_page_is_an_article():
    assert [slug for slug, report in REPORTS.items() if not report["document"]["article"]["is_article"]] == [
        "home-page"
    ]


@pytest.mark.parametrize("slug", ["loaded-report", "sample"])
def test_a_kicker_in_capitals_is_told_from_the_headline_and_remarked(slug):
    assert REPORTS[slug]["document"]["kicker"] == REPORTS[slug]["document"]["title"].partition(":")[0]
    assert "headline.loaded-kicker" in rules(slug, scored=True)


def test_loaded_words_of_speakers_are_shown_and_do_not_count():
    report = REPORTS["loaded-report"]
    voices = {
        finding["exact"]: finding["scored"] for finding in report["findings"] if finding["dimension"] == "wording"
    }
    assert (voices["shocking"], voices["vicious"], voices["insane"]) == (True, False, False)


@pytest.mark.parametrize(
    ("slug", "code"),
    [
        ("home-page", "not-an-article"),
        ("paywalled-stub", "paywalled"),
        ("paywalled-stub", "too-short"),
        ("opinion", "opinion"),
        ("portuguese", "unsupported-language"),
        ("es-agency", "partly-supported"),
        ("es-opinion", "opinion"),
        ("es-interview", "interview"),
        ("es-paywall", "paywalled"),
    ],
)
def test_what_is_special_about_a_page_is_said(slug, code):
    assert code in notices(slug)


@pytest.mark.parametrize("slug", ["home-page", "portuguese"])
def test_what_cannot_be_scored_gets_a_reason_and_no_score(slug):
    scores = REPORTS[slug]["scores"].values()
    assert all(score["value"] is None and score["reason"] for score in scores)
    assert not REPORTS[slug]["findings"]


@pytest.mark.parametrize(
    ("slug", "boilerplate"),
    [
        ("agency-neutral", "store cookies"),
        ("agency-neutral", "Harbour strike"),
        ("loaded-report", "rotten bunch"),
        ("loaded-report", "Enter your email"),
        ("loaded-report", "root vegetable"),
        ("one-source", "Letters are welcome"),
        ("opinion", "parking meter"),
        ("listicle", "Attic"),
        ("sample", "Sign up for our free"),
        ("sample", "still divides a valley"),
        ("nested-markup", "not a word of this"),
    ],
)
def test_boilerplate_is_not_read(slug, boilerplate):
    assert boilerplate in PAGES[slug].read_text(encoding="utf-8")
    assert boilerplate not in REPORTS[slug]["document"]["text"]


def test_words_split_by_markup_are_read_whole():
    text = REPORTS["nested-markup"]["document"]["text"]
    assert "Hana Aoki" in text
    assert "collected 1,200 signatures" in text.replace("\u00ad", "")
