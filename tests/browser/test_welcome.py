"""The first page: from an extension that knows nothing to the first marks on the sample, as a reader would go."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from detector import Analyzer
from server.service.auth.pairing_store import PairingStore
from tools.browser.axe import complaints
from tools.browser.chromium_driver import WELCOME, Chromium
from tools.browser.newsroom import ROOT
from tools.browser.tabs import close

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"

AWAY = "http://127.0.0.1:9"


@pytest.fixture
def welcome(browser: Chromium, server: str) -> Iterator[Page]:
    """The first page of an extension that is not paired with the real server."""
    browser.forget()
    browser.ask_server(server)
    page = browser.context.new_page()
    page.goto(f"chrome-extension://{browser.id}{WELCOME}")
    yield page
    close(page)
    browser.forget()


def status(page: Page) -> Any:
    return expect(page.locator("#connection .status"))


def test_it_says_that_the_server_is_away_and_how_to_start_it(browser: Chromium, welcome: Page) -> None:
    browser.ask_server(AWAY)
    browser.context.grant_permissions(["clipboard-read", "clipboard-write"])
    welcome.reload()
    status(welcome).to_have_text("The server is not running.")
    for place, command in enumerate(["make serve", "undertone serve"]):
        welcome.get_by_role("button", name="Copy").nth(place).click()
        expect(welcome.get_by_text("Copied").nth(place)).to_be_visible()
        assert welcome.evaluate("navigator.clipboard.readText()") == command
    expect(welcome.get_by_label("The code that the server showed")).to_be_hidden()
    welcome.get_by_role("button", name="Open the sample article").click()
    expect(welcome.get_by_text("Connect with it first")).to_be_visible()
    assert complaints(welcome) == []


def test_it_notices_by_itself_once_the_server_runs(welcome: Page, server: str) -> None:
    def refuse(route: Route) -> None:
        route.abort("connectionrefused")

    welcome.route(f"{server}/readyz", refuse)
    welcome.get_by_role("button", name="Test again").click()
    status(welcome).to_have_text("The server is not running.")
    welcome.unroute(f"{server}/readyz", refuse)
    status(welcome).to_have_text("The server is running. This browser is not paired with it yet.")
    expect(welcome.get_by_text("undertone serve")).to_be_hidden()


@pytest.mark.parametrize(
    ("readyz", "told"),
    [
        ({"status": 200, "body": "<h1>A printer</h1>"}, "Something that is not Undertone answers"),
        (
            {"status": 200, "json": {"status": "ready", "api": 2}},
            "The server and this extension have different versions",
        ),
        ({"status": 503, "json": {"code": "not-ready"}}, "The server is starting."),
        ({"status": 500, "body": ""}, "The server failed."),
    ],
)
def test_it_tells_what_else_may_be_wrong(welcome: Page, server: str, readyz: dict[str, Any], told: str) -> None:
    welcome.route(f"{server}/readyz", lambda route: route.fulfill(**readyz))
    welcome.get_by_role("button", name="Test again").click()
    status(welcome).to_contain_text(told)


def test_pairing_by_the_code_that_the_server_shows(
    browser: Chromium, welcome: Page, server: str, pairings: PairingStore
) -> None:
    code = pairings.new_code()
    field = welcome.get_by_label("The code that the server showed")
    field.fill("WRNG-CDEF")
    field.press("Enter")
    expect(welcome.get_by_role("alert").filter(has_text="That is not the code.")).to_be_visible()
    field.fill(code.lower())
    welcome.get_by_role("button", name="Pair").click()
    status(welcome).to_contain_text("Connected. Undertone 0.1.0 answers; its model is undertone-")
    expect(field).to_be_hidden()
    stored = browser.stored()
    assert len(stored["token"]) > 30
    (held,) = [pairing for pairing in pairings.read().entries if pairing.origin == f"chrome-extension://{browser.id}"][
        -1:
    ]
    assert held.name == "Chrome"
    assert complaints(welcome) == []
    with browser.context.expect_page() as opened:
        welcome.get_by_role("button", name="Open the sample article").click()
    sample = opened.value
    assert sample.url == f"{server}/static/sample.html"
    browser.click(sample)
    expect(browser.panel(sample).locator(".sum")).to_be_visible(timeout=20_000)
    found = Analyzer().analyze(SAMPLE.read_bytes()).to_dict()["findings"]
    browser.wait_for_button(sample, letters=str(sum(each["severity"] == "strong" and each["scored"] for each in found)))
    sample.close()
    welcome.get_by_role("button", name="Forget this pairing").click()
    status(welcome).to_contain_text("not paired with it yet")
    browser.wait_for_stored(welcome, token="")


def test_it_asks_for_the_permission_that_the_reader_took_back(welcome: Page) -> None:
    welcome.add_init_script(
        """chrome.permissions.contains = async () => Boolean(self.allowed);
        chrome.permissions.request = async () => { self.allowed = true; return true; };"""
    )
    welcome.reload()
    status(welcome).to_have_text("The browser does not let Undertone ask this server. Allow it to connect.")
    welcome.get_by_role("button", name="Allow").click()
    status(welcome).to_contain_text("not paired with it yet")
    expect(welcome.get_by_role("button", name="Allow")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_where_reading_is_forbidden_the_way_leads_to_the_servers_own_page(
    browser: Chromium, welcome: Page, server: str, scheme: Any
) -> None:
    welcome.goto("chrome://version")
    browser.click(welcome)
    panel = browser.panel(welcome)
    panel.emulate_media(color_scheme=scheme)
    title = "The browser does not let extensions read this page."
    expect(panel.get_by_role("heading", level=2)).to_have_text(title)
    assert complaints(panel) == []
    with browser.context.expect_page() as opened:
        panel.get_by_role("button", name="Open Undertone’s own page").click()
    opened.value.wait_for_url(f"{server}/")
    close(opened.value)
    browser.close_panel(welcome)


def test_without_a_waiting_code_it_says_how_to_get_one(welcome: Page, pairings: PairingStore) -> None:
    pairings.new_code()
    for _ in range(6):
        welcome.get_by_label("The code that the server showed").fill("WRNG-CDEF")
        with welcome.expect_response("**/pair"):
            welcome.get_by_role("button", name="Pair").click()
    expect(welcome.get_by_role("alert").filter(has_text="names the command for a new one")).to_be_visible()


def test_another_address_of_this_computer_can_be_given_and_none_elsewhere_without_tls(
    browser: Chromium, welcome: Page, server: str
) -> None:
    browser.ask_server(AWAY, "the old server's token")
    welcome.reload()
    welcome.get_by_text("The server listens at another address").click()
    field = welcome.get_by_label("Its address")
    expect(field).to_have_value(AWAY)
    field.fill("http://news.test")
    field.press("Enter")
    expect(welcome.get_by_role("alert").filter(has_text="This takes a port")).to_be_visible()
    browser.wait_for_stored(welcome, server=AWAY)
    field.fill(f"{server}/")
    field.press("Enter")
    status(welcome).to_contain_text("not paired with it yet")
    browser.wait_for_stored(welcome, server=server, token="")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_axe_has_no_complaint(browser: Chromium, welcome: Page, scheme: Any, language: str) -> None:
    browser.keep(language=language)
    welcome.emulate_media(color_scheme=scheme)
    welcome.reload()
    status(welcome).to_contain_text("paired" if language == "en" else "gekoppelt")
    assert welcome.evaluate("document.documentElement.lang") == language
    assert complaints(welcome) == []


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_sticks_out_of_a_narrow_window(welcome: Page, width: int) -> None:
    welcome.set_viewport_size({"width": width, "height": 700})
    status(welcome).to_contain_text("paired")
    assert welcome.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_alone_pairs(welcome: Page, pairings: PairingStore) -> None:
    status(welcome).to_contain_text("paired")
    for _ in range(3):
        welcome.keyboard.press("Tab")
        if welcome.evaluate("document.activeElement.id") == "code":
            break
    welcome.keyboard.type(pairings.new_code())
    welcome.keyboard.press("Enter")
    status(welcome).to_contain_text("Connected.")
