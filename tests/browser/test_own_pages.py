"""Our own pages in a real Chromium, under the product's own policy: no error, nothing for axe, and plain words."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from server.service.app import create_app
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium
from tools.browser.tabs import close
from tools.live import serving
from tools.stub_jobs import StubPool


@pytest.fixture
def tab(browser: Chromium) -> Iterator[Page]:
    """A fresh tab; any error on it but a refused request fails the test."""
    page = browser.context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    close(page)
    assert [error for error in errors if "401" not in error] == []


@pytest.fixture(scope="module")
def pairings(tmp_path_factory: pytest.TempPathFactory) -> PairingStore:
    """Who is paired with the service."""
    return PairingStore(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="module")
def granted(pairings: PairingStore) -> str:
    """A token of a program's."""
    return pairings.pair(pairings.new_code(), "Program", None).token


@pytest.fixture(scope="module", params=[False, True], ids=["at ease", "with tokens"])
def address(request: pytest.FixtureRequest, pairings: PairingStore) -> Iterator[str]:
    """A service on this computer, and one that asks everybody for a token."""
    settings = ServerSettings(state=pairings.folder, require_token=request.param)
    with serving(create_app(StubPool(engine={}), settings)) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_about_the_service(tab: Page, address: str, scheme: Any) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.goto(f"{address}/api")
    expect(tab.get_by_role("heading", name="POST /v1/analyze", exact=True)).to_be_visible()
    tab.get_by_role("link", name="Report").first.click()
    expect(tab.locator("#Report")).to_be_in_viewport()
    assert complaints(tab) == []


@pytest.mark.parametrize("address", [True], indirect=True)
def test_a_page_that_needs_a_token_says_so(tab: Page, address: str) -> None:
    tab.goto(address)
    tab.get_by_label("News story").fill("The council voted on Tuesday.")
    tab.get_by_role("button", name="Show how it is written").click()
    expect(tab.get_by_role("alert")).to_contain_text("This server asks everybody for a token")


@pytest.mark.parametrize("address", [True], indirect=True)
def test_the_api_can_be_tried_with_a_token(tab: Page, address: str, granted: str) -> None:
    tab.goto(f"{address}/api/try")
    expect(tab.get_by_text("This server asks everybody for a token.")).to_be_visible()
    card = tab.locator("[id$='-model_card']")
    card.locator(".opblock-summary-control").click()
    card.get_by_role("button", name="Try it out").click()
    card.get_by_role("button", name="Execute").click()
    status = card.locator(".live-responses-table tbody td.response-col_status").first
    expect(status).to_contain_text("401")
    tab.get_by_role("button", name="Authorize", exact=True).click()
    tab.locator(".auth-container input").fill(granted)
    tab.locator(".auth-btn-wrapper .authorize").click()
    tab.locator(".auth-btn-wrapper .btn-done").click()
    card.get_by_role("button", name="Execute").click()
    expect(status).to_contain_text("200")
