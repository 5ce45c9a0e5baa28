"""axe finds nothing to complain of on a hostile page and on the paste page; every state: test_states."""

from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium
from tools.browser.stage import Stage

PANEL = {"include": [{"fromShadowDom": ["undertone-panel", ".panel"]}]}
CARD = {"include": [{"fromShadowDom": ["undertone-panel", ".card"]}]}


def test_panel_and_card_on_a_page_that_styles_everything(stage: Stage) -> None:
    stage.read("strict-hostile")
    stage.open_card("bitterly")
    assert complaints(stage.page, {"include": [*PANEL["include"], *CARD["include"]]}) == []


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
