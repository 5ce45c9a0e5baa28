"""The paste page: text or page source in, the same marks and panel over a reader view, under the server's policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.newsroom import PAGES

TITLE = "RIVER OF SHAME: Council caves 🌊"
STORY = """The plan was bitterly opposed. A so-called fund <b>stays</b>.

“An utter disgrace,” said Mara Belling.
The next line is part of it.

Critics say the so-called consultation was short."""
PAINTED = """() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) =>
    [name, [...highlight].map((range) => String(range))]))"""
STREAM = """async () => (await import("/extension/page/collect.js")).stream(document.getElementById("reader")).text"""


@pytest.fixture
def paste(browser: Chromium, stub_server: tuple[Flask, str], stub: Flask) -> Iterator[Page]:
    """The paste page in a fresh tab; any error on it fails the test."""
    assert stub.config["SEEN"] == []
    page = browser.context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(stub_server[1])
    yield page
    page.close()
    assert [error for error in errors if "413" not in error] == []


def analyse(paste: Page, title: str, story: str) -> None:
    paste.get_by_label("Headline").fill(title)
    paste.get_by_label("Story").fill(story)
    paste.get_by_role("button", name="Show how it is written").click()


def test_pasted_text_is_marked_at_its_offsets(paste: Page, stub: Flask) -> None:
    analyse(paste, TITLE, STORY)
    expect(paste.locator("#panel .sum")).to_be_visible()
    assert paste.evaluate(PAINTED) == {
        "undertone-headline": ["RIVER OF SHAME:", "caves"],
        "undertone-wording": ["bitterly", "so-called"],
        "undertone-wording-quoted": ["utter disgrace"],
        "undertone-sourcing": ["Critics say"],
    }
    assert paste.evaluate(STREAM) == f"{TITLE}\n\n{STORY}"
    (seen,) = stub.config["SEEN"]
    assert {key: seen[key] for key in ("text", "title", "include")} == {
        "text": STORY,
        "title": TITLE,
        "include": ["text"],
    }


def test_pasted_words_are_shown_as_they_are(paste: Page) -> None:
    analyse(paste, TITLE, STORY)
    expect(paste.locator("#reader h2")).to_have_text(TITLE)
    expect(paste.locator("#reader p").first).to_contain_text("<b>stays</b>")
    assert paste.locator("#reader b").count() == 0


def test_what_was_pasted_is_exported_by_the_server(paste: Page, stub: Flask) -> None:
    analyse(paste, TITLE, STORY)
    paste.get_by_role("button", name="Export").click()
    with paste.expect_download() as download:
        paste.get_by_role("button", name="Annotated copy (HTML)").click()
    assert download.value.suggested_filename == "undertone-river-of-shame-council-caves.html"
    assert "<mark" in Path(download.value.path()).read_text(encoding="utf-8")
    read, asked = stub.config["SEEN"]
    assert asked == read


def test_an_export_that_fails_is_said(paste: Page, stub: Flask) -> None:
    analyse(paste, TITLE, STORY)
    expect(paste.locator("#panel .sum")).to_be_visible()
    stub.config["PROBLEM"] = ("page-too-large", "Send a smaller page.")
    paste.get_by_role("button", name="Export").click()
    paste.get_by_role("button", name="Notes (Markdown)").click()
    expect(paste.locator("#panel .toast")).to_contain_text("Send a smaller page.")


def test_another_story_can_follow(paste: Page) -> None:
    analyse(paste, TITLE, STORY)
    paste.get_by_role("button", name="Paste another story").click()
    expect(paste.locator("#panel")).to_be_hidden()
    expect(paste.locator("undertone-layer")).to_have_count(0)
    assert paste.evaluate("CSS.highlights.size") == 0
    analyse(paste, "", "Critics say little.")
    expect(paste.locator("#reader p")).to_have_text("Critics say little.")
    assert paste.evaluate(PAINTED) == {"undertone-sourcing": ["Critics say"]}


def test_page_source_is_sent_as_html(paste: Page, stub: Flask) -> None:
    stub.config["PROBLEM"] = ("page-too-large", "Send a smaller page.")
    paste.get_by_label("Page source (HTML)").check()
    expect(paste.get_by_label("Headline")).to_be_hidden()
    paste.get_by_label("Page source", exact=True).fill(PAGES["story"])
    paste.get_by_role("button", name="Show how it is written").click()
    expect(paste.get_by_role("alert")).to_have_text("Send a smaller page.")
    assert stub.config["SEEN"][0]["html"].strip() == PAGES["story"].strip()


def test_nothing_pasted_asks_nobody(paste: Page, stub: Flask) -> None:
    paste.get_by_role("button", name="Show how it is written").click()
    expect(paste.get_by_role("alert")).to_have_text("Paste a story first.")
    assert stub.config["SEEN"] == []
