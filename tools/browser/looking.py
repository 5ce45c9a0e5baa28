"""What a browser test looks at: the painted words, what lies under a point, which pixels changed."""

import io

from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tools.browser.answers import REMARKS
from tools.browser.chromium_driver import Chromium

# a machine under load takes its time; only what fails waits for so long
expect.set_options(timeout=20_000)

PLACED = [row[0] for row in REMARKS]
# what the painted ranges of each registry name say, and what is painted at the middle of the first box of each; the
# tints of quotations apart
PAINTED = """() => Object.fromEntries([...CSS.highlights].filter(([name]) => !name.includes("-quote-")).map(
    ([name, highlight]) => [name, [...highlight].map((range) => String(range))]))"""
TINTED = """() => Object.fromEntries([...CSS.highlights].filter(([name]) => name.includes("-quote-")).map(
    ([name, highlight]) => [name, [...highlight].map((range) => String(range))]))"""
UNDER = """(words) => {
    const marks = [...CSS.highlights].filter(([name]) => !name.includes("-quote-")).map(([, highlight]) => highlight);
    for (const highlight of marks) for (const range of highlight) {
        if (String(range) !== words) continue;
        range.startContainer.parentElement.scrollIntoView({block: "nearest", behavior: "instant"});
        const box = range.getClientRects()[0];
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const at = CSS.highlights.highlightsFromPoint(x, y).filter((hit) => marks.includes(hit.highlight));
        const caret = document.caretPositionFromPoint(x, y);
        return {x, y, found: at.flatMap(({ranges}) => ranges.map(String)),
                letter: words.includes(caret.offsetNode.data.charAt(caret.offset).trim())};
    }
}"""


def open_and_click(browser: Chromium, page: Page, address: str) -> None:
    """Go to a page and click the toolbar button."""
    page.goto(address)
    browser.click(page)


def wait_for_report(browser: Chromium, page: Page) -> Page:
    """Wait until the panel of a page shows a report; returns the panel."""
    panel = browser.panel(page)
    expect(panel.locator(".sum")).to_be_visible()
    return panel


def differing(before: bytes, after: bytes, origin: tuple[int, int]) -> list[tuple[int, int]]:
    """The pixels, in page coordinates, that differ between two screenshots."""
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (before, after))
    mask = ImageChops.difference(first, second).convert("L")
    width = mask.width
    return [
        (origin[0] + index % width, origin[1] + index // width)
        for index, value in enumerate(mask.tobytes())
        if value > 40
    ]
