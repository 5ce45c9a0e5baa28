"""The toolbar button in each state, the context menu, the keys, and a site that is read when it opens.

Menus, keys and prompts belong to the browser, not to a page: they are driven with real keys on a screen of their own.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright, expect

from tools.browser.chromium_driver import Chromium, chromium
from tools.browser.looking import wait_for_report
from tools.browser.newsroom import TOKEN
from tools.browser.screen import Screen, screen
from tools.browser.tabs import close

SITES = "async () => (await chrome.storage.local.get()).autoSites"
SCRIPTS = "async () => (await chrome.scripting.getRegisteredContentScripts()).length"
ALLOWED = "() => chrome.permissions.contains({origins: ['*://news.test/*']})"
SUM = "document.querySelector('.sum')?.textContent"
BUTTON = (973, 73)  # where a window of the usual size has it on the screen


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("not-paired", "Undertone: not paired with the server yet. Click for how to pair."),
        ("too-many-requests", "Undertone: the server is busy. Try again in a moment."),
        ("internal-error", "Undertone: the server failed on this page."),
        ("page-too-large", "Undertone: the server could not read this page."),
    ],
)
def test_each_failure_is_a_mark_with_its_own_words(
    browser: Chromium, page: Page, stub: Flask, news: str, code: str, title: str
) -> None:
    stub.config["PROBLEM"] = (code, "It says why.")
    page.goto(f"{news}/story")
    browser.click(page)
    browser.wait_for_button(page, letters="!", title=title)


def test_a_server_that_is_away_is_a_mark(browser: Chromium, page: Page, news: str) -> None:
    browser.ask_server("http://127.0.0.1:9")
    page.goto(f"{news}/story")
    browser.click(page)
    browser.wait_for_button(page, letters="!", title="Undertone: no answer from the server on this computer.")


def test_strong_remarks_are_counted_and_a_second_click_blanks_the_button(
    browser: Chromium, page: Page, news: str
) -> None:
    page.goto(f"{news}/story")
    browser.wait_for_button(page, letters="", title="Undertone: show how this page is written")
    browser.click(page)
    wait_for_report(browser, page)
    counted = "Undertone: one strong remark on this page. Click to remove the marks."
    browser.wait_for_button(page, letters="1", title=counted)
    browser.click(page)
    expect(page.locator("undertone-layer")).to_have_count(0)
    browser.wait_for_button(page, letters="")


def test_where_there_is_nothing_to_judge_there_is_a_dash(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/shop")
    browser.click(page)
    wait_for_report(browser, page)
    browser.wait_for_button(page, letters="–", title="Undertone: nothing to judge on this page.")


def test_titles_follow_the_language_of_the_settings(browser: Chromium, page: Page, news: str) -> None:
    browser.keep(language="de")
    try:
        page.goto(f"{news}/shop")
        browser.click(page)
        wait_for_report(browser, page)
        browser.wait_for_button(page, title="Undertone: Auf dieser Seite gibt es nichts zu beurteilen.")
    finally:
        browser.keep(language="auto")


def test_where_the_browser_forbids_reading_the_button_and_the_panel_say_so(
    browser: Chromium, page: Page, news: str
) -> None:
    page.goto("chrome://version")
    browser.click(page)
    told = "Undertone: the browser does not let extensions read this page."
    browser.wait_for_button(page, letters="!", title=told)
    side = browser.side()
    assert (
        side.wait(page, "document.querySelector('.state h2')?.textContent")
        == "The browser does not let extensions read this page."
    )
    page.goto(news)
    side.wait(page, "document.querySelector('.state h2')?.textContent === 'Nothing has been read in this tab.'")


@pytest.fixture(scope="module")
def desk() -> Iterator[Screen]:
    """A screen with a keyboard."""
    with screen() as opened:
        yield opened


@pytest.fixture(scope="module")
def seen(desk: Screen, driver: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """Chromium on that screen."""
    profile = tmp_path_factory.mktemp("seen")
    with chromium(profile, headless=False, display=desk.name, playwright=driver) as opened:
        yield opened


@pytest.fixture
def tab(seen: Chromium, stub: Flask, stub_server: tuple[Flask, str]) -> Iterator[Page]:
    """A tab of that Chromium, the extension asking the stand-in server."""
    seen.ask_server(stub_server[1], TOKEN)
    opened = seen.context.new_page()
    opened.bring_to_front()
    yield opened
    close(opened)


def test_the_menu_of_selected_text_has_it_read(desk: Screen, seen: Chromium, tab: Page, stub: Flask, news: str) -> None:
    tab.goto(f"{news}/story")
    words = tab.locator("p").nth(1)
    words.select_text()
    box: Any = words.bounding_box()
    with desk.opening():
        tab.mouse.click(box["x"] + 30, box["y"] + 8, button="right")
    desk.press("Up", "Up", "Return")  # from below: the browser's own entry, then ours
    seen.side().wait(tab, SUM)
    (asked,) = stub.config["SEEN"]
    assert asked["text"].split() == words.inner_text().split()
    assert "html" not in asked


def test_the_keys_open_walk_hide_and_close(desk: Screen, seen: Chromium, tab: Page, news: str) -> None:
    tab.goto(f"{news}/story")
    desk.press("alt+shift+u")
    seen.side().wait(tab, SUM)
    side = seen.side()
    on = "document.querySelector('.f.on .x')?.textContent"
    desk.press("alt+shift+j")
    began = side.wait(tab, on)
    desk.press("alt+shift+j")
    side.wait(tab, f"{on} !== {began!r}")
    desk.press("alt+shift+k")
    side.wait(tab, f"{on} === {began!r}")
    assert tab.evaluate("CSS.highlights.size") > 0
    desk.press("alt+shift+h")
    tab.wait_for_function("CSS.highlights.size === 0")
    desk.press("alt+shift+h")
    tab.wait_for_function("CSS.highlights.size > 0")
    desk.press("alt+shift+u")
    expect(tab.locator("undertone-layer")).to_have_count(0)


def pages_asked(stub: Flask) -> list[str]:
    """The addresses of the pages that the server was asked about; the test of the connection sends none."""
    return [seen["url"] for seen in stub.config["SEEN"] if "html" in seen]


def ask_for_site(desk: Screen, options: Page) -> None:
    add = options.locator("#auto").get_by_role("button", name="Add")
    add.focus()  # scrolls to it
    with desk.opening():
        options.keyboard.press("Enter")


def test_a_site_is_read_when_it_opens_once_the_reader_allowed_it(
    desk: Screen, seen: Chromium, tab: Page, stub: Flask, news: str
) -> None:
    options = seen.context.new_page()
    options.goto(f"chrome-extension://{seen.id}/options/options.html")
    options.get_by_label("The address of a site").fill(f"{news}/story")
    ask_for_site(desk, options)
    desk.press("Tab", "Return")  # from “Deny”, which has the focus, to “Allow”
    expect(options.locator("#auto li > span")).to_have_text("news.test")
    tab.goto(f"{news}/story")
    tab.wait_for_function("CSS.highlights.size > 0")
    seen.wait_for_button(tab, letters="1")
    assert len(pages_asked(stub)) == 1
    desk.press("alt+shift+u")
    seen.side().wait(tab, SUM)
    assert len(pages_asked(stub)) == 1
    tab.goto(f"{news}/shop")
    tab.wait_for_function("() => true")
    seen.wait_for_button(tab, letters="–")
    assert tab.locator("undertone-layer").count() == 0
    options.bring_to_front()
    options.get_by_role("button", name="Remove news.test").click()
    expect(options.locator("#auto li")).to_have_count(0)
    seen.wait_for(options, ALLOWED, False)
    seen.wait_for(options, SCRIPTS, 0)
    close(options)
    asked = pages_asked(stub)
    tab.goto(f"{news}/story")
    tab.wait_for_load_state("networkidle")
    assert pages_asked(stub) == asked


def close_sides(seen: Chromium, tab: Page) -> None:
    """Close the panel, beside which the browser shows a button of its own, so that ours has its usual place."""
    if seen.sides():
        seen.side().run(tab, "close()")
    seen.wait_for_sides(tab, 0)


def test_the_menu_of_the_button_has_a_site_always_read_and_no_more(
    desk: Screen, seen: Chromium, tab: Page, news: str
) -> None:
    close_sides(seen, tab)
    tab.goto(f"{news}/story")
    with desk.opening():
        desk.click_right(*BUTTON)
    with desk.opening():
        desk.press("Down", "Return")  # the first entry below our name: always
    tab.wait_for_timeout(500)
    if not seen.worker.evaluate(ALLOWED):  # the browser asks once for a site: not again where a test before had it
        desk.press("Tab", "Return")
    seen.side().wait(tab, SUM)
    seen.wait_for(tab, SITES, ["news.test"])
    close_sides(seen, tab)
    with desk.opening():
        desk.click_right(*BUTTON)
    desk.press("Down", "Down", "Return")  # the second: no more
    seen.wait_for(tab, SITES, [])
    seen.wait_for(tab, SCRIPTS, 0)


def test_a_site_that_the_reader_denies_is_not_read(desk: Screen, seen: Chromium, tab: Page) -> None:
    tab.goto(f"chrome-extension://{seen.id}/options/options.html")
    tab.get_by_label("The address of a site").fill("other.test")
    ask_for_site(desk, tab)
    desk.press("Return")
    expect(tab.get_by_text("Type the address of a site")).to_be_visible()
    assert tab.locator("#auto li").count() == 0
