"""The panel at the side of a real window: it leaves the page its words, and follows the tab in front."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright, expect

from tools.browser.chromium_driver import Chromium, chromium
from tools.browser.looking import UNDER
from tools.browser.newsroom import TOKEN
from tools.browser.screen import Screen, screen
from tools.browser.side import Side

SUM = "document.querySelector('.sum')?.textContent"
STATE = "document.querySelector('.state h2')?.textContent"
TITLE = "document.querySelector('.state h2, .sum')?.textContent"
# the words of the remarks that the panel shows as being in view on the page
NEAR = "[...document.querySelectorAll('.near .x')].map((words) => words.textContent)"
IDLE = "Nothing has been read in this tab."
# boxes of the article's lines that reach beyond what is seen of the page
HIDDEN = """() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("article, main"));
    return [...range.getClientRects()].filter(({left, right}) => left < 0 || right > innerWidth).length;
}"""


@pytest.fixture(scope="module", params=[(1280, 800), (1024, 768)], ids=["1280", "1024"])
def desk(request: pytest.FixtureRequest) -> Iterator[Screen]:
    """A screen of a usual size."""
    with screen(*request.param) as opened:
        yield opened


@pytest.fixture
def seen(
    desk: Screen, driver: Playwright, tmp_path: Any, stub: Flask, stub_server: tuple[Flask, str]
) -> Iterator[Chromium]:
    """Chromium filling that screen, its pages as wide as the window leaves them."""
    wide, high = desk.picture().size
    with chromium(tmp_path, headless=False, display=desk.name, playwright=driver, window=(wide, high)) as opened:
        opened.ask_server(stub_server[1], TOKEN)
        yield opened


def read(seen: Chromium, address: str) -> tuple[Page, Side]:
    """A tab with a page, read, and the panel at its side."""
    page = seen.context.new_page()
    page.goto(address)
    seen.click(page)
    side = seen.side()
    side.wait(page, SUM)
    return page, side


def test_page_and_panel_stand_side_by_side_and_no_word_is_hidden(seen: Chromium, news: str) -> None:
    page = seen.context.new_page()
    page.goto(f"{news}/story")
    before = page.evaluate("innerWidth")
    seen.click(page)
    side = seen.side()
    side.wait(page, SUM)
    page.wait_for_function(f"innerWidth < {before}")
    wide = side.run(page, "innerWidth")
    assert wide >= 280
    assert page.evaluate("innerWidth") + wide <= before
    assert page.evaluate(HIDDEN) == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("CSS.highlights.size") == 6


def test_the_panel_follows_the_tab_in_front_and_each_tab_has_its_own_state(
    seen: Chromium, news: str, stub: Flask
) -> None:
    first, side = read(seen, f"{news}/story")
    side.run(first, "document.querySelector('.chip[data-dimension=wording]').click()")
    first.wait_for_function("!CSS.highlights.has('undertone-headline')")
    second = seen.context.new_page()
    second.goto(f"{news}/shop")
    assert side.wait(second, STATE) == IDLE
    seen.click(second)
    side.wait(second, "document.querySelector('.notice')?.textContent.includes('Not an article')")
    first.bring_to_front()
    side.wait(first, "document.querySelectorAll('.f:not([hidden])').length === 3")
    assert side.run(first, "document.querySelector('.chip[data-dimension=wording]').ariaPressed") == "true"
    assert len(stub.config["SEEN"]) == 2
    first.reload()
    assert side.wait(first, STATE) == IDLE
    second.bring_to_front()
    side.wait(second, SUM)
    second.close()
    first.bring_to_front()
    side.wait(first, f"{STATE} === {IDLE!r}")


def test_another_tab_can_be_clicked_while_one_is_read(seen: Chromium, news: str, stub: Flask) -> None:
    hold = stub.config["HOLD"] = threading.Event()
    first = seen.context.new_page()
    first.goto(f"{news}/story")
    seen.click(first)
    side = seen.side()
    side.wait(first, f"{STATE} === 'Reading the page…'")
    second = seen.context.new_page()
    second.goto(f"{news}/dark")
    seen.click(second)
    side.wait(second, f"{STATE} === 'Reading the page…'")
    hold.set()
    side.wait(second, SUM)
    first.bring_to_front()
    side.wait(first, SUM)
    for page in (first, second):
        page.wait_for_function("CSS.highlights.size > 0")
    assert len(stub.config["SEEN"]) == 2


def test_a_remark_and_its_mark_lead_to_each_other(seen: Chromium, news: str) -> None:
    page, side = read(seen, f"{news}/story")
    side.run(page, "[...document.querySelectorAll('ol .x')].find((x) => x.textContent === 'so-called').click()")
    page.wait_for_function("CSS.highlights.has('undertone-flash')")
    assert page.evaluate("[...CSS.highlights.get('undertone-flash')].map(String)") == ["so-called"]
    at = page.evaluate(UNDER, "bitterly")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("undertone-layer .card")).to_be_visible()
    side.wait(page, "document.querySelector('.f.on .x')?.textContent === 'bitterly'")
    assert side.run(page, "document.querySelector('[role=status]').textContent") == "3 of 6: bitterly"


def test_remarks_follow_the_scroll_of_the_page(seen: Chromium, news: str) -> None:
    page, side = read(seen, f"{news}/story")
    side.run(page, "document.querySelector('.more-remarks').click()")
    page.add_style_tag(content="p { margin-bottom: 90vh !important; }")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight / 2)")
    side.run(page, "document.querySelector('ol').scrollIntoView()")
    for words in ("so-called", "bitterly"):
        page.evaluate(UNDER, words)
        side.wait(page, f"{NEAR}.includes({words!r})")
        at = "document.querySelector('.near .x').getBoundingClientRect()"
        side.wait(page, f"{at}.top >= 0 && {at}.bottom <= innerHeight")


def test_a_second_click_closes_the_panel_and_a_panel_that_was_closed_comes_back(
    seen: Chromium, news: str, stub: Flask
) -> None:
    page, side = read(seen, f"{news}/story")
    side.run(page, "close()")
    seen.wait_for_sides(page, 0)
    assert page.evaluate("CSS.highlights.size") == 6
    seen.click(page)
    seen.side().wait(page, SUM)
    assert len(stub.config["SEEN"]) == 1
    seen.click(page)
    seen.wait_for_sides(page, 0)
    page.wait_for_function("CSS.highlights.size === 0")


def test_every_window_has_a_panel_of_its_own(seen: Chromium, news: str) -> None:
    page, _ = read(seen, f"{news}/story")
    with seen.context.expect_page() as opened:
        seen.worker.evaluate("(url) => { chrome.windows.create({url, focused: true}); }", f"{news}/plain")
    other = opened.value
    other.wait_for_load_state()
    seen.click(other)
    seen.wait_for_sides(page, 2)
    shown = sorted(Side(seen.session, target).wait(page, TITLE) for target in seen.sides())
    assert len(set(shown)) == 2
    seen.click(other)
    seen.wait_for_sides(page, 1)
    assert page.evaluate("CSS.highlights.size") == 6


def test_a_browser_without_a_side_gets_the_panel_in_a_tab(seen: Chromium, news: str) -> None:
    seen.worker.evaluate("() => { Object.defineProperty(self.browser ?? chrome, 'sidePanel', {value: undefined}); }")
    page = seen.context.new_page()
    page.goto(f"{news}/story")
    with seen.context.expect_page() as opened:
        seen.click(page)
    panel = opened.value
    panel.set_viewport_size({"width": 390, "height": 700})
    expect(panel.locator(".sum")).to_be_visible()
    panel.get_by_role("button", name="bitterly").click()
    page.wait_for_function("CSS.highlights.has('undertone-flash')")
    assert panel.evaluate("document.documentElement.scrollWidth") <= 390
    with panel.expect_event("close"):
        seen.click(page)
    page.wait_for_function("CSS.highlights.size === 0")


def test_f6_leads_from_the_page_into_the_panel_and_back(seen: Chromium, desk: Screen, news: str) -> None:
    page, side = read(seen, f"{news}/story")
    page.mouse.click(5, 5)
    focused = "document.hasFocus()"
    page.wait_for_function(focused)
    press_until(desk, page, lambda: side.run(page, focused))
    press_until(desk, page, lambda: page.evaluate(focused))
    assert not side.run(page, focused)
    assert page.evaluate("CSS.highlights.size") == 6


def press_until(desk: Screen, page: Page, reached: Callable[[], bool]) -> None:
    """Press F6, which walks round the parts of the window, until one is reached."""
    for _ in range(8):
        desk.press("F6")
        page.wait_for_timeout(300)
        if reached():
            return
    raise AssertionError("F6 does not lead there")
