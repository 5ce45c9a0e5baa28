"""Everything together: the extension, the real server and its worker, on the sample and on every golden page."""

import json
import re
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from detector import Analyzer
from tools.browser.chromium_driver import Chromium
from tools.browser.newsroom import ROOT, raw_words

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"
PAGES = {path.parent.name: path for path in sorted((ROOT / "tests" / "pages").glob("*/page.html"))}
MARKS = """[...CSS.highlights].filter(([name]) => !name.includes("-quote-")).map(([, highlight]) => highlight)"""
PAINTED = f"""() => {MARKS}.flatMap((highlight) => [...highlight].map(String)).sort()"""
# the words of each finding under the point at which they are painted
UNDER = f"""() => {MARKS}.flatMap((highlight) => [...highlight]).map((range) => {{
    range.startContainer.parentElement.scrollIntoView({{block: "center", behavior: "instant"}});
    const box = range.getClientRects()[0];
    const at = CSS.highlights.highlightsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return [String(range), at.flatMap(({{ranges}}) => ranges.map(String))];
}})"""


STREAM = """async () => (await import("/extension/page/collect.js")).stream(document.getElementById("reader")).text"""
NUMBER = re.compile(r"(?<![A-Za-z\d])\d[\d,]*(?:\.\d+)?")


@pytest.fixture
def tab(browser: Chromium, server: str, token: str) -> Iterator[Page]:
    """A fresh tab, the extension asking the real server that it is paired with."""
    browser.ask_server(server, token)
    page = browser.context.new_page()
    yield page
    page.close()


def show(browser: Chromium, tab: Page, path: Path) -> None:
    def serve(route: Route) -> None:
        beside = path.parent / route.request.url.rsplit("/", 1)[1]
        if route.request.url.endswith("/story"):
            route.fulfill(path=path, content_type="text/html")
        elif beside.is_file():
            route.fulfill(path=beside)
        else:
            route.fulfill(status=404)

    tab.route("http://news.test/**", serve)
    tab.goto("http://news.test/story")
    browser.click(tab)
    expect(browser.panel(tab).locator(".sum")).to_be_visible(timeout=20_000)


@pytest.mark.parametrize("name", PAGES)
def test_the_page_shows_the_same_remarks_as_the_python_face(browser: Chromium, tab: Page, name: str) -> None:
    show(browser, tab, PAGES[name])
    assert tab.evaluate(PAINTED) == raw_words(PAGES[name].read_bytes())
    assert browser.panel(tab).locator(".f.lost").count() == 0


def test_every_mark_of_the_sample_is_under_its_words(browser: Chromium, tab: Page) -> None:
    tab.set_viewport_size({"width": 1400, "height": 800})
    show(browser, tab, SAMPLE)
    under = tab.evaluate(UNDER)
    assert len(under) > 5
    assert [words for words, found in under if words not in found] == []


def test_the_panel_shows_the_scores_of_the_python_face(browser: Chromium, tab: Page) -> None:
    show(browser, tab, SAMPLE)
    report = Analyzer().analyze(SAMPLE.read_bytes()).to_dict()
    values = [report["scores"][name]["value"] for name in ("headline", "sourcing", "wording")]
    panel = browser.panel(tab)
    assert panel.locator(".score .v").all_inner_texts() == [str(value) for value in values]
    expect(panel.locator(".sum")).to_have_text(report["summary"]["sentence"])


def numbers(words: str) -> list[float]:
    return [float(number.replace(",", "")) for number in NUMBER.findall(words)]


def shown_figures(figures: dict[str, Any]) -> dict[str, list[float]]:
    """What the panel is to show of a card's figures, by their names there."""

    def ranged(part: dict[str, Any], name: str) -> list[float]:
        return [part[name], part["interval"]["low"], part["interval"]["high"]]

    shown = figures["loaded words (BABE)"]["shown"]
    swap = figures["shift when parties are swapped, in points of 100"]
    return {
        "Loaded sentences told from plain ones": ranged(figures["loaded sentences (BABE)"], "macro_f1"),
        "Loaded words found": [round(100 * shown["precision"]), round(100 * shown["recall"])],
        "Bait in headlines recognised": ranged(figures["headline bait (Webis-Clickbait-17)"], "spearman"),
        "Subjective sentences recognised": ranged(figures["subjective sentences (CheckThat!)"], "macro_f1"),
        "Shift when two parties are swapped": [
            *(swap[name]["mean"] for name in ("headline", "sourcing", "wording")),
            100,
        ],
    }


def by_extension(browser: Chromium, tab: Page, server: str) -> Page:
    show(browser, tab, SAMPLE)
    return browser.panel(tab)


def by_paste_page(browser: Chromium, tab: Page, server: str) -> Page:
    tab.goto(server)
    tab.get_by_role("button", name="Try the sample").click()
    return tab


@pytest.mark.parametrize("door", [by_extension, by_paste_page])
def test_how_good_it_is_shows_the_figures_of_the_model_card(
    browser: Chromium, tab: Page, server: str, door: Callable[[Chromium, Page, str], Page]
) -> None:
    with urllib.request.urlopen(f"{server}/v1/model-card", timeout=20) as answer:
        card = json.load(answer)
    shown = door(browser, tab, server)
    shown.get_by_role("button", name="How good is this?").click()
    panel = shown.locator("#panel .quality")
    expect(panel.locator("dl div")).to_have_count(5)
    for behind in panel.locator("summary").all():
        behind.click()
    figures = "(list) => list.map((dd) => (dd.querySelector('details')?.lastChild ?? dd).textContent)"
    told = dict(zip(panel.locator("dt").all_inner_texts(), panel.locator("dd").evaluate_all(figures), strict=True))
    expected = shown_figures(card["model"]["figures"])
    assert told.keys() == expected.keys()
    for name, words in told.items():
        assert numbers(words) == pytest.approx(expected[name], abs=0.0005001), name  # three decimals are shown
    counts = [card["rules"]["count"], card["reference"]["articles"]]
    assert numbers(panel.locator("> p").last.inner_text()) == counts
    assert panel.locator("li").all_inner_texts() == card["limitations"]


def test_the_paste_page_tries_the_sample(tab: Page, server: str) -> None:
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    tab.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    tab.goto(server)
    tab.get_by_role("button", name="Try the sample").click()
    expect(tab.locator("#panel .sum")).to_be_visible(timeout=20_000)
    report = Analyzer().analyze(SAMPLE.read_bytes()).to_dict(include=("text",))
    assert tab.evaluate(PAINTED) == sorted(finding["exact"] for finding in report["findings"])
    assert tab.evaluate(STREAM) == report["document"]["text"]
    assert errors == []
