"""What asks the extension's background, in these tests and for the pictures, wakes it first."""

from playwright.sync_api import Page

from tools.browser.chromium_driver import Chromium


def test_a_background_that_sleeps_is_woken(browser: Chromium, page: Page) -> None:
    browser.keep(ignoredWords=["zeal"])
    session = browser.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    page.wait_for_timeout(200)
    assert browser.stored()["ignoredWords"] == ["zeal"]
