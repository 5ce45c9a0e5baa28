"""axe finds nothing to complain of on a hostile page and on the paste page; every state: test_states."""

from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium
from tools.browser.stage import Stage

PANEL = {"include": [["#panel"]]}
CARD = {"include": [{"fromShadowDom": ["undertone-layer", ".card"]}]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_and_card_on_a_page_that_styles_everything(stage: Stage, scheme: Any) -> None:
    stage.page.emulate_media(color_scheme=scheme)
    stage.read("strict-hostile")
    stage.beside.emulate_media(color_scheme=scheme)
    stage.open_card("bitterly")
    expect(stage.panel(".f.on .acts")).to_be_visible()
    stage.unroll()
    assert complaints(stage.page, CARD) == []
    assert complaints(stage.beside, PANEL) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paste_page(browser: Chromium, page: Page, stub_server: tuple[Flask, str], scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(stub_server[1])
    assert complaints(page) == []
    page.get_by_label("News story").fill("Critics say little.")
    page.get_by_role("button", name="Show how it is written").click()
    expect(page.locator("#panel .sum")).to_be_visible()
    assert complaints(page) == []


def test_axe_does_see_into_panel_and_card(stage: Stage) -> None:
    stage.read()
    stage.open_card("bitterly")
    spoil = """(home) => {
        home.querySelector("p").style.color = "#ccc";
        home.append(document.createElement("button"));
    }"""
    stage.panel(".body").evaluate(spoil)
    stage.layer(".card").evaluate(spoil)
    stage.unroll()
    for page, part in ((stage.beside, PANEL), (stage.page, CARD)):
        assert {"button-name", "color-contrast"} <= {name for name, _ in complaints(page, part)}
