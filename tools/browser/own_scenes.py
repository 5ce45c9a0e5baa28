"""The extension's own pages, each as a reader meets it: for the pictures."""

from collections.abc import Callable, Mapping

from playwright.sync_api import Page, expect

from tools.browser.chromium_driver import WELCOME
from tools.browser.newsroom import CODE
from tools.browser.stage import Stage

AWAY = "http://127.0.0.1:9"
OPTIONS = "/options/options.html"
LEVELS = {"headline": "strong", "sourcing": "thin", "wording": "low"}
HISTORY = [
    {
        "title": "Council bitterly rejects a brazen plan",
        "url": "http://news.test/story",
        "levels": LEVELS,
        "time": "2026-11-26T08:15:00.000Z",
    },
    {
        "title": "Bridge closes for repairs in March",
        "url": "http://news.test/plain",
        "levels": {"headline": "low", "sourcing": None, "wording": "low"},
        "time": "2026-11-25T17:40:00.000Z",
    },
]
REPORT = {
    "fault": "harmless",
    "note": "It is the name of a play",
    "remark": {"rule": "wording.fear", "exact": "Doom"},
    "time": "2026-11-26T08:20:00.000Z",
}
KEPT = {
    "rulesOff": ["headline.bait"],
    "ignoredWords": ["so-called", "zeal"],
    "autoSites": ["news.test"],
    "sitesOff": {"other.test": ["wording.fear"]},
    "keepHistory": True,
    "history": HISTORY,
    "reports": [REPORT],
}


def _own(stage: Stage, path: str, state: str) -> Page:
    """A page of the extension, once its connection stands as told."""
    stage.page.goto(f"chrome-extension://{stage.browser.id}{path}")
    expect(stage.page.locator(f"#connection .status[data-state={state}]")).to_be_visible(timeout=20_000)
    return stage.page


def _first_away(stage: Stage) -> None:
    stage.browser.ask_server(AWAY)
    _own(stage, WELCOME, "away")


def _first_unpaired(stage: Stage) -> None:
    stage.browser.ask_server(stage.server)
    _own(stage, WELCOME, "not-paired")


def _hand_in(stage: Stage, code: str) -> None:
    _first_unpaired(stage)
    stage.page.get_by_label("The code that the server showed").fill(code)
    stage.page.get_by_role("button", name="Pair", exact=True).click()


def _first_refused(stage: Stage) -> None:
    _hand_in(stage, "WRNG-CDEF")
    expect(stage.page.get_by_role("alert").filter(has_text="That is not the code.")).to_be_visible()


def _first_paired(stage: Stage) -> None:
    _hand_in(stage, CODE)
    expect(stage.page.locator("#connection .status[data-state=connected]")).to_be_visible()


def _settings_new(stage: Stage) -> None:
    page = _own(stage, OPTIONS, "connected")
    expect(page.locator("#rules details").first).to_be_visible()


def _settings(stage: Stage) -> None:
    stage.browser.keep(**KEPT)
    _settings_new(stage)
    stage.page.locator("#rules summary").first.click()
    expect(stage.page.locator("#history tbody tr")).to_have_count(len(HISTORY))


OWN: Mapping[str, Callable[[Stage], None]] = {
    "first-away": _first_away,
    "first-unpaired": _first_unpaired,
    "first-refused": _first_refused,
    "first-paired": _first_paired,
    "settings-new": _settings_new,
    "settings": _settings,
}
