"""Undertone as pip installs it, without the checkout: its page at / shows the sample in a real browser."""

import json
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.packaging.builds import NEWEST, OLDEST, Built, build_both, fetch_locked, install, outside
from tools.browser.chromium_driver import find
from tools.live import wait_until_ready
from tools.try_packages import disk_use

# Bytes on disk of all that is installed, as `disk_use` counts them.
LARGEST = 250_000_000
PAINTED = "() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) => [name, highlight.size]))"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist and the wheel."""
    return build_both(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Undertone needs, in the locked versions."""
    return fetch_locked(tmp_path_factory.mktemp("locked"))


@contextmanager
def serving(programs: Path, folder: Path) -> Iterator[str]:
    """The address of a service that is warm, started in a folder that holds nothing of Undertone."""
    command = [programs / "undertone", "serve", "--port", "0", "--workers", "1", "--state", folder / "state"]
    with subprocess.Popen(command, cwd=folder, env=outside(), stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told = re.search(r"listens on (\S+)/ ", process.stdout.readline())
            assert told
            wait_until_ready(told[1])
            yield told[1]
        finally:
            process.terminate()


def press_the_sample(page: Page, address: str) -> None:
    """Everything that the page asks for comes, and the sample gets its scores and its marks."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: faults.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    page.goto(address)
    page.get_by_role("button", name="Try the sample").click()
    expect(page.locator("#panel .score")).to_have_count(3)
    expect(page.locator("#panel .score").first).to_contain_text(re.compile(r"\d"))
    painted = page.evaluate(PAINTED)
    assert {"undertone-headline", "undertone-sourcing", "undertone-wording"} <= painted.keys()
    assert all(painted.values())
    assert faults == []


@pytest.mark.parametrize(("form", "pip"), [("wheel", OLDEST), ("sdist", NEWEST)])
def test_the_sample_is_read_where_pip_installed_undertone(
    driver: Playwright, built: Built, locked: Path, tmp_path: Path, form: str, pip: str
) -> None:
    programs = install(getattr(built, form), pip, locked, tmp_path / "environment")
    assert disk_use(tmp_path / "environment") <= LARGEST
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "story.txt").write_text("SHAMEFUL DEAL: Council caves in\n\nThe council voted on Tuesday.\n")
    asked = [programs / "undertone", "score", "--json", "story.txt"]
    told = subprocess.run(asked, cwd=folder, env=outside(), capture_output=True, check=True)
    assert json.loads(told.stdout)["findings"]
    with serving(programs, folder) as address:
        browser = driver.chromium.launch(executable_path=find("chromium", "chromium-browser", "google-chrome"))
        press_the_sample(browser.new_page(), address)
        browser.close()
