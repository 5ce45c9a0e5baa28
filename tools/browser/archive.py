"""Saved pages served as a site, read one by one in a real browser by a real click, with the product's own server."""

import contextlib
import gzip
import json
import re
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flask import Flask, Response, g, request
from playwright.sync_api import Error, Page, Route

from server.service.app import create_app, open_pool
from server.service.auth.pairing_store import PairingStore
from server.settings import DEFAULTS
from tools.browser.chromium_driver import Chromium, chromium
from tools.live import serving

PATIENCE = 30.0
OURS = re.compile(r"http://news\.test:\d+/(page|still)/\d+$")


@dataclass(slots=True)
class Room:
    """The browser, the site's address, the pages' rows; what the server answered last, and its seconds for that."""

    browser: Chromium
    news: str
    rows: list[dict[str, Any]]
    answers: list[bytes] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)

    def tabs(self) -> Iterator[tuple[dict[str, Any], Page, str]]:
        """Each page's row with a fresh tab, offline but for the page, and the page's address."""
        for number, row in enumerate(self.rows):
            tab = self.browser.context.new_page()
            tab.route("**/*", _offline)
            yield row, tab, f"{self.news}/page/{number}"
            tab.close()

    def open(self, tab: Page, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        try:
            tab.goto(url, wait_until="domcontentloaded", timeout=20_000)
        except Error:  # some saved pages send themselves elsewhere, over and over, when they are not at home
            tab.goto(url.replace("/page/", "/still/"), wait_until="domcontentloaded", timeout=20_000)
        with contextlib.suppress(Error):
            tab.wait_for_load_state("load", timeout=5_000)

    def read(self, tab: Page, url: str) -> dict[str, Any]:
        """Open a page, click the button, wait until the answer is on it; returns the answer."""
        self.open(tab, url)
        self.answers.clear()
        self.spent.clear()
        self.browser.click(tab)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and (not self.answers or self.browser.button(tab)["letters"] == "…"):
            tab.wait_for_timeout(50)
        tab.wait_for_timeout(100)
        answer: dict[str, Any] = json.loads(self.answers[-1])
        return answer

    def ask_page(self, tab: Page, function: str, *arguments: Any) -> Any:
        """What a function returns in the tab's page, beside the extension's scripts."""
        tab.bring_to_front()
        return self.browser.worker.evaluate(
            f"""async (args) => {{
                const [{{id: tabId}}] = await chrome.tabs.query({{active: true, lastFocusedWindow: true}});
                const script = {{target: {{tabId}}, func: {function}, args}};
                return (await chrome.scripting.executeScript(script))[0].result;
            }}""",
            list(arguments),
        )


def _offline(route: Route) -> None:
    if OURS.match(route.request.url):
        route.continue_()
    else:
        route.fulfill(status=204)


def _site(folder: Path, rows: list[dict[str, Any]]) -> Flask:
    """The saved pages: as they are, and under /still/ with their own scripts forbidden."""
    app = Flask("archive")

    @app.get("/<any(page, still):manner>/<int:number>")
    def page(manner: str, number: int) -> Response:
        saved = gzip.decompress((folder / rows[number]["file"]).read_bytes())
        policy = {"Content-Security-Policy": "script-src 'none'"} if manner == "still" else {}
        return Response(saved, content_type="text/html", headers=policy)

    return app


def _listen(app: Flask, room: Room) -> None:
    """Keep what the server answers to an analysis, and how long it took from the request's head to the answer."""

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def keep(response: Response) -> Response:
        if request.path == "/v1/analyze" and response.mimetype == "application/json":
            room.spent.append(time.perf_counter() - g.started)
            room.answers.append(response.get_data())
        return response


@contextmanager
def reading_room(folder: Path, limit: int) -> Iterator[Room]:
    """A browser paired with a server of its own, and the first `limit` articles of `folder` (by its `pages.jsonl`)."""
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["is_article"]][:limit]
    with ExitStack() as open_things:
        profile, state = (Path(open_things.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        store = PairingStore(state)
        pool = open_things.enter_context(closing(open_pool(DEFAULTS)))
        app = create_app(pool, replace(DEFAULTS, state=store.folder))
        news = open_things.enter_context(serving(_site(folder, rows)))
        browser = open_things.enter_context(chromium(profile))
        room = Room(browser, f"http://news.test:{news}", rows)
        _listen(app, room)
        address = f"http://127.0.0.1:{open_things.enter_context(serving(app))}"
        browser.ask_server(address, browser.pair(address, store.new_code()))
        yield room
