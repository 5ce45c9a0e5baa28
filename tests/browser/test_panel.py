"""The panel in a real Chromium: cards, keys, states and literal texts."""

import json
from contextlib import suppress

from flask import Flask
from playwright.sync_api import Error, Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.looking import PAINTED, PLACED, UNDER, open_and_click, wait_for_report
from tools.browser.newsroom import TOKEN


def test_clicking_marked_words_opens_their_card(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    panel = wait_for_report(browser, page)
    at = page.evaluate(UNDER, "utter disgrace")
    page.mouse.click(at["x"], at["y"])
    card = page.locator("undertone-layer .card")
    expect(card).to_contain_text("Loaded wording · loaded noun")
    expect(card).to_contain_text("utter disgrace")
    expect(card).to_contain_text("Words of Mara Belling · not counted: a source’s words · sure: 86")
    expect(panel.locator(".f.on .x")).to_have_text("utter disgrace")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(panel.locator(".sum")).to_be_visible()
    at = page.evaluate(UNDER, "bitterly")
    page.mouse.click(at["x"], at["y"])
    expect(card).to_contain_text("Instead: strongly")
    expect(card).to_contain_text("adds 9 of 44")
    page.mouse.click(600, 20)
    expect(card).to_have_count(0)
    page.mouse.click(at["x"] + 100, at["y"])
    expect(card).to_have_count(0)


def test_clicking_a_remark_goes_to_its_words(browser: Chromium, page: Page, news: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 320})
    open_and_click(browser, page, f"{news}/story")
    panel = wait_for_report(browser, page)
    panel.get_by_role("button", name="Show all 6 remarks").click()
    expect(panel.get_by_role("button", name="bitterly", exact=True)).to_be_visible()
    panel.get_by_role("button", name="so-called").click()
    page.wait_for_function("CSS.highlights.has('undertone-flash')")
    box = page.evaluate("[...CSS.highlights.get('undertone-flash')][0].getBoundingClientRect().toJSON()")
    assert 0 < box["top"] < 320
    assert page.evaluate("[...CSS.highlights.get('undertone-active')].map(String)") == ["so-called"]
    expect(panel.locator(".position")).to_have_text("6 of 6")


def test_keyboard_walks_the_remarks_and_escape_closes(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    page.locator("nav a").focus()
    browser.click(page)
    panel = wait_for_report(browser, page)
    expect(panel.get_by_role("heading", level=1)).to_be_focused()
    following = panel.get_by_role("button", name="Next remark")
    following.focus()
    for words in PLACED[:3]:
        panel.keyboard.press("Enter")
        expect(panel.locator(".f.on .x")).to_have_text(words)
    panel.get_by_role("button", name="Previous remark").press("Enter")
    expect(panel.locator(".f.on .x")).to_have_text(PLACED[1])
    assert page.evaluate("[...CSS.highlights.get('undertone-active')].map(String)") == [PLACED[1]]
    with panel.expect_event("close"), suppress(Error):  # the key's own answer goes with the panel
        panel.keyboard.press("Escape")
    expect(page.locator("undertone-layer")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0
    assert page.evaluate("document.activeElement.localName") == "a"
    browser.wait_for_button(page, letters="")


def test_marks_can_be_hidden_and_shown(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    panel = wait_for_report(browser, page)
    panel.get_by_role("button", name="Hide marks").click()
    expect(panel.get_by_role("button", name="Show marks")).to_be_visible()
    assert page.evaluate("CSS.highlights.size") == 0
    panel.get_by_role("button", name="Show marks").click()
    expect(panel.get_by_role("button", name="Hide marks")).to_be_visible()
    assert page.evaluate("CSS.highlights.size") == 6


def test_markup_in_words_and_remarks_is_shown_literally(browser: Chromium, page: Page, news: str) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    open_and_click(browser, page, f"{news}/markup")
    panel = wait_for_report(browser, page)
    entry = panel.locator(".f", has_text="KEEP OUT")
    expect(entry.locator(".x")).to_have_text('<b onclick="alert(1)">KEEP OUT</b>')
    assert panel.locator("b[onclick], #panel script").count() == 0
    at = page.evaluate(UNDER, '<b onclick="alert(1)">KEEP OUT</b>')
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("undertone-layer .card")).to_contain_text("Instead: <script>alert(2)</script>")
    expect(page.locator("undertone-layer .card")).to_contain_text("<i>odd</i>")
    assert alerts == []


def test_words_that_stand_nowhere_are_listed_not_painted(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/markup")
    panel = wait_for_report(browser, page)
    lost = panel.locator(".f.lost")
    expect(lost).to_have_count(1)
    expect(lost).to_contain_text("words that stand nowhere")
    assert "words that stand nowhere" not in json.dumps(page.evaluate(PAINTED))


def test_an_article_that_is_none_gets_calm_words_and_a_dash(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/shop")
    panel = wait_for_report(browser, page)
    expect(panel.locator(".notice")).to_contain_text("Not an article")
    expect(panel.locator(".score")).to_have_count(0)
    browser.wait_for_button(page, letters="–")


def test_without_a_server_the_command_is_shown_and_retry_works(
    browser: Chromium, page: Page, news: str, stub_server: tuple[Flask, str]
) -> None:
    browser.ask_server("http://127.0.0.1:9")
    open_and_click(browser, page, f"{news}/story")
    panel = browser.panel(page)
    state = panel.locator(".state")
    expect(state).to_contain_text("server is not running")
    expect(state.locator("code")).to_have_text(["make serve", "undertone serve"])
    browser.wait_for_button(page, letters="!")
    panel.get_by_role("button", name="Copy").first.click()
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    browser.ask_server(stub_server[1], TOKEN)
    panel.get_by_role("button", name="Try again").click()
    panel = wait_for_report(browser, page)
    browser.wait_for_button(page, letters="1")


def test_another_address_can_be_named_but_none_elsewhere_without_tls(
    browser: Chromium, page: Page, news: str, stub_server: tuple[Flask, str]
) -> None:
    browser.ask_server("http://127.0.0.1:9", TOKEN)
    open_and_click(browser, page, f"{news}/strict-hostile")
    panel = browser.panel(page)
    field = panel.get_by_label("The server’s address")
    expect(field).to_have_value("http://127.0.0.1:9")
    field.fill("http://news.test:80")
    field.press("Enter")
    expect(panel.locator("[role=alert]")).to_contain_text("This takes a port")
    field.fill(f"{stub_server[1]}/")
    field.press("Enter")
    # another address is another server: the token of the first does not go there
    expect(panel.locator(".state")).to_contain_text("not paired with the server")
    browser.ask_server(stub_server[1], TOKEN)
    panel.get_by_role("button", name="Try again").click()
    wait_for_report(browser, page)


def test_a_problem_is_told_in_the_servers_words(browser: Chromium, page: Page, news: str, stub: Flask) -> None:
    stub.config["PROBLEM"] = ("bad-input", "<b>Send</b> a smaller page.")
    open_and_click(browser, page, f"{news}/story")
    expect(browser.panel(page).locator(".state")).to_contain_text("<b>Send</b> a smaller page.")


def test_the_background_asks_once_as_the_extension(browser: Chromium, page: Page, news: str, stub: Flask) -> None:
    open_and_click(browser, page, f"{news}/strict-story")
    wait_for_report(browser, page)
    (seen,) = stub.config["SEEN"]
    assert seen["origin"] == f"chrome-extension://{browser.id}"
    assert seen["url"] == f"{news}/strict-story"
    assert "my own note" not in seen["html"]
    assert "undertone-layer" not in seen["html"]


def test_a_page_that_extensions_may_not_read_gets_a_mark(browser: Chromium, page: Page) -> None:
    page.goto("chrome://version")
    browser.click(page)
    expect(browser.panel(page).locator(".state h2")).to_have_text("The browser does not let extensions read this page.")
    told = "Undertone: the browser does not let extensions read this page."
    browser.wait_for_button(page, letters="!", title=told)
