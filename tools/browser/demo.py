"""Opens a real browser with the extension on a page, clicks its button, and shows it, or writes a picture of it.

Starts a server of its own unless told where one listens. With a screen the browser stays open until its window is
closed; without one, or with `--out`, a picture is written and its path printed.
"""

import argparse
import base64
import logging
import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Literal

from flask import Flask, Response, send_from_directory
from playwright.sync_api import Page

from server.service.app import create_app, open_pool
from server.service.auth.pairing_store import PairingStore
from server.settings import DEFAULTS
from tools.browser.chromium_driver import PANEL_SIZE, chromium
from tools.browser.newsroom import ROOT
from tools.live import serving

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"
PICTURE = ROOT / "out" / "demo.png"
DONE = ".sum, .state h2 + p"  # in the panel
# the middle of the first line of the painted words that hold the given ones
PLACE = """(words) => {
    for (const highlight of CSS.highlights.values()) for (const range of highlight) {
        if (!String(range).includes(words)) continue;
        range.startContainer.parentElement.scrollIntoView({block: "center", behavior: "instant"});
        const box = range.getClientRects()[0];
        return [box.x + box.width / 2, box.y + box.height / 2];
    }
}"""


def options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--page", type=Path, default=SAMPLE, help="the page to open (a file of HTML)")
    parser.add_argument("--browser", choices=("chromium", "firefox"), default="chromium")
    parser.add_argument("--server", help="where a server listens already")
    parser.add_argument("--code", help="the code that it shows, to pair with it")
    parser.add_argument("--out", type=Path, help="write a picture here and close")
    parser.add_argument("--dark", action="store_true", help="for a reader who prefers dark")
    parser.add_argument("--card", metavar="WORDS", help="open the card of the marked words that hold these")
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=900)
    chosen = parser.parse_args()
    if chosen.server and not chosen.code:
        parser.error("--server needs --code, the code that the server showed (or `undertone pairings new`)")
    return chosen


def main() -> int:
    """Run the demo; returns the exit code."""
    chosen = options()
    if not chosen.page.is_file():
        print(f"There is no page {chosen.page}.", file=sys.stderr)
        return 2
    if chosen.out is None and not os.environ.get("DISPLAY"):
        chosen.out = PICTURE
    with ExitStack() as open_things:
        if not chosen.server:
            chosen.server, chosen.code = start(open_things)
        port = open_things.enter_context(serving(page_app(chosen.page)))
        folder = open_things.enter_context(tempfile.TemporaryDirectory())
        show = in_firefox if chosen.browser == "firefox" else in_chromium
        show(chosen, f"http://news.test:{port}/story", Path(folder))
    if chosen.out:
        print(chosen.out)
    return 0


def start(open_things: ExitStack) -> tuple[str, str]:
    """Start the product's own server for as long as `open_things` lasts; returns its address and a pairing code."""
    pool = open_pool(DEFAULTS)
    open_things.callback(pool.close)
    store = PairingStore(Path(open_things.enter_context(tempfile.TemporaryDirectory())))
    app = create_app(pool, replace(DEFAULTS, state=store.folder))
    return f"http://127.0.0.1:{open_things.enter_context(serving(app))}", store.new_code()


def page_app(path: Path) -> Flask:
    """A site with one page, and what lies beside it (its style sheet, its pictures)."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app = Flask("demo")
    folder = path.resolve().parent
    app.add_url_rule("/story", "story", lambda: Response(path.read_bytes(), content_type="text/html; charset=utf-8"))
    app.add_url_rule("/<path:name>", "beside", lambda name: send_from_directory(folder, name))
    return app


def in_chromium(chosen: argparse.Namespace, address: str, folder: Path) -> None:
    """The demo in Chromium."""
    size = chosen.width - PANEL_SIZE["width"], chosen.height
    window = None if chosen.out else (chosen.width, chosen.height)
    with chromium(folder, headless=not window, width=size[0], height=size[1], window=window) as browser:
        browser.ask_server(chosen.server, browser.pair(chosen.server, chosen.code))
        page = browser.context.pages[0]
        scheme: Literal["light", "dark"] = "dark" if chosen.dark else "light"
        page.emulate_media(color_scheme=scheme)
        page.goto(address)
        browser.click(page)
        if window:
            page.wait_for_event("close", timeout=0)
            return
        panel = browser.panel(page)
        panel.emulate_media(color_scheme=scheme)
        panel.set_viewport_size({"width": PANEL_SIZE["width"], "height": chosen.height})
        panel.wait_for_selector(DONE, timeout=40_000)
        if chosen.card:
            page.mouse.click(*page.evaluate(PLACE, chosen.card))
            panel.wait_for_selector(".f.on .acts")
        chosen.out.parent.mkdir(parents=True, exist_ok=True)
        chosen.out.write_bytes(beside(page, panel))


def beside(*pages: Page) -> bytes:
    """A picture of pages beside each other, put together by the browser: nothing else needs to be installed for it."""
    pictures = [base64.b64encode(page.screenshot()).decode() for page in pages]
    sizes = [page.viewport_size for page in pages]
    held = pages[0].context.new_page()
    held.set_viewport_size(
        {"width": sum(size["width"] for size in sizes if size), "height": max(size["height"] for size in sizes if size)}
    )
    images = "".join(f'<img style="display: block" src="data:image/png;base64,{it}">' for it in pictures)
    held.set_content(f'<body style="margin: 0; display: flex">{images}')
    held.wait_for_function("[...document.images].every((image) => image.complete)")
    picture = held.screenshot()
    held.close()
    return picture


def in_firefox(chosen: argparse.Namespace, address: str, folder: Path) -> None:
    """The demo in Firefox, always as a picture."""
    from tools.browser.firefox_driver import copy_for, firefox, pair  # noqa: PLC0415 - Chromium needs none of it

    extension = copy_for(chosen.server, pair(chosen.server, chosen.code), folder)
    with firefox(extension, dark=chosen.dark, width=chosen.width, height=chosen.height + 90) as browser:
        browser.open(address)
        browser.click()
        browser.wait("return CSS.highlights.size > 0", seconds=40)
        if chosen.card:
            browser.press(*browser.run(f"return ({PLACE})(arguments[0])", chosen.card))
        out = chosen.out = chosen.out or PICTURE
        out.parent.mkdir(parents=True, exist_ok=True)
        with browser.marionette.using_context("chrome"):  # the whole window, the panel at its side with it
            out.write_bytes(base64.b64decode(browser.marionette.screenshot(full=False)))


if __name__ == "__main__":
    sys.exit(main())
