"""Every mark on real pages that change under it: does it stand at its own words again, or is it let go?

Usage: `python -m tools.browser.upheaval FOLDER [--limit N]` (the folder holds `pages.jsonl` and the pages it names).
Each page is read by a real click; then advertisements come, paragraphs go, text nodes are split, wrapped and redrawn,
no-break spaces and soft hyphens are put in. Which letters a mark stands on is kept account of apart from the extension.
"""

import argparse
import logging
import time
from collections import Counter
from pathlib import Path
from typing import Any

from playwright.sync_api import Error, Page

from tools.browser.archive import Room, reading_room

UPHEAVAL = (Path(__file__).parent / "upheaval.js").read_text(encoding="utf-8").partition("\n")[2]
# the marks as they are painted: kind, first and last letter counted in visible letters of the page
PAINTED = """() => {
  const skipped = new Set(("script style noscript template textarea iframe select option svg math object video audio "
    + "canvas button title undertone-layer").split(" "));
  const seen = (text) => text.replace(/[\\s\\u00ad\\u200b\\u2060\\ufeff]/g, "").length;
  const counts = new Map(); let length = 0;
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) { counts.set(child, length); length += seen(child.data); }
      else if (child.nodeType === 1 && !skipped.has(child.localName)) walk(child);
    }
  };
  walk(document.body);
  const count = (node, offset) => counts.get(node) + seen(node.data.slice(0, offset));
  return [...CSS.highlights].filter(([name]) => /^undertone-(headline|sourcing|wording|other)/.test(name))
    .flatMap(([name, highlight]) => [...highlight].filter((range) => !range.collapsed).map((range) =>
      [name.split("-")[1], count(range.startContainer, range.startOffset), count(range.endContainer, range.endOffset),
       String(range)]));
}"""
STILL, LATEST = 1.0, 6.0  # seconds without a change of the marks after which they are taken as they are


class Tally:
    """What was seen so far."""

    def __init__(self) -> None:
        self.pages = self.marks = self.there = self.placed = self.misplaced = 0
        self.changes: Counter[str] = Counter()
        self.troubles: list[str] = []

    def add(self, name: str, change: dict[str, Any], painted: list[list[Any]]) -> None:
        """Compare where the marks should stand with where they do."""
        places = {tuple(mark[:3]) for mark in painted}
        wanted = {tuple(mark[:3]): mark[3] for mark in change["expected"]}
        missing = [words for place, words in wanted.items() if place not in places]
        wrong = [mark[3] for mark in painted if tuple(mark[:3]) not in wanted]
        self.pages += 1
        self.marks += change["marks"]
        self.there += len(wanted)
        self.placed += len(wanted) - len(missing)
        self.misplaced += len(wrong)
        self.changes.update(change["told"])
        if missing or wrong:
            self.troubles.append(f"{name}: not placed {missing}, misplaced {wrong}")


def settle(room: Room, tab: Page) -> list[list[Any]]:
    """The marks, once they have stood still for a while."""
    last = room.ask_page(tab, PAINTED)
    begin = since = time.monotonic()
    while time.monotonic() - since < STILL and time.monotonic() - begin < LATEST:
        tab.wait_for_timeout(100)
        now = room.ask_page(tab, PAINTED)
        if now != last:
            last, since = now, time.monotonic()
    return list(last)


def run(folder: Path, limit: int) -> Tally:
    """Visit each article page once, change it, look again."""
    tally = Tally()
    with reading_room(folder, limit) as room:
        for number, (row, tab, url) in enumerate(room.tabs()):
            try:
                room.read(tab, url)
                change = room.ask_page(tab, UPHEAVAL, number)
                tally.add(row["file"], change, settle(room, tab))
            except (Error, AssertionError, IndexError) as error:
                tally.troubles.append(f"{row['file']}: not read ({str(error)[:200]!r})")
    return tally


def main() -> None:
    """Print what became of the marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    tally = run(given.folder, given.limit)
    print(*tally.troubles, sep="\n")
    print(f"{tally.pages} pages changed: {dict(tally.changes)}")
    share = 100 * tally.placed / max(1, tally.there)
    print(
        f"{tally.marks} marks, the words of {tally.there} still there: {tally.placed} placed again ({share:.2f} %),",
        end=" ",
    )
    print(f"{tally.misplaced} misplaced")


if __name__ == "__main__":
    main()
