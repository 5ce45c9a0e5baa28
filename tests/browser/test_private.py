"""A private window: the panel works there as in any other, and nothing of it outlives its tab."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright

from tools.browser.chromium_driver import Chromium, chromium
from tools.browser.firefox_driver import copy_for, firefox
from tools.browser.newsroom import TOKEN
from tools.browser.screen import screen

WINDOW = (1280, 800)
SUM = "document.querySelector('.sum')?.textContent"
OPEN = """async ([url, incognito]) => (await chrome.windows.create({url, incognito, focused: true})).incognito"""
READINGS = "async () => Object.keys(await chrome.storage.session.get()).filter((name) => /^(reading|view)/.test(name))"


@pytest.fixture(scope="module")
def seen(
    driver: Playwright, tmp_path_factory: pytest.TempPathFactory, stub_server: tuple[Flask, str]
) -> Iterator[Chromium]:
    """Chromium, whose reader allows the extension in private windows and keeps a history of what was read."""
    profile: Path = tmp_path_factory.mktemp("private")
    with (
        screen(*WINDOW) as desk,
        chromium(
            profile, headless=False, display=desk.name, playwright=driver, window=WINDOW, is_private=True
        ) as opened,
    ):
        opened.ask_server(stub_server[1], TOKEN)
        opened.keep(keepHistory=True)
        yield opened


def read(seen: Chromium, address: str, *, is_private: bool) -> Page:
    """The page in a window of its own, read, its panel at the side."""
    with seen.context.expect_page() as opened:
        assert seen.worker.evaluate(OPEN, [address, is_private]) is is_private
    page = opened.value
    page.wait_for_load_state()
    seen.click(page)
    seen.side().wait(page, SUM)
    page.wait_for_function("CSS.highlights.size > 0")
    return page


def test_a_private_window_is_read_and_nothing_of_it_stays(seen: Chromium, stub: Flask, news: str) -> None:
    page = read(seen, f"{news}/story", is_private=True)
    side = seen.side()
    side.run(page, "[...document.querySelectorAll('ol .x')].find((x) => x.textContent === 'so-called').click()")
    page.wait_for_function("CSS.highlights.has('undertone-flash')")
    assert len(stub.config["SEEN"]) == 1
    assert len(seen.worker.evaluate(READINGS)) == 2
    page.close()
    seen.wait_for(seen.context.pages[0], READINGS, [])
    assert f"{news}/story" not in str(seen.stored())


def test_the_same_page_in_an_open_window_is_remembered(seen: Chromium, stub: Flask, news: str) -> None:
    page = read(seen, f"{news}/story", is_private=False)
    seen.wait_for(page, "async () => (await chrome.storage.local.get()).history?.map(({url}) => url)", [page.url])
    page.close()


def test_a_private_window_of_firefox_is_read_too(
    stub: Flask, stub_server: tuple[Flask, str], news: str, tmp_path: Path
) -> None:
    with (
        firefox(copy_for(stub_server[1], TOKEN, tmp_path), is_private=True) as fox,
        fox.private_window(),
    ):
        fox.open(f"{news}/story")
        fox.click()
        fox.wait("return CSS.highlights.size === 6")
        assert fox.has_sidebar()
        with fox.panel():
            assert fox.wait("return document.querySelector('.sum')?.textContent")
    pages = [each for each in stub.config["SEEN"] if "html" in each]  # the first page may test the connection meanwhile
    assert len(pages) == 1
