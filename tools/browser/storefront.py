"""The stores' screenshots, 1280 by 800, taken of the real thing: extension, server and sample, in both languages.

Usage: `python -m tools.browser.storefront [--out FOLDER]`
"""

import argparse
import logging
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Page, ViewportSize, expect

from tools.browser.chromium_driver import PANEL_SIZE, WELCOME, Chromium, chromium
from tools.browser.demo import PLACE, start
from tools.browser.newsroom import ROOT
from tools.browser.screens import beside, save

SIZE: Final[ViewportSize] = {"width": 1280, "height": 800}
PAGE: Final[ViewportSize] = {"width": SIZE["width"] - PANEL_SIZE["width"], "height": SIZE["height"]}
TILE: Final[ViewportSize] = {"width": 440, "height": 280}
LANGUAGES = ("en", "de")
CARD = "brazen"  # a word of the sample whose card is shown
MARKUP = """<body style="margin:0;display:flex;align-items:center;justify-content:center;gap:22px;height:100vh;
    background:#fbfaf7;color:#1d2126;font:600 46px Georgia,'Times New Roman',serif">
    <img width="96" height="96" alt="" src="{icon}">Undertone</body>"""


def read(browser: Chromium, server: str, scheme: Literal["light", "dark"]) -> tuple[Page, Page]:
    """A tab with the sample, read, and its panel."""
    page = browser.context.new_page()
    page.set_viewport_size(PAGE)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{server}/static/sample.html")
    browser.click(page)
    panel = browser.panel(page)
    panel.emulate_media(color_scheme=scheme)
    panel.set_viewport_size({"width": PANEL_SIZE["width"], "height": SIZE["height"]})
    expect(panel.locator(".sum")).to_be_visible(timeout=60_000)
    return page, panel


def window(page: Page, panel: Page) -> bytes:
    """A picture of both, as a window shows them."""
    return beside([page.screenshot(), panel.screenshot()])


def own(browser: Chromium, path: str) -> Page:
    """A page of the extension, once it is connected."""
    page = browser.context.new_page()
    page.set_viewport_size(SIZE)
    page.goto(f"chrome-extension://{browser.id}{path}")
    expect(page.locator("#connection .status[data-state=connected]")).to_be_visible(timeout=60_000)
    return page


def shoot(browser: Chromium, server: str, folder: Path) -> None:
    """The five pictures in the language that is set."""
    light, panel = read(browser, server, "light")
    save(window(light, panel), folder / "1-page.png")
    light.mouse.click(*light.evaluate(PLACE, CARD))
    expect(light.locator("undertone-layer .card")).to_be_visible()
    expect(panel.locator(".f.on .acts")).to_be_visible()
    save(window(light, panel), folder / "2-card.png")
    light.close()
    dark, panel = read(browser, server, "dark")
    panel.locator("[data-section=speakers] summary").click()
    panel.locator(".who").scroll_into_view_if_needed()
    save(window(dark, panel), folder / "3-dark.png")
    dark.close()
    for path, name in ((WELCOME, "4-first-page.png"), ("/options/options.html", "5-settings.png")):
        page = own(browser, path)
        save(page.screenshot(), folder / name)
        page.close()


def tile(browser: Chromium, path: Path) -> None:
    """The small tile beside the extension's name in the store of Chrome."""
    page = browser.context.new_page()
    page.set_viewport_size(TILE)
    page.goto(f"chrome-extension://{browser.id}{WELCOME}")
    page.set_content(MARKUP.format(icon=f"chrome-extension://{browser.id}/icons/128.png"))
    save(page.screenshot(), path)
    page.close()


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "store")
    out = parser.parse_args().out
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with ExitStack() as open_things:
        server, code = start(open_things)
        profile = Path(open_things.enter_context(tempfile.TemporaryDirectory()))
        browser = open_things.enter_context(chromium(profile))
        browser.ask_server(server, browser.pair(server, code))
        for language in LANGUAGES:
            browser.keep(language=language)
            (out / language).mkdir(parents=True, exist_ok=True)
            shoot(browser, server, out / language)
        tile(browser, out / "tile.png")
    print(f"{5 * len(LANGUAGES) + 1} pictures in {out}")


if __name__ == "__main__":
    main()
