"""axe finds nothing to complain of in the panel, its card, its states and the paste page, in light and in dark."""

from typing import Any

import pytest
from axe import complaints
from chromium_driver import Chromium
from flask import Flask
from playwright.sync_api import Page, expect

PANEL = {"include": [{"fromShadowDom": ["undertone-panel", ".panel"]}]}
CARD = {"include": [{"fromShadowDom": ["undertone-panel", ".card"]}]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["story", "strict-hostile", "shop", "markup"])
def test_panel_and_card(browser: Chromium, page: Page, news: str, name: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{news}/{name}")
    browser.click(page)
    expect(page.locator("undertone-panel .sum")).to_be_visible()
    if name != "shop":
        page.get_by_role("button", name="caves").click()
    assert complaints(page, PANEL) == []
    if name == "story":
        page.evaluate("scrollTo(0, 0)")
        box = page.evaluate("[...CSS.highlights.get('undertone-headline')][1].getClientRects()[0].toJSON()")
        page.mouse.click(box["x"] + 5, box["y"] + 10)
        expect(page.locator("undertone-panel .card")).to_be_visible()
        assert complaints(page, CARD) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_failing_states(browser: Chromium, page: Page, news: str, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    browser.ask_server("http://127.0.0.1:9")
    page.goto(f"{news}/story")
    browser.click(page)
    expect(page.locator("undertone-panel .address")).to_be_visible()
    assert complaints(page, PANEL) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paste_page(browser: Chromium, page: Page, stub_server: tuple[Flask, str], scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(stub_server[1])
    assert complaints(page) == []
    page.get_by_label("Story").fill("Critics say little.")
    page.get_by_role("button", name="Show how it is written").click()
    expect(page.locator("undertone-panel .sum")).to_be_visible()
    assert complaints(page) == []


def test_axe_does_see_into_the_panel(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    browser.click(page)
    expect(page.locator("undertone-panel .sum")).to_be_visible()
    page.evaluate(
        """() => {
            const {shadowRoot} = document.querySelector("undertone-panel");
            const faint = Object.assign(document.createElement("p"), {textContent: "faint"});
            faint.style.color = "#ccc";
            shadowRoot.querySelector(".body").prepend(faint, document.createElement("button"));
        }"""
    )
    assert {"button-name", "color-contrast"} <= {name for name, _ in complaints(page, PANEL)}
