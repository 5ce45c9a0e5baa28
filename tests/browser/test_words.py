"""No screen shows a value that is none ("NaN", "undefined") or a place in a text that was not filled ("$NAME$")."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from detector import Analyzer
from detector.export import comparison, html, overview, side_by_side
from tools.browser.chromium_driver import Chromium
from tools.browser.looking import UNDER
from tools.browser.newsroom import ROOT
from tools.browser.own_scenes import OWN
from tools.browser.scenes import SCENES
from tools.browser.screens import STATES
from tools.browser.stage import Stage
from tools.browser.tabs import close
from tools.browser.words import UNFILLED, unfilled

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.html"))


def _copy() -> str:
    content = SAMPLE.read_bytes()
    return html.annotate(content, Analyzer().analyze(content)).html


def _report() -> str:
    return overview.render(Analyzer().analyze(SAMPLE.read_bytes()).to_dict(("text",)))


def _comparison() -> str:
    reports = [Analyzer().analyze(path.read_bytes()).to_dict() for path in EXAMPLES]
    return side_by_side.render(comparison.compare(reports, [path.stem for path in EXAMPLES]))


FILES: Mapping[str, Callable[[], str]] = {"annotated copy": _copy, "report": _report, "comparison": _comparison}


def _empty(page: Page) -> None:
    page.get_by_role("button", name="Show how it is written").click()
    expect(page.get_by_role("alert")).to_have_text("Paste a story first.")


def _source(page: Page) -> None:
    page.get_by_label("News story").fill("<p>One.</p>")


def _link(page: Page) -> None:
    page.get_by_label("News story").fill("https://news.example/story")
    expect(page.locator("#command")).to_be_visible()


def _sample(page: Page) -> None:
    page.get_by_role("button", name="Try the sample").click()
    expect(page.locator("#panel .sum")).to_be_visible()


def _quality(page: Page) -> None:
    _sample(page)
    page.get_by_role("button", name="How good is this?").click()
    expect(page.locator("#panel .quality dl")).to_be_visible()


def _lesson(page: Page) -> None:
    _sample(page)
    at = page.evaluate(UNDER, "disastrous")
    page.mouse.click(at["x"], at["y"])
    page.locator("#panel .f.on").get_by_role("button", name="Learn more").click()
    expect(page.locator("#panel .lesson")).to_be_visible()


REAL = {"claims"}  # the real server alone answers it: see test_claims.py
ELSEWHERE = SCENES.keys() | REAL  # the states of a page are looked at where they are made: see test_states.py
PASTE: Mapping[str, Callable[[Page], None]] = {
    "form": lambda page: None,
    "empty": _empty,
    "source": _source,
    "link": _link,
    "sample": _sample,
    "quality": _quality,
    "lesson": _lesson,
}


@pytest.fixture
def tab(browser: Chromium) -> Iterator[Page]:
    page = browser.context.new_page()
    yield page
    close(page)


@pytest.mark.parametrize("name", sorted(STATES.keys() - ELSEWHERE))
def test_every_screen_of_the_extension(stage: Stage, name: str) -> None:
    STATES[name](stage)
    assert unfilled(stage.page) == []
    if name not in OWN:
        assert unfilled(stage.beside) == []


@pytest.mark.parametrize("name", PASTE)
def test_every_screen_of_the_paste_page(tab: Page, server: str, name: str) -> None:
    tab.goto(server)
    PASTE[name](tab)
    assert unfilled(tab) == []


@pytest.mark.parametrize("name", FILES)
def test_every_file_for_readers(tab: Page, tmp_path: Path, name: str) -> None:
    path = tmp_path / "file.html"
    path.write_text(FILES[name](), encoding="utf-8")
    tab.goto(path.as_uri())
    assert unfilled(tab) == []


def test_the_report_that_the_panel_writes(stage: Stage, tab: Page) -> None:
    stage.read()
    stage.button("Export").click()
    with stage.beside.expect_download() as download:
        stage.button("Report (HTML)").click()
    path = Path(download.value.path())
    tab.set_content(path.read_text(encoding="utf-8"))
    assert unfilled(tab) == []


@pytest.mark.parametrize(
    "words",
    [
        "NaN % of them right",
        "undefined",
        "by null",
        "[object Object]",
        "Infinity of 100",
        "{exact} judges",
        "{}",
        "about $WORDS$",
        "$1$ of 2",
        "%s words",
        "__MSG_name__",
        "quality_figure_f1",
    ],
)
def test_what_is_no_word_is_seen(tab: Page, words: str) -> None:
    tab.set_content("<p></p>")
    tab.evaluate("(words) => document.querySelector('p').attachShadow({mode: 'open'}).append(words)", words)
    assert unfilled(tab) == [words]
    tab.set_content("<p>Well.</p>")
    tab.evaluate("(words) => document.querySelector('p').setAttribute('aria-label', words)", words)
    assert unfilled(tab) == [words]


@pytest.mark.parametrize("words", ["62 %", "$3 billion", "A (mild) word", "nullified", "“so-called”", "e.g. 5 % so"])
def test_words_are_words(words: str) -> None:
    assert not UNFILLED.search(words)
