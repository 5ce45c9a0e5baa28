"""From the click to the panel's first paint at the side of a real window, and to its report.

Usage: `python -m tools.browser.shown [--rounds N]`. The click is noted where the browser hands it to the extension. The
same is measured with a panel that is an empty page: what of the time is the browser's own.
"""

import argparse
import logging
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Playwright, sync_playwright

from tools.browser.chromium_driver import EXTENSION, PANEL, Chromium, chromium
from tools.browser.newsroom import TOKEN, site, stand_in
from tools.browser.screen import screen
from tools.live import serving

WINDOW = (1280, 800)
NOTE = """() => chrome.action.onClicked.addListener(() => {
    self.clicked = performance.timeOrigin + performance.now();
})"""
PAINTED = "performance.getEntriesByName('first-contentful-paint').length"
TIMES = (
    """[performance.timeOrigin, performance.getEntriesByName('first-contentful-paint')[0].startTime, self.reported]"""
)
REPORTED = """
new MutationObserver((_, watch) => {
  if (!document.querySelector(".sum")) return;
  self.reported = performance.now();
  watch.disconnect();
}).observe(document, { subtree: true, childList: true });
"""


def noting(folder: Path) -> Path:
    """The extension, its panel noting when the report is there."""
    copy = Path(shutil.copytree(EXTENSION, folder / "noting"))
    with (copy / "panel" / "start.js").open("a", encoding="utf-8") as start:
        start.write(REPORTED)
    return copy


def empty(folder: Path) -> Path:
    """The extension, its panel an empty page."""
    copy = Path(shutil.copytree(EXTENSION, folder / "empty"))
    (copy / PANEL.lstrip("/")).write_text("<!doctype html><title>Empty</title><p>Empty", encoding="utf-8")
    return copy


def once(browser: Chromium, address: str, shown: str) -> list[float]:
    """Milliseconds from click to first paint, from the panel's own beginning to that, and from click to report."""
    page = browser.context.new_page()
    page.goto(address)
    page.wait_for_timeout(500)  # what a page does when it has just opened is no matter of the panel
    browser.click(page)
    side = browser.side()
    side.wait(page, f"{shown} && {PAINTED}")
    origin, paint, reported = side.run(page, TIMES)
    before = origin - browser.worker.evaluate("() => self.clicked")
    side.run(page, "setTimeout(close)")
    browser.wait_for_sides(page, 0)
    page.close()
    return [before + paint, paint, before + (reported or 0)]


def run(driver: Playwright, extension: Path, rounds: int, shown: str) -> list[list[float]]:
    """The times of so many clicks."""
    with (
        serving(site()) as news,
        serving(stand_in()) as server,
        screen(*WINDOW) as desk,
        tempfile.TemporaryDirectory() as profile,
    ):
        where: dict[str, Any] = {"display": desk.name, "window": WINDOW, "extension": extension}
        with chromium(Path(profile), headless=False, playwright=driver, **where) as browser:
            browser.ask_server(f"http://127.0.0.1:{server}", TOKEN)
            browser.worker.evaluate(NOTE)
            return [once(browser, f"http://news.test:{news}/story", shown) for _ in range(rounds)]


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        ours = run(driver, noting(Path(folder)), rounds, "document.querySelector('.sum')")
        bare = run(driver, empty(Path(folder)), rounds, "true")
    paint, own, report = (statistics.median(column) for column in zip(*ours, strict=True))
    least, least_own, _ = (statistics.median(column) for column in zip(*bare, strict=True))
    print(f"{rounds} clicks, medians in ms: to the panel's first paint {paint:.0f}", end=" ")
    print(f"({own:.0f} of its page), to the report {report:.0f};", end=" ")
    print(f"an empty page in its place is painted after {least:.0f} ({least_own:.0f} of its page)")


if __name__ == "__main__":
    main()
