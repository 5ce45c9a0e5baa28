"""Every remark on every real page, in a real browser by a real click: painted at exactly its words, listed, or wrong?

Usage: `python -m tools.browser.placement FOLDER [--limit N]` (the folder holds `pages.jsonl` and the pages it names).
The place of each painted range is worked out again here by a walk of its own, not by the extension's code.
"""

import argparse
import logging
from pathlib import Path
from typing import Any

from playwright.sync_api import Error

from tools.browser.archive import reading_room

PAINTED = """() => {
  const skipped = new Set(("script style noscript template textarea iframe select option svg math object video audio "
    + "canvas button title").split(" "));
  const starts = new Map(); let length = 0;
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) { starts.set(child, length); length += [...child.data].length; }
      else if (child.nodeType === 1 && !skipped.has(child.localName)) walk(child);
    }
  };
  walk(document.body);
  const stream = [...[...starts.keys()].map((node) => node.data).join("")];
  const place = (node, offset) => starts.get(node) + [...node.data.slice(0, offset)].length;
  const painted = [];
  for (const [name, highlight] of CSS.highlights) {
    if (!/^undertone-(headline|sourcing|wording|sentence)/.test(name)) continue;
    for (const range of highlight) {
      const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
      painted.push([name.split("-")[1], start, end, stream.slice(start, end).join(""),
                    stream.slice(Math.max(0, start - 32), start).join(""), stream.slice(end, end + 32).join("")]);
    }
  }
  return painted;
}"""


class Tally:
    """What was seen so far."""

    def __init__(self) -> None:
        self.findings = self.painted = self.misplaced = 0
        self.troubles: list[str] = []

    def add(self, name: str, answer: dict[str, Any], painted: list[list[Any]]) -> None:
        """Compare what the server asked for with what the page shows.

        A mark is right at its very position, or, where the page has grown or shrunk since, between the same words.
        """
        wanted = [wish for finding in answer["findings"] for wish in _wish(finding)]
        right = [mark for mark in painted if any(_fits(mark, wish) for wish in wanted)]
        missing = [wish for wish in wanted if not any(_fits(mark, wish) for mark in painted)]
        self.findings += len(answer["findings"])
        self.painted += len(wanted) - len(missing)
        self.misplaced += len(painted) - len(right)
        if len(wanted) - len(missing) < len(answer["findings"]) or len(right) < len(painted):
            wrong = [mark[3] for mark in painted if mark not in right]
            absent = [finding["exact"] for finding in answer["findings"] if not finding["target"]]
            told = [wish[3] for wish in missing]
            self.troubles.append(f"{name}: wrong {wrong}, not painted {told}, not on the page {absent}")


def _wish(finding: dict[str, Any]) -> list[list[Any]]:
    """Kind of mark, start, end, words and what stands around them; nothing for words that are not on the page."""
    if not finding["target"]:
        return []
    position, quote = finding["target"]["selector"]
    around = [quote["exact"], quote["prefix"], quote["suffix"]]
    kind = "sentence" if finding["unit"] == "sentence" else finding["dimension"]
    return [[kind, position["start"], position["end"], *around]]


def _fits(mark: list[Any], wish: list[Any]) -> bool:
    if mark[:3] == wish[:3]:
        return skeleton(mark[3]) == skeleton(wish[3])
    return mark[0] == wish[0] and [skeleton(part) for part in mark[3:]] == [skeleton(part) for part in wish[3:]]


def skeleton(text: str) -> str:
    """`text` without white space."""
    return "".join(text.split())


def run(folder: Path, limit: int) -> Tally:
    """Visit each article page once."""
    tally = Tally()
    with reading_room(folder, limit) as room:
        for row, tab, url in room.tabs():
            try:
                answer = room.read(tab, url)
                tally.add(row["file"], answer, room.ask_page(tab, PAINTED))
            except (Error, AssertionError, IndexError) as error:
                tally.troubles.append(f"{row['file']}: not read ({str(error)[:100]!r})")
    return tally


def main() -> None:
    """Print what was placed where."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=1000)
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    tally = run(given.folder, given.limit)
    print(*tally.troubles, sep="\n")
    share = 100 * tally.painted / max(1, tally.findings)
    print(f"{tally.findings} findings: {tally.painted} painted at their words ({share:.2f} %),", end=" ")
    print(f"{tally.findings - tally.painted} listed as not placed, {tally.misplaced} misplaced")


if __name__ == "__main__":
    main()
