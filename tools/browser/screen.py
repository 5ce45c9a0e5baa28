"""A screen without a monitor, with real keys: for what only the browser's own windows can do, menus and prompts."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import ImageChops, ImageGrab
from PIL.Image import Image

from tools.browser.chromium_driver import find

CHANGE = 0.01  # of all pixels: less than any menu or prompt, more than a button that is pressed

STILL = 1.0  # seconds
CALM = ("700", "30")  # over the window, so that keys go there, and not where its menus open


class Screen:
    """An X display; `name` is what DISPLAY is set to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._xdotool("mousemove", *CALM)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as `Up` or `alt+shift+j`; they go to the window under the mouse."""
        self._xdotool("key", *keys)

    def click_right(self, x: int, y: int) -> None:
        """Click with the right button at a point of the screen, then take the mouse away."""
        self._xdotool("mousemove", str(x), str(y), "click", "3", "mousemove", *CALM)

    def picture(self) -> Image:
        """What the screen shows."""
        return ImageGrab.grab(xdisplay=self.name)

    @contextmanager
    def opening(self) -> Iterator[None]:
        """Wait at the end of the block until a menu or a prompt, which the block opened, takes keys.

        It stands still for a second then: a prompt fades in, and takes no answer in its first half second.
        """
        before = last = self.picture()
        yield
        end = still = time.monotonic() + 15
        while differing(before, now := self.picture()) < CHANGE or time.monotonic() < still:
            assert time.monotonic() < end, "nothing opened on the screen, or it never stood still"
            if differing(last, now) > 0:
                last, still = now, time.monotonic() + STILL
            time.sleep(0.05)

    def _xdotool(self, *arguments: str) -> None:
        command = [find("xdotool"), *arguments]
        subprocess.run(command, env={"DISPLAY": self.name}, check=True)


def differing(first: Image, second: Image) -> float:
    """The share of pixels that differ between two pictures of a size."""
    counts = ImageChops.difference(first, second).convert("L").histogram()
    return 1 - counts[0] / sum(counts)


@contextmanager
def screen(width: int = 1300, height: int = 900) -> Iterator[Screen]:
    """A screen of this size, on a number that is free."""
    size = f"{width}x{height}x24"
    # without -noreset it would forget where the mouse is whenever a program leaves it
    command = [find("Xvfb"), "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            yield Screen(f":{process.stdout.readline().strip()}")
        finally:
            process.terminate()
