"""Pictures of every state, in light and in dark, by the real click.

Usage: `python -m tools.browser.screens [NAME …] [--out FOLDER]`
"""

import argparse
import io
import logging
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect

from tools.browser.chromium_driver import Chromium, chromium
from tools.browser.newsroom import ROOT, site, stand_in
from tools.browser.own_scenes import OWN
from tools.browser.scenes import SCENES
from tools.browser.stage import Stage
from tools.live import serving

WIDTH, HEIGHT = 1100, 760
COLOURS = 256
ROUNDS = 4  # of k-means, so that the colours of thin lines come through
ZOOM = """async (factor) => {
    const [{id}] = await chrome.tabs.query({active: true, lastFocusedWindow: true});
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
    stage.page.emulate_media(forced_colors="active")
    SCENES["card"](stage)


def zoomed(stage: Stage) -> None:
    """A remark at 200 %."""
    stage.read()
    stage.browser.worker.evaluate(ZOOM, 2)
    for _ in range(2):
        stage.button("Next remark").press("Enter")
    expect(stage.panel(".aside").last).to_have_text("2 of 6")


STATES = {
    **SCENES,
    "still-working": still_working,
    "forced-colours": forced_colours,
    "zoomed": zoomed,
    **OWN,
}


def shoot(stage: Stage, name: str, folder: Path) -> None:
    """One state, twice; of our own pages all, however long."""
    stage.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    STATES[name](stage)
    for scheme in ("light", "dark"):
        stage.page.emulate_media(color_scheme=scheme)
        stage.page.mouse.move(5, 700)
        save(stage.page.screenshot(full_page=name in OWN), folder / f"{name}-{scheme}.png")


def run(browser: Chromium, news: str, names: list[str], folder: Path) -> None:
    """All of the states named."""
    app = stand_in()
    with serving(app) as port:
        for name in names:
            page = browser.context.new_page()
            stage = Stage(browser, page, news, app, f"http://127.0.0.1:{port}")
            stage.reset()
            shoot(stage, name, folder)
            stage.reset()
            page.close()


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
