"""Notes in Markdown: they say what the report says, and nothing that a page says becomes markup."""

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Page, Text
from detector.export.markdown import plain, render
from detector.export.texts import ReportTexts
from tests.export.stories import HOSTILE, PAGE
from tools.golden import pages

ANALYZER, TEXTS = Analyzer(), ReportTexts()
EVIL = "<img src=x onerror=alert(1)> *so* [called](javascript:x) `b` # c &lt;i&gt; ![d](http://e.example/f)\n\n- g"


def report_of(content=PAGE, url="https://tide.example/river"):
    return ANALYZER.analyze(Page(content, url)).to_dict(("text",))


def shown(markdown):
    return LexborHTMLParser(MarkdownIt().render(markdown))


def test_notes_say_what_the_report_says():
    report = report_of()
    tree = shown(render(report))
    assert tree.css_first("h1").text() == f"How it is written: {report['document']['title']}"
    assert [node.text() for node in tree.css("h2")] == [TEXTS.panel(name) for name in ("speakers", "claims", "remarks")]
    words = tree.body.text()
    assert (
        report["summary"]["sentence"] in words and TEXTS.panel("scope") in words and report["document"]["url"] in words
    )
    assert [node.text() for node in tree.css("p > strong")] == [
        " ".join(finding["exact"].split()) for finding in report["findings"]
    ]
    assert all(source["name"] in words for source in report["sources"])
    assert all(told in words for told in report["limitations"])


def test_a_score_says_level_number_and_rank():
    report = report_of()
    score = report["scores"]["headline"]
    assert f"- **Headline**: {score['level']}, {score['value']}. More sensational than " in render(report)


def test_a_page_without_scores_says_why():
    report = ANALYZER.analyze(Text("O conselho votou na segunda-feira à noite. " * 40, "A ponte")).to_dict()
    notes = render(report)
    assert f"- **Headline**: no score: {report['scores']['headline']['reason']}" in notes
    assert TEXTS.panel("no-sources") in notes and "\n\nNo remarks\n\n" in notes


def test_who_is_never_heard_and_where_the_article_links_to():
    report = report_of()
    report["scores"]["sourcing"]["facts"] |= {
        "never_heard": ["the residents", "*the* firm"],
        "links_out": 2,
        "linked_sites": ["who.int"],
    }
    notes = render(report)
    assert "\n\nNever heard: the residents, \\*the\\* firm\n\nLinks to one other site: who.int\n\n" in notes


def test_no_word_of_a_page_becomes_markup():
    report = report_of()
    bare = [node.tag for node in shown(render(report)).body.traverse()]
    report["document"] |= dict.fromkeys(("title", "site", "published", "url"), EVIL)
    for source in report["sources"]:
        source.update(dict.fromkeys(("name", "role", "affiliation"), EVIL))
    for finding in report["findings"]:
        finding.update(dict.fromkeys(("exact", "message", "reason", "suggestion"), EVIL))
    tree = shown(render(report))
    assert {node.tag for node in tree.body.traverse()} == set(bare)
    assert not tree.css("img, a, i, code, h1 em, script")
    assert tree.css_first("h1").text() == "How it is written: " + " ".join(EVIL.split())


@pytest.mark.parametrize(
    "words", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== a", "    a", "|a|b|", "~~a~~", "&amp;"]
)
def test_words_are_shown_as_they_are(words):
    tree = shown(plain(words))
    assert [node.tag for node in tree.body.iter()] == ["p"]
    assert tree.body.text().strip() == words.strip()


@pytest.mark.parametrize("slug", sorted(pages()))
def test_every_golden_page_has_its_notes(slug):
    content = pages()[slug].read_bytes()
    report = report_of(content, None)
    assert len(shown(render(report)).css("p > strong")) == len(report["findings"])


def test_a_hostile_page_has_notes():
    assert not shown(render(report_of(HOSTILE))).css("img, a, script, iframe")
