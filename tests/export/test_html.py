"""The annotated copy: marks at exactly the words, the page's words kept, nothing that runs or asks."""

import re

import pytest
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Page, Text
from detector.export import html, safety
from detector.export.html import annotate
from detector.export.placement import read_stream
from detector.export.texts import ReportTexts
from detector.page import read_page
from detector.schema import Position, Quotation, Target
from tests.export.stories import HOSTILE, PAGE, STORY
from tools.golden import pages

ANALYZER = Analyzer()
OWN = {
    "data-r",
    "data-dimension",
    "data-scored",
    "data-n",
    "data-said",
    "data-by",
    "data-rest",
    "data-picture",
    "tabindex",
    "id",
    "rel",
    "open",
    "data-unit",
    "data-sentence",
}
KNOWN = OWN | {"role", "aria-label"} | set().union(*safety.ATTRIBUTES.values()) | safety.GEOMETRY


def copy_of(content, url=None):
    return annotate(content, ANALYZER.analyze(Page(content, url)))


def marked(copy):
    """What is marked, by finding id: the text of its marks joined."""
    words: dict[str, str] = {}
    for mark in LexborHTMLParser(copy.html).css(".page mark"):
        for name in mark.attributes["data-r"].split():
            words[name] = words.get(name, "") + mark.text()
    return words


def plain(text):
    return re.sub(r"[\s\u00ad\u200b]", "", text)


@pytest.mark.parametrize("slug", sorted(pages()))
def test_marks_of_golden_pages_hold_the_very_words(slug):
    content = pages()[slug].read_bytes()
    report = ANALYZER.analyze(content)
    copy, told = annotate(content, report), report.to_dict()["findings"]
    assert set(copy.marked) == {finding["id"] for finding in told if finding["target"]}
    assert set(copy.lost) == {finding["id"] for finding in told if not finding["target"]}
    words = marked(copy)
    assert {name: plain(text) for name, text in words.items()} == {
        finding["id"]: plain(finding["target"]["selector"][1]["exact"]) for finding in told if finding["target"]
    }


@pytest.mark.parametrize("slug", sorted(pages()))
def test_the_article_s_words_stay_in_their_order(slug):
    content = pages()[slug].read_bytes()
    report = ANALYZER.analyze(content)
    page = safety.parse(annotate(content, report).html).find("main")
    for rest in page.find_all(attrs={"data-rest": True}):
        rest.decompose()
    shown, at = plain(read_stream(page).text), 0
    article = read_page(content)
    for block in article.blocks:
        words = plain(block.span.of(article.text))
        if block.part == "body":
            at = shown.index(words, at)
        assert words in shown or not block.runs


def test_what_is_no_article_is_set_aside():
    tree = LexborHTMLParser(copy_of(PAGE).html)
    assert [node.tag for node in tree.css(".page [data-rest]")] == ["nav", "footer"]
    assert "By Ina Marsh" in tree.css_first(".page article").text()


def test_nothing_that_runs_or_asks_survives():
    tree = LexborHTMLParser(copy_of(HOSTILE).html)
    page = tree.css_first("main.page")
    allowed = safety.BLOCKS | safety.PHRASES | safety.DRAWING | {"mark", "main"}
    for node in page.traverse():  # comments too
        assert node.tag in allowed
        names = set(map(str.lower, node.attributes))
        assert names <= (KNOWN | {"class"} if node.tag == "main" else KNOWN)
    assert "evil.example" not in page.html
    assert [node.attributes["href"] for node in page.css("a[href]")] == ["https://paper.example/other"]
    assert page.css("[style]")[0].attributes["style"] == "text-align:center"
    assert len(tree.css("script")) == 1 and "alert(" not in tree.css_first("body").html
    assert "unseen tracker" not in page.text()


def test_the_policy_lets_nothing_out():
    tree = LexborHTMLParser(copy_of(HOSTILE).html)
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-")
    assert not tree.css("meta[http-equiv=refresh]") and not tree.css("base")


def test_pictures_that_would_be_fetched_are_told_in_words():
    page = LexborHTMLParser(copy_of(HOSTILE).html).css_first("main.page")
    assert [node.attributes["data-picture"] for node in page.css("[data-picture]")] == ["The <b>quay</b>", "A drawing"]


def test_links_lead_where_they_led():
    tree = LexborHTMLParser(copy_of(PAGE, "https://tide.example/news/river").html)
    links = [node.attributes for node in tree.css(".page a")]
    assert [held["href"] for held in links] == ["https://tide.example/", "https://tide.example/sea"]
    assert all("noreferrer" in held["rel"] for held in links)


def test_what_a_page_says_appears_as_it_reads():
    title = "<script>alert(1)</script> slammed as a disgrace"
    text = Text("</style></script><b>The</b> brazen plan, critics say. " * 20, title)
    copy = annotate(text, ANALYZER.analyze(text))
    tree = LexborHTMLParser(copy.html)
    assert tree.css_first("main.page h1").text() == title
    assert "<b>The</b> brazen" in tree.css_first("main.page p").text()
    assert len(tree.css("script")) == 1 and not tree.css("main.page b")
    assert copy.marked and not copy.lost


def test_plain_text_becomes_a_page_with_marks():
    text = Text(re.sub(r"<[^>]+>", "", STORY), "RIVER OF SHAME: Harwick council caves")
    report = ANALYZER.analyze(text)
    copy = annotate(text, report)
    words = marked(copy)
    assert {name: plain(text) for name, text in words.items()} == {
        finding.id: plain(finding.exact) for finding in report.findings
    }


def test_words_without_a_proven_place_are_listed_and_not_marked():
    report = ANALYZER.analyze(PAGE)
    first, *others = report.findings
    nowhere = Target((Position(2, 9), Quotation("words that stand nowhere", "", "")))
    copy = annotate(PAGE, replace(report, findings=(replace(first, target=nowhere), *others)))
    assert copy.lost == (first.id,)
    lost = LexborHTMLParser(copy.html).css(".panel .lost")
    assert len(lost) == 1 and "Not found on the page" in copy.html


def test_words_that_moved_are_found_by_their_context():
    report = ANALYZER.analyze(PAGE)
    moved = PAGE.replace("<body>", "<body><p>A new banner that came later.</p>")
    copy = annotate(moved, report)
    assert not copy.lost and set(marked(copy).values()) >= {"bitterly", "disastrous"}


def test_the_panel_tells_scores_sources_and_remarks():
    report = ANALYZER.analyze(PAGE).to_dict()
    panel = LexborHTMLParser(copy_of(PAGE).html).css_first("aside.panel")
    assert panel.css_first(".sum").text() == report["summary"]["sentence"]
    assert [node.text() for node in panel.css(".score h2")] == ["Headline", "Sourcing", "Loaded wording"]
    assert "Mara Belling" in panel.css_first(".who").text()
    assert [node.css_first(".x").text() for node in panel.css("li.f")] == [held["exact"] for held in report["findings"]]


def test_frames_are_told_where_there_are_any():
    told = ANALYZER.analyze(PAGE).to_dict()
    assert html.panel.frames(told | {"framing": []}, ReportTexts()) is None
    section = html.panel.frames(
        told | {"framing": [{"frame": "quality_of_life", "probability": 0.5, "sentences": [0]}]}, ReportTexts()
    )
    assert "Quality of life" in section and "50%" in section


def test_a_page_that_is_no_article_is_copied_whole():
    tree = LexborHTMLParser(copy_of(pages()["home-page"].read_bytes()).html)
    assert tree.css_first(".panel .sum").text()
    assert tree.css_first("main.page").text().strip()


def test_the_same_page_gives_the_same_bytes():
    assert copy_of(PAGE).html == copy_of(PAGE).html


ARGUED = """<html><head><title>Notes from the harbour</title></head><body><article><h1>Notes from the harbour</h1>
<p>The shameless board rammed its rotten, sordid deal through with a sneer at the gullible town.</p>
<p>It is the old swindle, dressed up for an electorate that the smug clerks plainly despise, and the spineless mayor,
a vain and petty man, waved it through without turning a page of the shabby draft that his cronies had cobbled up.</p>
<p>Nobody but a fool could mistake this pitiful charade for a budget. The board met again in May, and it talked about
the boats, the quay and the price of fish until noon. It will meet once more in June, when the clerk is back from the
coast, and the paper will print what is left of the accounts. The ferry leaves at seven from the north quay, as it has
for thirty years, and the tickets cost two crowns for adults, while children under the age of ten travel for free.</p>
</article></body></html>"""


def test_a_sentence_is_a_tint_under_the_marks_of_its_words():
    report = ANALYZER.analyze(Page(ARGUED))
    whole = next(finding for finding in report.findings if finding.unit == "sentence")
    marks = LexborHTMLParser(annotate(ARGUED, report).html).css(f'main mark[data-r~="{whole.id}"]')
    assert all("data-sentence" in mark.attributes for mark in marks)
    words = [mark for mark in marks if mark.attributes["data-unit"] == "words"]
    assert 0 < len(words) < len(marks)
    assert "".join(mark.text() for mark in marks) == whole.exact
