"""Every state of the extension by the real click: it says the right words and no value that is none ("NaN"), nothing
overflows, axe has no complaint."""

import pytest
from playwright.sync_api import expect

from tools.browser.axe import complaints
from tools.browser.fit import unfit
from tools.browser.newsroom import TOKEN
from tools.browser.scenes import SCENES
from tools.browser.stage import Stage
from tools.browser.words import unfilled

WORDS = {
    "report": "A loud headline over somewhat loaded wording",
    "explained": "We call that “notable”.",
    "remarks": "2 of 6",
    "quotations": "an utter disgrace",
    "filtered": "Loaded wording 3",
    "card": "Not a problem here",
    "card-wrong": "Kept in this browser only; nothing is sent.",
    "card-learn": "Source: Biber and Finegan 1989",
    "set-aside": "1 set aside here. The scores are those of the whole text.",
    "ignored": "Ignored from now on: bitterly",
    "rule-off": "Turned off: editorial adverb",
    "site-off": "Turned off on news.test: editorial adverb",
    "quality": "Bait in headlines recognised",
    "export": "Annotations (W3C)",
    "nothing-found": "No remark above your level in 171 words. Three sources.",
    "not-an-article": "Analyse the selected text",
    "anyway": "The whole visible text was read, as if it were one article.",
    "selection": "Only the selected text was read.",
    "opinion": "loaded wording is expected here",
    "satire": "Labelled as satire",
    "paywalled": "only the visible part was read",
    "too-short": "49 of the",
    "language": "Swedish",
    "not-read": "One embedded frame. About 28 words in closed-off parts",
    "unplaced": "words that stand nowhere",
    "waiting": "Reading the page…",
    "cancelled": "Nothing was marked on this page.",
    "away": "undertone serve",
    "timeout": "did not answer within half a minute",
    "not-paired": "Pair now",
    "version": "do not match",
    "garbled": "is not Undertone",
    "rate-limited": "Trying again in 20 s.",
    "crash": "5f3c-19ab",
    "problem": "The page is too large.",
    "moved": "Read this page",
    "grown": "Read again",
    "idle": "Nothing has been read in this tab.",
    "forbidden": "The browser does not let extensions read this page.",
    "narrow": "Who speaks",
    "dark-page": "Who speaks",
    "right-to-left": "Who speaks",
}
PANEL = {"include": [["#panel"]]}
CARD = {"include": [{"fromShadowDom": ["undertone-layer", ".card"]}]}


def test_every_scene_has_its_words() -> None:
    assert WORDS.keys() == SCENES.keys()


@pytest.mark.parametrize("name", SCENES)
def test_state(stage: Stage, name: str) -> None:
    SCENES[name](stage)
    expect(stage.beside.locator("#panel", has_text=WORDS[name])).to_have_count(1)
    assert unfilled(stage.page) + unfilled(stage.beside) == []
    assert unfit(stage.beside, "#panel") == []
    stage.unroll()
    parts = [(stage.beside, PANEL)]
    if stage.layer(".card").count() > 0:
        parts.append((stage.page, CARD))
    for page, part in parts:
        assert complaints(page, part) == []
        page.emulate_media(color_scheme="dark")
        assert complaints(page, part, ["color-contrast"]) == []


def test_the_panel_holds_its_words_at_every_width(stage: Stage) -> None:
    SCENES["quotations"](stage)
    stage.button("Export").click()
    for width in (186, 280, 320, 372, 500):
        stage.beside.set_viewport_size({"width": width, "height": 700})
        box = stage.beside.locator("#panel").bounding_box()
        assert box is not None
        assert (width, box["width"], unfit(stage.beside, "#panel")) == (width, width, [])


def test_the_panel_holds_its_words_at_twice_the_size(stage: Stage) -> None:
    SCENES["quotations"](stage)
    stage.beside.set_viewport_size({"width": 280, "height": 350})  # 560 × 700 at 200 %
    stage.button("Export").click()
    assert unfit(stage.beside, "#panel") == []
    foot, body = stage.panel(".foot").bounding_box(), stage.panel(".body").bounding_box()
    assert foot is not None
    assert body is not None
    assert body["y"] + body["height"] <= foot["y"] + 1
    panel = "document.getElementById('panel')"
    assert stage.beside.evaluate(f"{panel}.scrollHeight > {panel}.clientHeight")
    stage.button("Export").scroll_into_view_if_needed()
    expect(stage.button("Export")).to_be_in_viewport()


def test_the_button_counts_the_seconds_of_a_long_page(stage: Stage) -> None:
    SCENES["waiting"](stage)
    stage.browser.wait_for_button(stage.page, letters="…")
    while not (letters := stage.browser.button(stage.page)["letters"]).endswith("s"):
        stage.page.wait_for_timeout(50)
    assert int(letters[:-1]) >= 3
    stage.button("Cancel").click()
    expect(stage.panel(".state h2")).to_have_text("Cancelled.")
    stage.browser.wait_for_button(stage.page, letters="")


def test_a_server_that_comes_back_is_found_without_a_click(stage: Stage) -> None:
    SCENES["away"](stage)
    stage.beside.get_by_label("The server’s address").fill("http://127.0.0.1:1")
    stage.browser.ask_server(stage.server, TOKEN)
    expect(stage.panel(".sum")).to_be_visible(timeout=10_000)


def test_what_the_reader_types_survives_the_attempts_in_between(stage: Stage) -> None:
    SCENES["away"](stage)
    field = stage.beside.get_by_label("The server’s address")
    field.fill("http://127.0.0.1:1234")
    tried = stage.browser.worker.evaluate(
        """() => new Promise((tell) => { const real = self.fetch; let count = 0;
            self.fetch = (...call) => {
                if (++count === 2) { self.fetch = real; tell(count); }
                return real(...call);
            }; })"""
    )
    assert tried == 2
    expect(field).to_be_focused()
    expect(field).to_have_value("http://127.0.0.1:1234")


def test_a_page_that_goes_elsewhere_by_itself_is_offered_again(stage: Stage) -> None:
    stage.read()
    stage.page.evaluate("history.pushState(null, '', '/plain')")
    expect(stage.panel(".state")).to_contain_text("another page now")
    assert stage.page.evaluate("CSS.highlights.size") == 0
    expect(stage.panel(".tick")).to_have_count(0)
    expect(stage.layer(".initial")).to_have_count(0)
    stage.button("Read this page").click()
    expect(stage.panel(".sum")).to_be_visible()


def test_words_that_leave_the_page_are_listed_as_not_found_and_come_back(stage: Stage) -> None:
    stage.read()
    stage.page.evaluate(
        "self.kept = document.querySelector('article p'); self.beside = kept.nextSibling; kept.remove()"
    )
    expect(stage.panel(".f.lost .x")).to_have_text("bitterly")
    expect(stage.panel("ol .x")).to_have_count(5)
    stage.page.evaluate("self.beside.before(self.kept)")
    expect(stage.panel(".f.lost")).to_have_count(0)
    expect(stage.panel("ol .x")).to_have_count(6)


def test_a_page_that_grew_is_read_again_where_the_reader_wants(stage: Stage) -> None:
    SCENES["grown"](stage)
    stage.button("Read again").click()
    expect(stage.panel(".notice")).to_have_count(0)
    expect(stage.panel(".sum")).to_be_visible()
    assert len(stage.stub.config["SEEN"]) == 2
