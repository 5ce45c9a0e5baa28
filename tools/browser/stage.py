"""Where a scene is played: a tab with the extension, a page of the news site, and the stand-in server."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from playwright.sync_api import Locator, Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.looking import PAINTED, UNDER
from tools.browser.newsroom import TOKEN

PATIENT = "() => { if (self.patient) AbortSignal.timeout = self.patient; }"


@dataclass(frozen=True, slots=True)
class Stage:
    """A tab, the news site's address, and the stand-in server with its address."""

    browser: Chromium
    page: Page
    news: str
    stub: Flask
    server: str

    @property
    def beside(self) -> Page:
        """The panel of the page."""
        return self.browser.panel(self.page)

    def unroll(self) -> None:
        """Make the panel as high as all it holds: axe judges no colours of what is scrolled away."""
        self.beside.set_viewport_size({"width": self.beside.evaluate("innerWidth"), "height": 4000})

    def panel(self, selector: str) -> Locator:
        """What the panel holds."""
        return self.beside.locator(f"#panel {selector}")

    def layer(self, selector: str = "") -> Locator:
        """What is drawn over the page; the layer itself without a selector."""
        return self.page.locator(f"undertone-layer {selector}")

    def button(self, name: str) -> Locator:
        """A button of the panel by the whole of its name."""
        return self.beside.get_by_role("button", name=name, exact=True)

    def read(self, name: str = "story", shows: str = ".sum") -> None:
        """Go to a page of the site, click the toolbar button, wait until the panel shows something."""
        self.browser.close_panel(self.page)
        self.page.goto(f"{self.news}/{name}")
        self.browser.click(self.page)
        expect(self.panel(shows)).to_be_visible()

    def marked(self, *words: str) -> str:
        """The first of these words that are marked on the page."""
        painted = [each for marks in self.page.evaluate(PAINTED).values() for each in marks]
        return next(each for each in words if each in painted)

    def open_card(self, words: str) -> None:
        """Click marked words."""
        at = self.page.evaluate(UNDER, words)
        self.page.mouse.click(at["x"], at["y"])
        expect(self.layer(".card")).to_be_visible()

    def answer_with(self, change: Callable[[dict[str, Any]], None]) -> None:
        """Let the server change its answers."""
        self.stub.config["CHANGE"] = change

    def reset(self) -> None:
        """Everything as it was before any scene."""
        hold = self.stub.config.get("HOLD")
        if hold:
            hold.set()
        self.browser.close_panel(self.page)
        self.page.goto("about:blank")  # our own pages load themselves again where their settings change
        self.stub.config.update(PROBLEM=None, CHANGE=None, HOLD=None, SEEN=[], REAL=False)
        self.browser.worker.evaluate(PATIENT)
        self.browser.worker.evaluate("() => chrome.storage.local.clear()")
        self.browser.ask_server(self.server, TOKEN)
