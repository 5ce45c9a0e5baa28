"""From the click to the first mark on the page, beside the time that the server itself takes, on real pages.

Usage: `python -m tools.browser.pace FOLDER [--limit N] [--words LEAST MOST]` (the folder holds `pages.jsonl`).
The click is noted where the browser hands it to the extension, the mark in the second frame after it was registered,
when the first has been drawn; the server's time is from the head of the request to the bytes of the answer.
"""

import argparse
import json
import logging
import statistics
import time
from pathlib import Path

from playwright.sync_api import Error

from tools.browser.archive import PATIENCE, reading_room

NOTE = "() => chrome.action.onClicked.addListener(() => { self.clicked = Date.now(); })"
FIRST = """() => { self.undertonePaint = new Promise((tell) => {
    const look = () => [...CSS.highlights.keys()].some((name) => name.startsWith("undertone-"))
        ? requestAnimationFrame(() => tell(Date.now())) : requestAnimationFrame(look);
    look();
}); }"""


def run(folder: Path, limit: int, words: tuple[int, int]) -> list[tuple[float, float]]:
    """Milliseconds from click to paint and of the server, for each page with so many words and a mark."""
    pairs = []
    with reading_room(folder, limit) as room:
        room.browser.worker.evaluate(NOTE)
        for _, tab, url in room.tabs():
            try:
                room.open(tab, url)
                tab.evaluate(FIRST)
                room.answers.clear()
                room.spent.clear()
                room.browser.click(tab)
                end = time.monotonic() + PATIENCE
                while time.monotonic() < end and not room.answers:
                    tab.wait_for_timeout(20)
                answer = json.loads(room.answers[-1])
                if not words[0] <= answer["document"]["words"] <= words[1] or not answer["findings"]:
                    continue
                tab.wait_for_function("CSS.highlights.size > 0", timeout=5_000)
                painted = tab.evaluate("self.undertonePaint")
            except (Error, AssertionError, IndexError):
                continue
            pairs.append((painted - room.browser.worker.evaluate("() => self.clicked"), 1000 * room.spent[-1]))
    return pairs


def main() -> None:
    """Print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--words", type=int, nargs=2, default=(600, 1200))
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    pairs = run(given.folder, given.limit, tuple(given.words))
    paint, server = (statistics.median(column) for column in zip(*pairs, strict=True))
    over = statistics.median(whole - own for whole, own in pairs)
    print(f"{len(pairs)} pages of {given.words[0]} to {given.words[1]} words, medians in ms:", end=" ")
    print(f"click to paint {paint:.0f}, server {server:.0f}, between them {over:.0f};", end=" ")
    print(f"1.3 times the server and 80: {1.3 * server + 80:.0f}")
    slower = sum(whole > 1.3 * own + 80 for whole, own in pairs)
    print(f"{slower} pages were slower than 1.3 times the server and 80 ms")


if __name__ == "__main__":
    main()
