"""The settings page: every setting is changed by hand, kept, obeyed by the next reading, and can be taken along."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from detector import Analyzer
from tools.browser.axe import complaints
from tools.browser.chromium_driver import Chromium
from tools.browser.newsroom import ROOT
from tools.browser.tabs import close

SAMPLE = ROOT / "server" / "service" / "static" / "sample.html"
READING = {
    "title": "A <b>story</b>",
    "url": "http://news.test/story",
    "levels": {"headline": "strong", "sourcing": "thin", "wording": None},
    "time": "2026-11-26T04:00:00.000Z",
}
REPORT = {
    "fault": "harmless",
    "note": "It is a name",
    "remark": {"rule": "wording.fear", "exact": "<i>Doom</i>"},
    "time": "2026-11-26T04:00:00.000Z",
}


@pytest.fixture
def options(browser: Chromium, server: str, token: str) -> Iterator[Page]:
    """The settings of an extension that is paired with the real server."""
    browser.forget()
    browser.ask_server(server, token)
    page = browser.context.new_page()
    page.goto(f"chrome-extension://{browser.id}/options/options.html")
    expect(page.locator("#connection .status")).to_contain_text("Connected.")
    yield page
    close(page)
    browser.forget()


def read(browser: Chromium, server: str) -> Page:
    """A tab with the sample, read."""
    page = browser.context.new_page()
    page.goto(f"{server}/static/sample.html")
    browser.click(page)
    expect(browser.panel(page).locator(".sum")).to_be_visible(timeout=20_000)
    return page


def remarks(browser: Chromium, page: Page) -> list[str]:
    return browser.panel(page).locator(".f .x").all_inner_texts()


def test_a_rule_that_is_off_makes_no_remarks(browser: Chromium, options: Page, server: str) -> None:
    found = Analyzer().analyze(SAMPLE.read_bytes()).to_dict()["findings"]
    rules = [(finding["rule"], finding["exact"]) for finding in found]
    rule = next(rule for rule, _ in rules if rule.startswith("wording."))
    gone = [exact for held, exact in rules if held == rule]
    wording = options.locator("details[data-dimension=wording]")
    wording.locator("summary").click()
    total = wording.locator("input").count()
    expect(wording.locator("summary")).to_contain_text(f"{total} of {total} on")
    wording.locator(f"input[value='{rule}']").uncheck()
    expect(wording.locator("summary")).to_contain_text(f"{total - 1} of {total} on")
    page = read(browser, server)
    assert not set(gone) & set(remarks(browser, page))
    close(page)
    options.reload()
    expect(options.locator(f"input[value='{rule}']")).not_to_be_checked()
    wording.locator("summary").click()
    wording.locator(f"input[value='{rule}']").check()
    options.wait_for_function("async () => (await chrome.storage.local.get('rulesOff')).rulesOff.length === 0")


def test_the_rules_are_told_in_words(options: Page) -> None:
    told = options.locator("#rules label")
    expect(told.first).to_be_attached()
    assert [text for text in told.all_text_contents() if "{" in text] == []
    expect(told.filter(has_text="“…” calls names in the headline.")).to_have_count(1)


def test_the_list_of_rules_survives_a_server_that_is_away(browser: Chromium, options: Page) -> None:
    browser.keep(server="http://127.0.0.1:9", rulesOff=["wording.fear"])
    options.reload()
    expect(options.get_by_text("The list comes from the server.")).to_be_visible()
    expect(options.get_by_label("Loaded wording · words of fear")).not_to_be_checked()


def test_sensitivity_and_language_hold_at_once(browser: Chromium, options: Page) -> None:
    options.get_by_label("Calm: only what is sure").check()
    options.wait_for_function("async () => (await chrome.storage.local.get()).sensitivity === 'calm'")
    options.get_by_label("Language of the interface").select_option("de")
    expect(options.get_by_role("heading", level=1)).to_have_text("Einstellungen")
    expect(options.get_by_label("Ruhig: nur was sicher ist")).to_be_checked()
    browser.wait_for_stored(options, language="de")


def test_words_are_added_and_removed_by_keyboard(browser: Chromium, options: Page) -> None:
    field = options.get_by_label("A word or phrase")
    for word in ("Zeal", "  so-called "):
        field.fill(word)
        field.press("Enter")
        expect(field).to_have_value("")
    expect(options.locator("#words li > span")).to_have_text(["so-called", "zeal"])
    browser.wait_for_stored(options, ignoredWords=["so-called", "zeal"])
    options.get_by_role("button", name="Remove so-called").press("Enter")
    expect(options.locator("#words li > span")).to_have_text(["zeal"])
    expect(options.get_by_role("button", name="Remove zeal")).to_be_focused()
    options.keyboard.press("Enter")
    expect(field).to_be_focused()
    field.press("Enter")
    expect(options.get_by_text("Type a word or a phrase")).to_be_visible()
    browser.wait_for_stored(options, ignoredWords=[])


def test_rules_that_are_off_on_a_site_can_be_turned_on_again(browser: Chromium, options: Page) -> None:
    browser.keep(sitesOff={"news.test": ["wording.fear"], "other.test": ["headline.bait"]})
    expect(options.locator("#sites-off li")).to_have_count(2)
    expect(options.locator("#sites-off li").first).to_contain_text("Loaded wording · words of fear")
    options.get_by_role("button", name="Remove news.test").click()
    expect(options.locator("#sites-off li")).to_have_count(1)
    browser.wait_for_stored(options, sitesOff={"other.test": ["headline.bait"]})


def test_a_site_that_is_no_site_is_refused(browser: Chromium, options: Page) -> None:
    field = options.get_by_label("The address of a site")
    for typed in ("chrome://settings", "not a site", "ftp://news.test", ""):
        field.fill(typed)
        field.press("Enter")
        expect(options.get_by_text("Type the address of a site")).to_be_visible()
    assert browser.stored().get("autoSites") is None


def test_the_history_is_off_until_wanted_and_can_be_erased(browser: Chromium, options: Page, server: str) -> None:
    expect(options.locator("#history table")).to_be_hidden()
    read(browser, server).close()
    assert browser.stored().get("history") is None
    options.bring_to_front()
    options.get_by_label("Keep a list of the stories").check()
    options.wait_for_function("async () => (await chrome.storage.local.get()).keepHistory === true")
    read(browser, server).close()
    expect(options.locator("#history tbody tr")).to_have_count(1)
    expect(options.locator("#history tbody a")).to_have_attribute("href", f"{server}/static/sample.html")
    (kept,) = browser.stored()["history"]
    assert sorted(kept) == ["levels", "time", "title", "url"]
    erase = options.locator("#history").get_by_role("button", name="Erase all")
    erase.click()
    expect(options.locator("#history tbody tr")).to_have_count(1)
    options.get_by_role("button", name="Erase for good: 1").click()
    expect(options.locator("#history table")).to_be_hidden()
    browser.wait_for_stored(options, history=[])


def test_what_pages_say_is_shown_literally(browser: Chromium, options: Page) -> None:
    script = {**READING, "url": "javascript:alert(1)", "title": "B"}
    browser.keep(history=[READING, script], reports=[REPORT])
    expect(options.locator("#history tbody tr")).to_have_count(2)
    expect(options.get_by_role("link", name="A <b>story</b>")).to_be_visible()
    expect(options.get_by_role("link", name="B", exact=True)).to_have_count(0)
    expect(options.locator("#reports li")).to_contain_text("“<i>Doom</i>”")


def test_reports_are_saved_as_json_lines_and_erased(browser: Chromium, options: Page) -> None:
    browser.keep(reports=[REPORT, {**REPORT, "fault": "words"}])
    with options.expect_download() as waiting:
        options.get_by_role("button", name="Save as JSON lines").click()
    lines = Path(waiting.value.path()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["fault"] for line in lines] == ["harmless", "words"]
    options.locator("#reports").get_by_role("button", name="Erase all").click()
    options.get_by_role("button", name="Erase for good: 2").click()
    expect(options.locator("#reports li")).to_have_count(0)
    browser.wait_for_stored(options, reports=[])


def test_settings_go_out_and_come_in_again(browser: Chromium, options: Page, token: str) -> None:
    browser.keep(sensitivity="calm", ignoredWords=["zeal"], history=[READING])
    with options.expect_download() as waiting:
        options.get_by_role("button", name="Save to a file").click()
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert json.loads(saved)["ignoredWords"] == ["zeal"]
    assert token not in saved
    assert "history" not in json.loads(saved)
    browser.keep(sensitivity="normal", ignoredWords=[])
    give(options, saved)
    expect(options.get_by_text("The settings from the file are now in effect.")).to_be_visible()
    expect(options.get_by_label("Calm: only what is sure")).to_be_checked()
    browser.wait_for_stored(options, ignoredWords=["zeal"], token=token)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("hello", "That is not a file of Undertone’s settings."),
        ("null", "That is not a file of Undertone’s settings."),
        ('{"schema": "undertone/settings/1", "language": "xx"}', "These values are not valid: language."),
        ('{"schema": "undertone/settings/1", "token": "x"}', "These values are not valid: token."),
    ],
)
def test_a_wrong_file_changes_nothing(browser: Chromium, options: Page, content: str, told: str) -> None:
    before = browser.stored()
    give(options, content)
    expect(options.locator("#transfer [role=status]")).to_contain_text(told)
    assert browser.stored() == before


def give(options: Page, content: str) -> None:
    with options.expect_file_chooser() as chooser:
        options.get_by_role("button", name="Load from a file").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": content.encode()})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_no_complaint(browser: Chromium, options: Page, scheme: Any) -> None:
    options.emulate_media(color_scheme=scheme)
    browser.keep(
        history=[READING] * 20,
        reports=[REPORT],
        ignoredWords=["zeal"],
        sitesOff={"news.test": ["wording.fear"]},
        autoSites=["news.test"],
        keepHistory=True,
    )
    expect(options.locator("#auto li")).to_have_count(1)
    expect(options.locator("#history tbody tr")).to_have_count(20)
    for summary in options.locator("summary").all():
        summary.click()
    assert complaints(options) == []


@pytest.mark.parametrize("width", [320, 640])
def test_nothing_sticks_out_of_a_narrow_window(browser: Chromium, options: Page, width: int) -> None:
    browser.keep(history=[READING], reports=[REPORT], ignoredWords=["x" * 60], keepHistory=True)
    expect(options.locator("#history tbody tr")).to_have_count(1)
    options.set_viewport_size({"width": width, "height": 700})
    assert options.evaluate("document.documentElement.scrollWidth") <= width
