"""Annotated copies in a real browser: the marks are at the words, a card opens, and no request leaves the file."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page

from detector import Analyzer
from detector.export.html import annotate
from detector.export.overview import render
from tests.export.stories import HOSTILE
from tools.browser.chromium_driver import Chromium
from tools.golden import pages
from tools.live import serving

MARKED = """() => {
    const words = {};
    for (const mark of document.querySelectorAll(".page mark"))
        for (const id of mark.dataset.r.split(" ")) words[id] = (words[id] ?? "") + mark.textContent;
    return words;
}"""
# what is drawn where no mark should be: the underlined element under the middle of each mark
UNDER = """(mark) => {
    mark.scrollIntoView({block: "center", behavior: "instant"});
    const box = mark.getClientRects()[0];
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    const {textDecorationLine: line, backgroundColor: tint} = getComputedStyle(mark);
    return {same: top === mark, line, tinted: tint !== "rgba(0, 0, 0, 0)"};
}"""


def bare(text: str) -> str:
    return re.sub(r"[\s\u00ad\u200b]", "", text)


class Tab:
    """A tab that opens files, and what it asked for and complained of."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder
        self.asked: list[str] = []
        self.told: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.told.append(message.text))
        page.on("pageerror", lambda error: self.told.append(str(error)))
        page.on("dialog", lambda dialog: self.told.append(dialog.message))

    def open(self, content: str) -> str:
        """Open HTML as a file from disk; gives its address."""
        file = self.folder / "copy.html"
        file.write_text(content, encoding="utf-8")
        self.page.goto(file.as_uri())
        return file.as_uri()


@pytest.fixture
def tab(browser: Chromium, tmp_path: Path) -> Iterator[Tab]:
    page = browser.context.new_page()
    yield Tab(page, tmp_path)
    page.close()


@pytest.mark.parametrize("slug", ["sample", "loaded-report", "nested-markup"])
def test_marks_stand_at_the_words_and_nothing_is_asked(tab: Tab, slug: str) -> None:
    content = pages()[slug].read_bytes()
    report = Analyzer().analyze(content)
    address = tab.open(annotate(content, report).html)
    expected = {
        finding["id"]: bare(finding["target"]["selector"][1]["exact"])
        for finding in report.to_dict()["findings"]
        if finding["target"]
    }
    assert {name: bare(words) for name, words in tab.page.evaluate(MARKED).items()} == expected
    for mark in tab.page.query_selector_all(".page mark"):
        look, sentence = mark.evaluate(UNDER), mark.get_attribute("data-unit") == "sentence"
        assert look["same"] and look["line"] == ("none" if sentence else "underline")
        assert look["tinted"] or not sentence
    assert (tab.asked, tab.told) == ([address], [])


def test_a_card_opens_beside_the_words_and_closes(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    mark = tab.page.locator(".page mark", has_text="disastrous")
    mark.click()
    card = tab.page.get_by_role("dialog")
    assert "disastrous" in card.inner_text() and "instead of describing" in card.inner_text()
    words, box = mark.bounding_box(), card.bounding_box()
    assert words and box and abs(box["y"] - words["y"]) < box["height"] + 60
    tab.page.keyboard.press("Escape")
    assert card.count() == 0
    tab.page.keyboard.press("Enter")  # the mark has the focus again
    assert card.count() == 1


def test_a_remark_in_the_panel_leads_to_its_words(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    tab.page.locator(".panel li.f", has_text="disastrous").click()
    assert tab.page.locator(".page mark.on").all_inner_texts() == ["disastrous"]
    box = tab.page.locator(".page mark.on").bounding_box()
    assert box and 0 < box["y"] < 700


def test_marks_and_the_rest_of_the_page_can_be_hidden_and_shown(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    assert not tab.page.locator(".page footer").is_visible()
    tab.page.get_by_label("Show the rest of the page").check()
    assert tab.page.locator(".page footer").is_visible()
    tab.page.get_by_label("Hide marks").check()
    line = tab.page.locator(".page mark").first.evaluate("(mark) => getComputedStyle(mark).textDecorationLine")
    assert line == "none"


def test_on_paper_every_remark_is_told_and_numbered(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    tab.page.emulate_media(media="print")
    assert tab.page.locator(".panel li.f .more").first.is_visible()
    assert not tab.page.locator(".controls").is_visible()
    number = tab.page.locator("mark[data-n]").first.evaluate("(mark) => getComputedStyle(mark, '::after').content")
    assert number.strip('"').split()[0] == "1"


def test_a_source_s_words_open_and_lead_to_the_page(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    address = tab.open(annotate(content, Analyzer().analyze(content)).html)
    row = tab.page.locator(".who tr", has=tab.page.locator(".said a")).first
    link = row.locator(".said a").first
    assert not link.is_visible()
    row.locator("summary").click()
    assert link.is_visible()
    link.click()
    target = tab.page.locator(f"[id='{(link.get_attribute('href') or '#')[1:]}']")
    box = target.bounding_box()
    assert box and 0 < box["y"] < 700
    assert bare(target.inner_text()).strip("“”") in bare(link.inner_text())
    assert [url.partition("#")[0] for url in tab.asked] == [address] * len(tab.asked) and tab.told == []


def test_a_quotation_has_a_tint_and_its_speaker_s_initial_that_hide_with_the_marks(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    said = tab.page.locator(".page [data-by]").first
    look = "(said) => [getComputedStyle(said).backgroundColor, getComputedStyle(said, '::after').content]"
    colour, letter = said.evaluate(look)
    assert colour != "rgba(0, 0, 0, 0)" and letter.strip('"') == said.get_attribute("data-by")
    tab.page.get_by_label("Hide marks").check()
    assert said.evaluate(look) == ["rgba(0, 0, 0, 0)", "none"]


def test_on_paper_the_sources_words_are_told(tab: Tab) -> None:
    content = pages()["sample"].read_bytes()
    tab.open(annotate(content, Analyzer().analyze(content)).html)
    words = tab.page.locator(".who .said").first
    assert not words.is_visible()
    tab.page.emulate_media(media="print")
    assert words.is_visible()


def test_a_hostile_page_asks_for_nothing_and_runs_nothing(tab: Tab) -> None:
    site = Flask("copy")
    copy = annotate(HOSTILE, Analyzer().analyze(HOSTILE)).html
    site.add_url_rule("/copy", "copy", lambda: copy)
    with serving(site) as port:
        address = f"http://news.test:{port}/copy"
        tab.page.goto(address, wait_until="networkidle")
        assert (tab.asked, tab.told) == ([address], [])
        assert tab.page.url == address
        assert "disastrous" in tab.page.locator(".page mark").all_inner_texts()


def test_the_report_page_asks_for_nothing(tab: Tab) -> None:
    report = Analyzer().analyze(pages()["sample"].read_bytes()).to_dict(("text",))
    address = tab.open(render(report))
    assert tab.page.locator("svg.strip").count() == 3
    assert tab.page.locator("svg.course rect.mark").count() == len(report["findings"])
    assert (tab.asked, tab.told) == ([address], [])
