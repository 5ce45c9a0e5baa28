"""What the panel offers besides its words: files, the clipboard, and nothing of it on the page's paper."""

import json
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tools.browser.looking import differing
from tools.browser.newsroom import TOKEN
from tools.browser.stage import Stage


def exported(stage: Stage, name: str) -> Path:
    stage.button("Export").click()
    with stage.beside.expect_download() as download:
        stage.button(name).click()
    return Path(download.value.path()).rename(Path(download.value.path()).with_name(download.value.suggested_filename))


@pytest.mark.parametrize("name", ["story", "strict-hostile"])
def test_the_report_as_a_page_of_its_own(stage: Stage, name: str) -> None:
    stage.read(name)
    path = exported(stage, "Report (HTML)")
    assert path.name == "undertone-city-council-caves-to-harbour-firm-over-dredging-plan-report.html"
    expect(stage.panel(".toast")).to_contain_text(path.name)
    reader = stage.browser.context.new_page()
    reader.goto(path.as_uri())
    expect(reader.locator("h1")).to_contain_text("ity council caves")
    expect(reader.locator(".list .x, .list b").first).to_be_visible()
    assert reader.locator("script, img, link[href^=http]").count() == 0
    reader.close()


@pytest.mark.parametrize("name", ["story", "strict-hostile"])
def test_the_annotated_copy_has_the_page_and_its_marks(stage: Stage, name: str) -> None:
    stage.read(name)
    path = exported(stage, "Annotated copy (HTML)")
    reader = stage.browser.context.new_page()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(path.as_uri())
    expect(reader.locator("mark").first).to_contain_text("RIVER OF")
    assert asked == [path.as_uri()]
    reader.close()


def test_the_report_as_data_as_annotations_and_as_sarif(stage: Stage) -> None:
    stage.read()
    data = json.loads(exported(stage, "Data (JSON)").read_text(encoding="utf-8"))
    assert data["schema"] == "undertone/analysis/1"
    assert data["document"]["text"]
    page = json.loads(exported(stage, "Annotations (W3C)").read_text(encoding="utf-8"))
    assert len(page["items"]) == len(data["findings"])
    log = json.loads(exported(stage, "Findings (SARIF)").read_text(encoding="utf-8"))
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == [held["rule"] for held in data["findings"]]


def test_the_report_as_notes_and_on_the_clipboard(stage: Stage) -> None:
    stage.browser.context.grant_permissions(["clipboard-read", "clipboard-write"])
    stage.read()
    notes = exported(stage, "Notes (Markdown)")
    assert notes.suffix == ".md"
    words = notes.read_text(encoding="utf-8")
    assert words.startswith("# How it is written: ")
    stage.button("Export").click()
    stage.button("Copy as text").click()
    expect(stage.panel(".toast")).to_contain_text("on the clipboard")


def test_an_export_is_of_what_was_read_with_the_options_of_the_reader(stage: Stage) -> None:
    stage.browser.worker.evaluate("() => chrome.storage.local.set({ignoredWords: ['bitterly']})")
    stage.read()
    stage.page.evaluate("document.querySelector('main').append('Words that came later.')")
    notes = exported(stage, "Notes (Markdown)").read_text(encoding="utf-8")
    assert "**bitterly**" not in notes
    read, asked = stage.stub.config["SEEN"]
    assert asked == read


def test_an_export_says_that_it_is_made_and_why_it_is_not(stage: Stage) -> None:
    stage.read()
    hold = stage.stub.config["HOLD"] = threading.Event()
    stage.stub.config["PROBLEM"] = ("page-too-costly", "The page took too long.", {})
    stage.button("Export").click()
    stage.button("Report (HTML)").click()
    expect(stage.panel(".toast")).to_have_text("Making the file…")
    hold.set()
    expect(stage.panel(".toast")).to_have_text(re.compile("^Nothing was saved. .* Reading the page took too long"))


def test_an_export_without_a_server_says_so(stage: Stage) -> None:
    stage.read()
    stage.browser.ask_server("http://127.0.0.1:9", TOKEN)
    stage.button("Export").click()
    stage.button("Data (JSON)").click()
    expect(stage.panel(".toast")).to_have_text("Nothing was saved. Undertone’s server is not running.")
    expect(stage.panel(".sum")).to_be_visible()


def test_paper_shows_nothing_of_it(stage: Stage) -> None:
    stage.page.emulate_media(media="print")
    stage.page.goto(f"{stage.news}/story")
    before = stage.page.screenshot()
    stage.page.emulate_media(media="screen")
    stage.read()
    stage.page.emulate_media(media="print")
    assert differing(before, stage.page.screenshot(), (0, 0)) == []


def test_nothing_on_the_page_moves(stage: Stage) -> None:
    places = (
        "[...document.querySelectorAll('main *')].map((element) => JSON.stringify(element.getBoundingClientRect()))"
    )
    for name in ("story", "rtl"):
        stage.page.goto(f"{stage.news}/{name}")
        before = stage.page.evaluate(f"[{places}, document.documentElement.scrollWidth, scrollX]")
        stage.read(name)
        assert stage.page.evaluate(f"[{places}, document.documentElement.scrollWidth, scrollX]") == before
