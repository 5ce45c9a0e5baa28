"""Claims worth checking, from the real server with an index of checks: in the side panel and on the paste page."""

from collections.abc import Callable, Iterator
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium
from tools.browser.fit import unfit
from tools.browser.looking import TINTED
from tools.browser.newsroom import PAGES

CLAIMS = (
    "Dredging the harbour channel has killed half of the fish of the Harwick coast.",
    "The ferry line of Harwick lost $4.5 million in its first winter.",
    "The line has lost 38 percent of its passengers since 2019",
    "Inspectors found cracks in 12 of the 14 boats",
    "The town has the highest rents in the country.",
    "the old bridge sways in a west wind",
)
UNCHECKED = 2  # the place of a claim without a published check
CHECKED = "Checked by Tide Check on 2026-05-11: False: nobody has counted them"
OTHERWISE = "Checked by Coast Desk on 2026-05-19: Half true"
PANEL = {"include": [["#panel"]]}
NEAR = {"http://127.0.0.1", "http://news.test"}


@pytest.fixture
def tab(browser: Chromium, server: str, token: str) -> Iterator[Page]:
    """A fresh tab, the extension asking the real server."""
    browser.ask_server(server, token)
    page = browser.context.new_page()
    yield page
    browser.close_panel(page)
    page.close()


def beside(browser: Chromium, tab: Page, news: str, server: str) -> Page:
    del server
    tab.goto(f"{news}/claims")
    browser.click(tab)
    return browser.panel(tab)


def pasted(browser: Chromium, tab: Page, news: str, server: str) -> Page:
    del browser, news
    tab.goto(server)
    tab.get_by_label("News story").fill(PAGES["claims"])
    tab.get_by_role("button", name="Show how it is written").click()
    return tab


DOORS = pytest.mark.parametrize("door", [beside, pasted])
Door = Callable[[Chromium, Page, str, str], Page]


def opened(panel: Page) -> Locator:
    """The section of claims, opened by the keyboard."""
    section = panel.locator("#panel .sec[data-section=claims]")
    expect(section).to_be_attached()
    section.locator("summary").press("Enter")
    expect(section).to_have_attribute("open", "")
    return section


@DOORS
def test_six_claims_with_their_makers_and_checks(
    browser: Chromium, tab: Page, news: str, server: str, door: Door
) -> None:
    panel = door(browser, tab, news, server)
    section = opened(panel)
    assert section.locator(".said").all_inner_texts() == list(CLAIMS)
    fish, ferry, spoken, boats, rents, _ = section.locator("li").all()
    expect(spoken).to_contain_text("Ana Ruiz")
    expect(ferry.locator("a")).to_have_text("Checked by Tide Check on 2026-03-02: Mostly true")
    assert sorted(fish.locator("a").all_inner_texts()) == sorted([CHECKED, OTHERWISE])
    expect(boats).to_contain_text("document")
    expect(rents.locator(".check")).to_have_count(1)
    assert spoken.locator(".check").count() == 0
    painted = tab.evaluate(TINTED)["undertone-quote-claim"]
    assert {" ".join(words.split()) for words in painted} == set(CLAIMS)


@DOORS
def test_a_claim_is_looked_for_by_a_click_alone(
    browser: Chromium, tab: Page, news: str, server: str, door: Door
) -> None:
    asked: list[str] = []
    browser.context.on("request", lambda request: asked.append(request.url))
    section = opened(door(browser, tab, news, server))
    links = section.locator("li").nth(UNCHECKED).locator(".look a")
    expect(links).to_have_count(2)
    assert {f"http://{urlsplit(url).hostname}" for url in asked if url.startswith("http")} <= NEAR
    with browser.context.expect_page() as found, browser.context.expect_event("request", explored) as sent:
        links.first.press("Enter")
    assert unquote(sent.value.url).endswith(CLAIMS[UNCHECKED])
    assert "referer" not in sent.value.headers
    found.value.close()


def explored(request: Request) -> bool:
    return request.url.startswith("https://toolbox.google.com/factcheck/explorer/search/")


@DOORS
def test_the_keyboard_goes_from_a_claim_to_its_words(
    browser: Chromium, tab: Page, news: str, server: str, door: Door
) -> None:
    section = opened(door(browser, tab, news, server))
    section.get_by_role("button").nth(5).press("Enter")
    inside = """() => { for (const [name, highlight] of CSS.highlights) if (name.includes("-claim"))
        for (const range of highlight) if (String(range).includes("old bridge")) {
            const {top, bottom} = range.getBoundingClientRect();
            return top >= 0 && bottom <= innerHeight;
        }
        return false; }"""
    tab.wait_for_function(inside)


@DOORS
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_no_complaint(browser: Chromium, tab: Page, news: str, server: str, door: Door, scheme: str) -> None:
    panel = door(browser, tab, news, server)
    section = opened(panel)
    panel.emulate_media(color_scheme=scheme)
    section.locator("li").last.scroll_into_view_if_needed()
    assert complaints(panel, PANEL) == []
    assert unfit(panel, "#panel") == []
