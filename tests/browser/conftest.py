"""Real browsers, the news site and a server, each once for the whole run. A missing browser fails, it skips nothing."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from flask import Flask
from playwright.sync_api import Page, Playwright, sync_playwright

from server.service.app import create_app, open_pool
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.browser.chromium_driver import Chromium, chromium
from tools.browser.newsroom import TOKEN, sample_index, site, stand_in
from tools.browser.stage import Stage
from tools.browser.tabs import close
from tools.live import serving, wait_until_ready


@pytest.fixture(scope="session")
def news() -> Iterator[str]:
    """The address of the news site."""
    with serving(site()) as port:
        yield f"http://news.test:{port}"


@pytest.fixture(scope="session")
def stub_server() -> Iterator[tuple[Flask, str]]:
    """The stand-in server and its address."""
    app = stand_in()
    with serving(app) as port:
        yield app, f"http://127.0.0.1:{port}"


@pytest.fixture
def stub(stub_server: tuple[Flask, str]) -> Flask:
    """The stand-in server, with nothing seen yet and no problem to tell."""
    app, _ = stub_server
    app.config.update(SEEN=[], PROBLEM=None, HOLD=None, CHANGE=None)
    return app


@pytest.fixture(scope="session")
def driver() -> Iterator[Playwright]:
    """What drives every Chromium of the run."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory, driver: Playwright) -> Iterator[Chromium]:
    """Chromium with the extension."""
    with chromium(tmp_path_factory.mktemp("chromium"), playwright=driver) as opened:
        yield opened


@pytest.fixture
def page(browser: Chromium, stub: Flask, stub_server: tuple[Flask, str]) -> Iterator[Page]:
    """A fresh tab, the extension asking the stand-in server."""
    browser.ask_server(stub_server[1], TOKEN)
    tab = browser.context.new_page()
    yield tab
    browser.close_panel(tab)
    close(tab)


@pytest.fixture
def stage(browser: Chromium, page: Page, news: str, stub_server: tuple[Flask, str]) -> Iterator[Stage]:
    """A tab for a scene; before and after it everything is as the extension finds it when it is new."""
    made = Stage(browser, page, news, *stub_server)
    made.reset()
    yield made
    made.reset()


@pytest.fixture(scope="session")
def pairings(tmp_path_factory: pytest.TempPathFactory) -> PairingStore:
    """Who is paired with the product's own server."""
    return PairingStore(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="session")
def token(browser: Chromium, server: str, pairings: PairingStore) -> str:
    """What the product's own server gave the extension in Chromium for a code."""
    return browser.pair(server, pairings.new_code())


@pytest.fixture(scope="session")
def server(pairings: PairingStore) -> Iterator[str]:
    """The product's own server with one worker and the sample's fact-checks, once it is warm."""
    settings = ServerSettings(workers=1, state=pairings.folder, fact_checks=sample_index(pairings.folder))
    with closing(open_pool(settings)) as pool, serving(create_app(pool, settings)) as port:
        address = f"http://127.0.0.1:{port}"
        wait_until_ready(address)
        yield address
