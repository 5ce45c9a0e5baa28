"""The paste page: text or page source in, the same marks and panel over a reader view, under the server's policy."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.newsroom import PAGES

TITLE = "RIVER OF SHAME: Council caves 🌊"
STORY = """The plan was bitterly opposed. The so-called fund <b>stays</b>.

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


SAID = "“We looked at every alternative and this one does the least damage,” she said."
# whether the first initial stands just before the words of the story
BESIDE = """() => {
    const initial = document.querySelector("undertone-layer").shadowRoot.querySelector(".initial");
    const words = document.querySelector("#reader p").getBoundingClientRect();
    const gap = words.left - initial.getBoundingClientRect().right;
    return gap >= 0 && gap < 10;
}"""


def analyse(paste: Page, title: str, story: str) -> None:
    paste.get_by_label("News story").fill(f"{title}\n\n{story}" if title else story)
    paste.get_by_role("button", name="Show how it is written").click()


def painted(paste: Page) -> dict[str, list[str]]:
    """The words that are marked, by kind of mark, once any are."""
    paste.wait_for_function("() => [...CSS.highlights.values()].some((highlight) => highlight.size)")
    return paste.evaluate(PAINTED)


def test_pasted_text_is_marked_at_its_offsets(paste: Page, stub: Flask) -> None:
    analyse(paste, TITLE, STORY)
    assert painted(paste) == {
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
    assert download.value.suggested_filename == "undertone-river-of-shame-council-caves-annotated.html"
    assert "<mark" in Path(download.value.path()).read_text(encoding="utf-8")
    read, asked = stub.config["SEEN"]
    assert asked == read


def test_an_export_that_fails_is_said(paste: Page, stub: Flask) -> None:
    analyse(paste, TITLE, STORY)
    expect(paste.locator("#panel .sum")).to_be_visible()
    stub.config["PROBLEM"] = ("page-too-large", "Send a smaller page.")
    paste.get_by_role("button", name="Export").click()
    paste.get_by_role("button", name="Notes (Markdown)").click()
    expect(paste.locator("#panel .toast")).to_contain_text("The page is too large.")


def test_in_a_narrow_window_no_badge_is_cut_off_and_no_tick_lies_on_the_panel(paste: Page) -> None:
    paste.set_viewport_size({"width": 390, "height": 800})
    analyse(paste, TITLE, f"{STORY}\n\n{SAID}")
    badges = 'document.querySelector("undertone-layer")?.shadowRoot.querySelectorAll(".initial")'
    paste.wait_for_function(f"() => {badges}?.length > 0")
    edges = f"() => [...{badges}].map((badge) => badge.getBoundingClientRect().left)"
    lefts = paste.evaluate(edges)
    assert min(lefts) >= 0
    expect(paste.locator("#panel .ticks")).to_be_hidden()


def test_another_story_can_follow(paste: Page) -> None:
    analyse(paste, TITLE, STORY)
    paste.get_by_role("button", name="Paste another story").click()
    expect(paste.locator("#panel")).to_be_hidden()
    expect(paste.locator("undertone-layer")).to_have_count(0)
    assert paste.evaluate("CSS.highlights.size") == 0
    analyse(paste, "", "Critics say little.")
    expect(paste.locator("#reader p")).to_have_text("Critics say little.")
    assert painted(paste) == {"undertone-sourcing": ["Critics say"]}


def test_page_source_is_sent_as_html(paste: Page, stub: Flask) -> None:
    stub.config["PROBLEM"] = ("page-too-large", "Send a smaller page.")
    paste.get_by_label("News story").fill(PAGES["story"])
    expect(paste.locator("#kind")).to_have_text("Recognised: the HTML of a page")
    paste.get_by_role("button", name="Show how it is written").click()
    expect(paste.get_by_role("alert")).to_contain_text("The page is too large.")
    assert stub.config["SEEN"][0]["html"].strip() == PAGES["story"].strip()


def test_a_text_that_is_too_long_is_told_with_the_limit(paste: Page, stub: Flask) -> None:
    stub.config["PROBLEM"] = ("page-too-costly", "Send a smaller page.")
    paste.get_by_label("News story").fill("It rained on the bridge. " * 5000)
    paste.get_by_role("button", name="Show how it is written").click()
    expect(paste.get_by_role("alert")).to_contain_text("has 125,000 characters")
    expect(paste.get_by_role("alert")).to_contain_text("at most 100,000")


def test_what_is_pasted_is_recognised(paste: Page) -> None:
    box, kind = paste.get_by_label("News story"), paste.locator("#kind")
    expect(kind).to_be_hidden()
    box.fill("Bridge shut\n\nIt rained.")
    expect(kind).to_have_text("Recognised: text with the headline “Bridge shut”")
    box.fill("It rained. It was wet.")
    expect(kind).to_have_text("Recognised: text without a headline")
    box.fill("")
    expect(kind).to_be_hidden()


def test_a_link_is_explained_and_not_fetched(paste: Page, stub: Flask) -> None:
    paste.get_by_label("News story").fill(" https://news.example/story?a=1&b=2\n")
    expect(paste.get_by_role("button", name="Show how it is written")).to_be_disabled()
    paste.locator("#form").evaluate("form => form.requestSubmit()")
    expect(paste.get_by_text("never fetches pages")).to_be_visible()
    expect(paste.locator("#command")).to_have_text("undertone score 'https://news.example/story?a=1&b=2'")
    assert stub.config["SEEN"] == []
    paste.get_by_label("News story").fill("It rained.")
    expect(paste.get_by_text("never fetches pages")).to_be_hidden()
    expect(paste.get_by_role("button", name="Show how it is written")).to_be_enabled()


def test_the_panel_is_put_away_and_shown_again_over_the_same_marks(paste: Page) -> None:
    analyse(paste, TITLE, f"{STORY}\n\n{SAID}")
    marks = painted(paste)
    paste.get_by_role("button", name="Close Undertone").click()
    expect(paste.locator("#panel")).to_be_hidden()
    assert painted(paste) == marks
    paste.wait_for_function(BESIDE)  # the words have moved where the panel was
    paste.get_by_role("button", name="Show the panel").click()
    expect(paste.locator("#panel .sum")).to_be_visible()
    paste.get_by_role("button", name="Hide marks").click()
    assert not any(paste.evaluate(PAINTED).values())
    paste.get_by_role("button", name="Show marks").click()
    assert painted(paste) == marks


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_story_and_panel_are_seen_together(paste: Page, width: int, height: int) -> None:
    paste.set_viewport_size({"width": width, "height": height})
    analyse(paste, TITLE, STORY)
    expect(paste.locator("#panel .sum")).to_be_in_viewport(ratio=1)
    expect(paste.locator("#reader h2")).to_be_in_viewport(ratio=1)
    sides = [paste.locator(name).bounding_box() for name in ("#reader", "#panel")]
    assert width < 861 or sides[0]["x"] + sides[0]["width"] <= sides[1]["x"]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_sample_and_the_links_are_seen_without_scrolling(paste: Page, width: int, height: int) -> None:
    paste.set_viewport_size({"width": width, "height": height})
    for name in ("Try the sample", "Show how it is written"):
        expect(paste.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    for name in ("Extension", "For teachers", "API", "Docs"):
        expect(paste.get_by_role("link", name=name, exact=True)).to_be_in_viewport(ratio=1)


def test_nothing_pasted_asks_nobody(paste: Page, stub: Flask) -> None:
    paste.get_by_role("button", name="Show how it is written").click()
    expect(paste.get_by_role("alert")).to_have_text("Paste a story first.")
    assert stub.config["SEEN"] == []
