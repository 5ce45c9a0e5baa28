"""Debian's Chromium with the extension loaded, and a real click on its toolbar button."""

import json
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import (
    BrowserContext,
    CDPSession,
    Page,
    Playwright,
    ViewportSize,
    Worker,
    sync_playwright,
)

from server.install.browsers import CHROMIUM_IDS
from tools.browser.background import Background
from tools.browser.side import Side
from tools.browser.tabs import close

EXTENSION = Path(__file__).parents[2] / "extension"
PAIR = """async ([server, code]) => {
    const body = JSON.stringify({code, name: "Chromium"});
    const headers = {"Content-Type": "application/json"};
    const answer = await fetch(`${server}/pair`, {method: "POST", headers, body});
    return (await answer.json()).token;
}"""
WELCOME = "/welcome/welcome.html"
PANEL = "/panel/panel.html"
PANEL_SIZE: Final[ViewportSize] = {"width": 372, "height": 700}
ACTIVE = "async () => (await chrome.tabs.query({active: true, lastFocusedWindow: true}))[0].id"
# clicks so far, counted beside the product's own listener, so that a lost one can be sent again; from none where the
# background began anew
CLICKS = """() => {
    if (self.clicks === undefined) chrome.action.onClicked.addListener(() => { self.clicks++; });
    return self.clicks ??= 0;
}"""
MISSING = "{name} is not installed: apt-get install chromium firefox-esr xvfb xdotool"


def find(*names: str) -> str:
    """The path of the first program that is installed; raises `FileNotFoundError` with how to get it."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError(MISSING.format(name=names[0]))


class Chromium:
    """A browser with the extension; `worker` is its background."""

    def __init__(self, context: BrowserContext, worker: Worker) -> None:
        self.context, self.worker = context, Background(context, worker)
        self.id = worker.url.split("/")[2]
        assert context.browser is not None
        self._cdp = context.browser.new_browser_cdp_session()  # a page's own session may not trigger actions
        self._panels: dict[Page, Page] = {}

    def ask_server(self, address: str, token: str = "") -> None:
        """Store another server's address, and the token that it gave."""
        self.worker.evaluate("([server, token]) => chrome.storage.local.set({server, token})", [address, token])

    def keep(self, **values: Any) -> None:
        """Store settings of the extension."""
        self.worker.evaluate("(values) => chrome.storage.local.set(values)", values)

    def stored(self) -> dict[str, Any]:
        """All that the extension keeps."""
        return self.worker.evaluate("() => chrome.storage.local.get()")

    def forget(self) -> None:
        """Empty the extension's storage."""
        self.worker.evaluate("() => chrome.storage.local.clear()")

    def pair(self, address: str, code: str) -> str:
        """The token that a server gives the extension for a code."""
        return self.worker.evaluate(PAIR, [address, code])

    def click(self, page: Page, tries: int = 5) -> None:
        """Click the toolbar button on this page's tab; this grants activeTab."""
        page.bring_to_front()
        tab, before = self._tab(page), self.worker.evaluate(CLICKS)
        for _ in range(tries):
            self._cdp.send("Extensions.triggerAction", {"id": self.id, "targetId": tab})
            end = time.monotonic() + 1
            while time.monotonic() < end:
                if self.worker.evaluate(CLICKS) > before:
                    return
                time.sleep(0.01)
        raise AssertionError("the background never received the click")

    def panel(self, page: Page) -> Page:
        """The panel of this page's tab, in a tab of its own: what a browser without a place at its side shows."""
        for read in [read for read in self._panels if read.is_closed()]:
            close(self._panels.pop(read))
        if page not in self._panels or self._panels[page].is_closed():
            number = self.tab_of(page)
            self._panels[page] = panel = self.context.new_page()
            panel.set_viewport_size(PANEL_SIZE)
            panel.goto(f"chrome-extension://{self.id}{PANEL}?tab={number}")
            page.bring_to_front()
        return self._panels[page]

    def close_panel(self, page: Page) -> None:
        """Close that tab, if there is one."""
        if page in self._panels:
            close(self._panels.pop(page))

    def side(self) -> Side:
        """The panel at the side of the window; waits until there is one."""
        end = time.monotonic() + 10
        while not (found := self.sides()):
            assert time.monotonic() < end, "there is no panel at the side"
            self.context.pages[0].wait_for_timeout(20)
        return Side(self._cdp, found[-1])

    def sides(self) -> list[str]:
        """The targets of the panels at the sides of windows; Playwright does not know them as pages."""
        known = self._cdp.send("Target.getTargets")["targetInfos"]
        return [target["targetId"] for target in known if target["url"].endswith(PANEL)]

    def wait_for_sides(self, page: Page, count: int) -> None:
        """Wait until so many windows have the panel at their side."""
        end = time.monotonic() + 10
        while len(found := self.sides()) != count:
            assert time.monotonic() < end, f"{len(found)} panels are open"
            page.wait_for_timeout(20)

    @property
    def session(self) -> CDPSession:
        """The browser's own session."""
        return self._cdp

    def tab_of(self, page: Page) -> int:
        """The browser's number of this page's tab, which comes to the front."""
        page.bring_to_front()
        return int(self.worker.evaluate(ACTIVE))

    def button(self, page: Page) -> dict[str, str]:
        """Letters and title of the toolbar button on this page's tab."""
        page.bring_to_front()
        return self.worker.evaluate(
            """async () => {
                const [{id: tabId}] = await chrome.tabs.query({active: true, lastFocusedWindow: true});
                return {letters: await chrome.action.getBadgeText({tabId}),
                        title: await chrome.action.getTitle({tabId})};
            }"""
        )

    def wait_for(self, page: Page, script: str, value: Any) -> None:
        """Wait until a script in the background gives this value; some page lets the browser's events in meanwhile."""
        end = time.monotonic() + 10
        while (found := self.worker.evaluate(script)) != value:
            assert time.monotonic() < end, f"{script} gives {found!r}"
            page.wait_for_timeout(20)

    def wait_for_stored(self, page: Page, **wanted: Any) -> None:
        """Wait until the extension's storage holds these values."""
        names = json.dumps(list(wanted))
        self.wait_for(page, f"() => chrome.storage.local.get({names})", wanted)

    def wait_for_button(self, page: Page, **wanted: str) -> None:
        """Wait until the toolbar button shows these `letters`, this `title` or both on this page's tab."""
        end = time.monotonic() + 10
        while not wanted.items() <= (shown := self.button(page)).items():
            assert time.monotonic() < end, f"the button shows {shown}"
            page.wait_for_timeout(20)

    def _tab(self, page: Page) -> str:
        target = self.context.new_cdp_session(page).send("Target.getTargetInfo")["targetInfo"]["targetId"]
        known = {"filter": [{"type": "tab"}, {"type": "page"}]}
        infos = self._cdp.send("Target.getTargets", known)["targetInfos"]
        url = next(info["url"] for info in infos if info["targetId"] == target)
        tabs = [info["targetId"] for info in infos if info["type"] == "tab" and info["url"] == url]
        assert len(tabs) == 1, f"{len(tabs)} tabs show {url}"
        return tabs[0]


def prepare(profile: Path, *, is_private: bool) -> None:
    """Have a new profile show our button in the toolbar and, with `is_private`, allow it in private windows."""
    (name,) = CHROMIUM_IDS
    preferences = profile / "Default" / "Preferences"
    if not preferences.exists():
        allowed = {"settings": {name: {"incognito": True}}} if is_private else {}
        preferences.parent.mkdir(parents=True, exist_ok=True)
        preferences.write_text(json.dumps({"extensions": {"pinned_extensions": [name], **allowed}}), encoding="utf-8")


def close_welcome(context: BrowserContext) -> None:
    """Close the first page, which the extension opens once it is installed; it would keep asking for a server."""
    end = time.monotonic() + 15
    while not (opened := [page for page in context.pages if page.url.endswith(WELCOME)]):
        assert time.monotonic() < end, "the extension opened no first page"
        context.pages[0].wait_for_timeout(20)  # lets the browser's events in
    opened[0].close()


@contextmanager
def chromium(
    profile: Path,
    *,
    headless: bool = True,
    width: int = 1100,
    height: int = 700,
    language: str = "en-US",
    display: str | None = None,
    window: tuple[int, int] | None = None,
    playwright: Playwright | None = None,
    is_private: bool = False,
    extension: Path = EXTENSION,
) -> Iterator[Chromium]:
    """A fresh Chromium with the extension; `news.test` is this machine. A thread has one `playwright` at a time.

    Its pages are `width` by `height`, or, in a `window` of a size, as wide as the panel beside them leaves room.
    With `is_private` the extension is allowed in private windows.
    """
    prepare(profile, is_private=is_private)
    with nullcontext(playwright) if playwright else sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(
            profile,
            executable_path=find("chromium", "chromium-browser", "google-chrome"),
            headless=headless,
            **({"no_viewport": True} if window else {"viewport": {"width": width, "height": height}}),
            env={**os.environ, **({"DISPLAY": display} if display else {}), "LANGUAGE": language},
            args=[
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
                "--host-resolver-rules=MAP news.test 127.0.0.1",
                *([f"--window-size={window[0]},{window[1]}", "--window-position=0,0"] if window else []),
            ],
        )
        workers = context.service_workers
        worker = workers[0] if workers else context.wait_for_event("serviceworker", timeout=15_000)
        close_welcome(context)
        yield Chromium(context, worker)
        context.close()
