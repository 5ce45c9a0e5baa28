"""Pictures of every state, in light and in dark, by the real click; what is read is what the product itself answers.

Usage: `python -m tools.browser.screens [NAME …] [--out FOLDER]`
"""

import argparse
import io
import logging
import re
import tempfile
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import expect

from server.workers.jobs import analysis
from tools.browser.chromium_driver import PANEL_SIZE, Chromium, chromium
from tools.browser.newsroom import ROOT, site, stand_in
from tools.browser.own_scenes import OWN
from tools.browser.scenes import SCENES
from tools.browser.stage import Stage
from tools.browser.tabs import close
from tools.live import serving

WIDTH, HEIGHT = 1100, 760
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
COLOURS = 256
ROUNDS = 4  # of k-means, so that the colours of thin lines come through
ZOOM = """async (factor) => {
    const {id} = await chrome.tabs.getCurrent();
    await chrome.tabs.setZoomSettings(id, {scope: "per-tab"});
    await chrome.tabs.setZoom(id, factor);
}"""
SLOW = 10_000  # milliseconds after which waiting says that it still works


def save(picture: bytes, path: Path) -> None:
    """Write a screenshot with a palette, so that it stays small."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(COLOURS, kmeans=ROUNDS, dither=Image.Dither.NONE).save(path, optimize=True)


def still_working(stage: Stage) -> None:
    """The waiting state after its ten seconds."""
    SCENES["waiting"](stage)
    expect(stage.panel(".state h2")).to_have_text("Still working", timeout=2 * SLOW)


def forced_colours(stage: Stage) -> None:
    """A report for a reader whose system chooses the colours."""
    SCENES["card"](stage)
    for page in (stage.page, stage.beside):
        page.emulate_media(forced_colors="active")


def zoomed(stage: Stage) -> None:
    """A remark at 200 %."""
    stage.read()
    stage.beside.evaluate(ZOOM, 2)
    for _ in range(2):
        stage.button("Next remark").press("Enter")
    expect(stage.panel(".position")).to_have_text(re.compile("^2 of"))


def claims(stage: Stage) -> None:
    """Claims worth checking, one of them with two checks that differ."""
    stage.read("claims")
    stage.panel(".sec[data-section=claims] summary").click()
    stage.panel(".check").first.scroll_into_view_if_needed()


STATES = {
    **SCENES,
    "still-working": still_working,
    "forced-colours": forced_colours,
    "zoomed": zoomed,
    "claims": claims,
    **OWN,
}


MADE_UP = ("unplaced",)  # the product answers no words that the page does not hold


def shoot(stage: Stage, name: str, folder: Path) -> None:
    """One state, twice: the page and its panel side by side; of our own pages all, however long."""
    is_own = name in OWN
    stage.page.set_viewport_size({"width": WIDTH if is_own else WIDTH - PANEL_SIZE["width"], "height": HEIGHT})
    STATES[name](stage)
    pages = [stage.page] if is_own else [stage.page, stage.beside]
    if not is_own:
        wide = stage.beside.viewport_size or PANEL_SIZE
        stage.beside.set_viewport_size({"width": wide["width"], "height": HEIGHT})
    for scheme in SCHEMES:
        for page in pages:
            page.emulate_media(color_scheme=scheme)
        stage.page.mouse.move(5, 700)
        save(beside([page.screenshot(full_page=is_own) for page in pages]), folder / f"{name}-{scheme}.png")


def beside(pictures: list[bytes]) -> bytes:
    """Pictures of one height beside each other, as a window shows page and panel."""
    images = [Image.open(io.BytesIO(picture)).convert("RGB") for picture in pictures]
    whole = Image.new("RGB", (sum(image.width for image in images), max(image.height for image in images)))
    left = 0
    for image in images:
        whole.paste(image, (left, 0))
        left += image.width
    held = io.BytesIO()
    whole.save(held, "PNG")
    return held.getvalue()


def run(browser: Chromium, news: str, names: list[str], folder: Path) -> None:
    """All of the states named."""
    app = stand_in()
    analysis(with_model=True)  # before anybody waits for an answer
    with serving(app) as port:
        for name in names:
            page = browser.context.new_page()
            stage = Stage(browser, page, news, app, f"http://127.0.0.1:{port}")
            stage.reset()
            app.config["REAL"] = name not in MADE_UP
            shoot(stage, name, folder)
            stage.reset()
            close(page)


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(STATES), help="which states; all if none is named")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screens")
    given = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    given.out.mkdir(parents=True, exist_ok=True)
    with serving(site()) as port, tempfile.TemporaryDirectory() as profile, chromium(Path(profile)) as browser:
        run(browser, f"http://news.test:{port}", given.names, given.out)
    print(f"{2 * len(given.names)} pictures in {given.out}")


if __name__ == "__main__":
    main()
