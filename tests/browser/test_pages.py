"""The pages of the server for people: axe finds nothing, nothing is asked of anybody else, and the API can be tried."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium

PAGES = ("/", "/api", "/api/try", "/docs/guide", "/docs/reference/glossary")


@pytest.fixture
def tab(browser: Chromium, server: str) -> Iterator[Page]:
    """A fresh tab; an error on its page, or a request to anybody but the server, fails the test."""
    page = browser.context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith((server, "data:")) else wrong.append(request.url))
    yield page
    page.close()
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_window(
    tab: Page, server: str, path: str, scheme: Any, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 844})
    tab.emulate_media(color_scheme=scheme)
    tab.goto(f"{server}{path}", wait_until="networkidle")
    assert complaints(tab) == []
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_api_can_be_tried(tab: Page, server: str) -> None:
    tab.goto(f"{server}/api/try")
    analyse = tab.locator("#operations-Analysis-analyze")
    analyse.locator(".opblock-summary-control").click()
    analyse.get_by_role("button", name="Try it out").click()
    analyse.locator("textarea").fill('{"title": "SHAMEFUL DEAL: Council caves in", "text": "The council voted."}')
    analyse.get_by_role("button", name="Execute").click()
    answer = analyse.locator(".live-responses-table")
    expect(answer.locator("tbody td.response-col_status").first).to_contain_text("200")
    expect(answer).to_contain_text("undertone/analysis/1")
