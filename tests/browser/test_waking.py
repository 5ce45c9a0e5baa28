"""From nothing to a painted page: `undertone install`, a browser that was never paired, no server; one click."""

import os
import re
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask
from playwright.sync_api import Playwright, Route

from server.cli import main
from server.cli.port_owner import find_port_owner
from tools.browser.chromium_driver import EXTENSION, chromium
from tools.browser.firefox_driver import firefox
from tools.browser.newsroom import ROOT
from tools.live import serving

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"
PAINTED = "() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An account that has used Chromium."""
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / ".config" / "chromium").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def port() -> Iterator[int]:
    """A free port; whoever listens there at the end is ended."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        number: int = probe.getsockname()[1]
    yield number
    if owner := find_port_owner(number):
        with suppress(ProcessLookupError):
            os.kill(owner.pid, signal.SIGTERM)


def run(*words: str) -> str:
    told = CliRunner().invoke(main, words, catch_exceptions=False)
    assert told.exit_code == 0, told.output
    return told.stdout


def test_one_click_wakes_the_server_pairs_and_marks_the_page(home: Path, port: int, driver: Playwright) -> None:
    assert "Chromium:" in run("install", "--port", str(port))
    with chromium(home / ".config" / "chromium", playwright=driver) as browser:
        page = browser.context.new_page()

        def serve(route: Route) -> None:
            route.fulfill(path=SAMPLE, content_type="text/html")

        page.route("http://news.test/**", serve)
        seconds = []
        for _ in range(2):
            page.goto("http://news.test/story")
            began = time.monotonic()
            browser.click(page)
            page.wait_for_function(PAINTED, timeout=90_000)
            seconds.append(round(time.monotonic() - began, 2))
        print(f"from click to paint: cold {seconds[0]} s, warm {seconds[1]} s")
        stored = browser.stored()
        assert stored["server"] == f"http://127.0.0.1:{port}"
        assert re.fullmatch(r"[\w-]{43}", stored["token"])
        page.close()
    listed = run("uninstall", "--port", str(port))
    assert listed.count("Removed:") == 5
    assert not [path for path in home.rglob("*undertone*") if "Extension" not in str(path)]
    end = time.monotonic() + 30
    while find_port_owner(port):
        assert time.monotonic() < end, "the server still runs"
        time.sleep(0.1)


def test_one_click_in_firefox_does_the_same(home: Path, port: int) -> None:
    (home / ".mozilla").mkdir()
    assert "Firefox:" in run("install", "--port", str(port))
    site = Flask(__name__)
    site.add_url_rule("/story", view_func=lambda: SAMPLE.read_text(encoding="utf-8"))
    with serving(site) as news, firefox(EXTENSION) as fox:
        seconds = []
        for _ in range(2):
            fox.open(f"http://news.test:{news}/story")
            began = time.monotonic()
            fox.click()
            fox.wait(f"return ({PAINTED})()", seconds=90)
            seconds.append(round(time.monotonic() - began, 2))
        print(f"Firefox, from click to paint: cold {seconds[0]} s, warm {seconds[1]} s")
    assert find_port_owner(port)
    run("uninstall", "--port", str(port))
    assert not [path for path in home.rglob("*undertone*") if "Extension" not in str(path)]
