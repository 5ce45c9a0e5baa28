import pytest
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Text
from detector.export.overview import render
from tests.export.stories import PAGE
from tools.golden import pages

ANALYZER = Analyzer()


def page_of(content=PAGE):
    return LexborHTMLParser(render(ANALYZER.analyze(content).to_dict(("text",))))


def test_each_score_is_drawn_in_its_crowd():
    strips = page_of().css("svg.strip")
    assert len(strips) == 3
    for strip in strips:
        assert len(strip.css("rect.fill, rect.track")) == 50
        assert len(strip.css("rect.mark")) == 1 and len(strip.css("rect.foot-mark")) == 1
        assert "likely between" in strip.attributes["aria-label"]


def test_remarks_are_drawn_where_they_stand():
    report = ANALYZER.analyze(PAGE).to_dict(("text",))
    course = page_of().css_first("svg.course")
    marks = sorted(float(node.attributes["x"]) for node in course.css("rect.mark"))
    length = len(report["document"]["text"])
    expected = sorted(held["start"] * 340 / length for held in report["findings"])
    assert marks == pytest.approx(expected, abs=0.01)
    assert len(course.css("rect.voice")) == sum(len(quote["content"]) for quote in report["quotes"])


def test_nothing_runs_and_nothing_is_asked():
    tree = page_of()
    policy = tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"]
    assert policy == "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    assert not tree.css("script, img, iframe, link[href^=http]")


@pytest.mark.parametrize("slug", sorted(pages()))
def test_every_golden_page_has_its_report(slug):
    content = pages()[slug].read_bytes()
    title = ANALYZER.analyze(content).document.title
    assert page_of(content).css_first("h1").text() == title


def test_a_title_full_of_markup_reads_as_it_is():
    report = ANALYZER.analyze(Text("The plan was brazen. " * 30, "<img src=x onerror=alert(1)> & more"))
    tree = LexborHTMLParser(render(report.to_dict(("text",))))
    assert tree.css_first("h1").text() == "<img src=x onerror=alert(1)> & more"
    assert not tree.css("img")
