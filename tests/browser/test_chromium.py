"""The extension in a real Chromium: one click marks the right words, a second one leaves the page as it was."""

import io
import json

import pytest
from chromium_driver import Chromium
from flask import Flask
from newsroom import REMARKS
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

PLACED = [row[0] for row in REMARKS]
# what the painted ranges of each registry name say, and what is painted at the middle of the first box of each
PAINTED = """() => Object.fromEntries([...CSS.highlights].map(([name, highlight]) =>
    [name, [...highlight].map((range) => String(range))]))"""
UNDER = """(words) => {
    for (const highlight of CSS.highlights.values()) for (const range of highlight) {
        if (String(range) !== words) continue;
        range.startContainer.parentElement.scrollIntoView({block: "nearest", behavior: "instant"});
        const box = range.getClientRects()[0];
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        const found = CSS.highlights.highlightsFromPoint(x, y).flatMap(({ranges}) => ranges.map(String));
        const caret = document.caretPositionFromPoint(x, y);
        return {x, y, found, letter: words.includes(caret.offsetNode.data.charAt(caret.offset).trim())};
    }
}"""


def open_and_click(browser: Chromium, page: Page, address: str) -> None:
    page.goto(address)
    browser.click(page)


def wait_for_report(page: Page) -> None:
    expect(page.locator("undertone-panel .sum")).to_be_visible()


@pytest.mark.parametrize("name", ["story", "strict-story", "hostile", "strict-hostile", "dark"])
def test_every_remark_is_painted_at_its_words(browser: Chromium, page: Page, news: str, name: str) -> None:
    open_and_click(browser, page, f"{news}/{name}")
    wait_for_report(page)
    painted = page.evaluate(PAINTED)
    tone = "-dark" if name == "dark" else ""
    assert painted == {
        f"undertone-headline{tone}": ["RIVER OF SHAME:", "caves"],
        f"undertone-language{tone}": ["bitterly", "so-called"],
        f"undertone-language-quoted{tone}": ["utter disgrace"],
        f"undertone-sourcing{tone}": ["Critics say"],
    }
    for words in PLACED:
        under = page.evaluate(UNDER, words)
        assert under["found"] == [words]
        assert under["letter"]


def test_the_second_so_called_is_meant_and_not_the_first(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(page)
    around = page.evaluate(
        """() => { const range = [...CSS.highlights.get("undertone-language")][1];
                   return range.startContainer.data.slice(range.startOffset - 4, range.endOffset + 13); }"""
    )
    assert around == "The so-called consultation"


@pytest.mark.parametrize("name", ["story", "strict-hostile"])
def test_pixels_change_under_the_words_and_only_there(browser: Chromium, page: Page, news: str, name: str) -> None:
    page.goto(f"{news}/{name}")
    line = {"x": 60, "y": 100, "width": 500, "height": 420}
    before = page.screenshot(clip=line)
    browser.click(page)
    wait_for_report(page)
    boxes = page.evaluate(
        """() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).flatMap((range) =>
            [...range.getClientRects()].map(({left, right, top, bottom}) => [left, top, right, bottom]))"""
    )
    changed = differing(before, page.screenshot(clip=line), (line["x"], line["y"]))
    assert len(changed) > 200
    near = 8  # underlines hang a little below their words
    assert all(any(a - 2 <= x <= c + 2 and b <= y <= d + near for a, b, c, d in boxes) for x, y in changed)


def test_a_second_click_leaves_nothing(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    before = page.evaluate("document.documentElement.outerHTML")
    idle = browser.button(page)
    browser.click(page)
    wait_for_report(page)
    assert browser.button(page)["letters"] == "1"
    assert (
        page.evaluate("document.documentElement.outerHTML.replace(/<undertone-panel>.*<.undertone-panel>/, '')")
        == before
    )
    browser.click(page)
    expect(page.locator("undertone-panel")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0
    assert page.evaluate("document.documentElement.outerHTML") == before
    assert browser.button(page) == idle
    page.mouse.click(300, 300)
    expect(page.locator("undertone-panel")).to_have_count(0)
    browser.click(page)
    wait_for_report(page)
    assert page.evaluate("CSS.highlights.size") == 4


def test_the_pages_own_highlights_are_left_alone(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    page.evaluate("CSS.highlights.set('mine', new Highlight(new Range()))")
    browser.click(page)
    wait_for_report(page)
    browser.click(page)
    expect(page.locator("undertone-panel")).to_have_count(0)
    assert page.evaluate("[...CSS.highlights.keys()]") == ["mine"]


def test_clicking_marked_words_opens_their_card(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(page)
    at = page.evaluate(UNDER, "utter disgrace")
    page.mouse.click(at["x"], at["y"])
    card = page.locator("undertone-panel .card")
    expect(card).to_contain_text("Loaded wording · loaded phrase")
    expect(card).to_contain_text("utter disgrace")
    expect(card).to_contain_text("Words of Mara Belling · not counted: a source’s words · sure: 86")
    expect(page.locator("undertone-panel .f.on .x")).to_have_text("utter disgrace")
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator("undertone-panel")).to_have_count(1)
    at = page.evaluate(UNDER, "bitterly")
    page.mouse.click(at["x"], at["y"])
    expect(card).to_contain_text("Instead: residents opposed it")
    expect(card).to_contain_text("adds 9 of 44")
    page.mouse.click(600, 20)
    expect(card).to_have_count(0)
    page.mouse.click(at["x"] + 100, at["y"])
    expect(card).to_have_count(0)


def test_clicking_a_remark_goes_to_its_words(browser: Chromium, page: Page, news: str) -> None:
    page.set_viewport_size({"width": 1000, "height": 320})
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(page)
    page.get_by_role("button", name="so-called").click()
    box = page.evaluate("[...CSS.highlights.get('undertone-flash')][0].getBoundingClientRect().toJSON()")
    assert 0 < box["top"] < 320
    assert page.evaluate("[...CSS.highlights.get('undertone-active')].map(String)") == ["so-called"]
    expect(page.locator("undertone-panel .aside").last).to_have_text("6 of 6")


def test_keyboard_walks_the_remarks_and_escape_closes(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    page.locator("nav a").focus()
    browser.click(page)
    wait_for_report(page)
    assert page.evaluate("document.activeElement.localName") == "undertone-panel"
    following = page.get_by_role("button", name="Next remark")
    following.focus()
    for words in PLACED[:3]:
        page.keyboard.press("Enter")
        expect(page.locator("undertone-panel .f.on .x")).to_have_text(words)
    page.get_by_role("button", name="Previous remark").press("Enter")
    expect(page.locator("undertone-panel .f.on .x")).to_have_text(PLACED[1])
    page.keyboard.press("Escape")
    expect(page.locator("undertone-panel")).to_have_count(0)
    assert page.evaluate("document.activeElement.localName") == "a"
    expect_idle(browser, page)


def expect_idle(browser: Chromium, page: Page) -> None:
    page.wait_for_timeout(100)
    assert browser.button(page)["letters"] == ""


def test_marks_can_be_hidden_and_shown(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(page)
    page.get_by_role("button", name="Hide marks").click()
    assert page.evaluate("CSS.highlights.size") == 0
    page.get_by_role("button", name="Show marks").click()
    assert page.evaluate("CSS.highlights.size") == 4


def test_the_panel_folds_to_its_bar_and_back(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(page)
    page.get_by_role("button", name="Fold", exact=True).click()
    expect(page.locator("undertone-panel .sum")).to_be_hidden()
    box = page.locator("undertone-panel .panel").bounding_box()
    assert box is not None
    assert box["height"] < 60
    assert box["y"] + box["height"] == 700
    at = page.evaluate(UNDER, "bitterly")
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("undertone-panel .card")).to_be_visible()
    page.get_by_role("button", name="Unfold").click()
    expect(page.locator("undertone-panel .sum")).to_be_visible()


def test_markup_in_words_and_remarks_is_shown_literally(browser: Chromium, page: Page, news: str) -> None:
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    open_and_click(browser, page, f"{news}/markup")
    wait_for_report(page)
    entry = page.locator("undertone-panel .f", has_text="KEEP OUT")
    expect(entry.locator(".x")).to_have_text('<b onclick="alert(1)">KEEP OUT</b>')
    assert page.locator("undertone-panel b[onclick], undertone-panel script").count() == 0
    at = page.evaluate(UNDER, '<b onclick="alert(1)">KEEP OUT</b>')
    page.mouse.click(at["x"], at["y"])
    expect(page.locator("undertone-panel .card")).to_contain_text("Instead: <script>alert(2)</script>")
    expect(page.locator("undertone-panel .card")).to_contain_text("<i>odd</i>")
    assert alerts == []


def test_words_that_stand_nowhere_are_listed_not_painted(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/markup")
    wait_for_report(page)
    lost = page.locator("undertone-panel .f.lost")
    expect(lost).to_have_count(1)
    expect(lost).to_contain_text("words that stand nowhere")
    assert "words that stand nowhere" not in json.dumps(page.evaluate(PAINTED))


def test_a_page_that_changes_while_it_is_read_is_marked_as_it_is_now(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/moved")
    page.route("**/*", lambda route: route.continue_())
    browser.worker.evaluate(
        """() => { const real = self.fetch; self.fetch = async (...call) => {
            const answer = await real(...call); await new Promise((done) => setTimeout(done, 400));
            self.fetch = real; return answer; }; }"""
    )
    browser.click(page)
    expect(page.locator("undertone-panel .wait")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('undertone-test-move'))")
    wait_for_report(page)
    for words in PLACED:
        assert page.evaluate(UNDER, words)["found"] == [words]


def test_words_that_the_page_draws_anew_get_their_marks_again(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/moved")
    wait_for_report(page)
    page.evaluate("dispatchEvent(new Event('undertone-test-move'))")
    page.wait_for_function(
        """() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
            .every((range) => range.startContainer.isConnected && String(range))"""
    )
    for words in PLACED:
        assert page.evaluate(UNDER, words)["found"] == [words]


def test_another_story_in_the_same_page_ends_the_marks(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/moved")
    wait_for_report(page)
    page.evaluate("dispatchEvent(new Event('undertone-test-leave'))")
    expect(page.locator("undertone-panel .state")).to_contain_text("another page now")
    assert page.evaluate("CSS.highlights.size") == 0
    page.get_by_role("button", name="Try again").click()
    wait_for_report(page)


def test_an_article_that_is_none_gets_calm_words_and_a_dash(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/shop")
    wait_for_report(page)
    expect(page.locator("undertone-panel .notice")).to_contain_text("Not an article")
    expect(page.locator("undertone-panel .score")).to_have_count(0)
    assert browser.button(page)["letters"] == "–"


def test_without_a_server_the_command_is_shown_and_retry_works(
    browser: Chromium, page: Page, news: str, stub_server: tuple[Flask, str]
) -> None:
    browser.ask_server("http://127.0.0.1:9")
    open_and_click(browser, page, f"{news}/story")
    state = page.locator("undertone-panel .state")
    expect(state).to_contain_text("server is not running")
    expect(state.locator("code")).to_have_text("undertone serve")
    assert browser.button(page)["letters"] == "!"
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    browser.ask_server(stub_server[1])
    page.get_by_role("button", name="Try again").click()
    wait_for_report(page)
    assert browser.button(page)["letters"] == "1"


def test_another_address_can_be_named_but_only_on_this_computer(
    browser: Chromium, page: Page, news: str, stub_server: tuple[Flask, str]
) -> None:
    browser.ask_server("http://127.0.0.1:9")
    open_and_click(browser, page, f"{news}/strict-hostile")
    field = page.get_by_label("The server’s address on this computer")
    expect(field).to_have_value("http://127.0.0.1:9")
    field.fill("http://news.test:80")
    field.press("Enter")
    expect(page.locator("undertone-panel [role=alert]")).to_contain_text("Only addresses on this computer")
    field.fill(f"{stub_server[1]}/")
    field.press("Enter")
    wait_for_report(page)


def test_a_problem_is_told_in_the_servers_words(browser: Chromium, page: Page, news: str, stub: Flask) -> None:
    stub.config["PROBLEM"] = (413, {"title": "Too large", "detail": "<b>Send</b> a smaller page.", "code": "x"})
    open_and_click(browser, page, f"{news}/story")
    expect(page.locator("undertone-panel .state")).to_contain_text("<b>Send</b> a smaller page.")


def test_the_background_asks_once_as_the_extension(browser: Chromium, page: Page, news: str, stub: Flask) -> None:
    open_and_click(browser, page, f"{news}/strict-story")
    wait_for_report(page)
    (seen,) = stub.config["SEEN"]
    assert seen["origin"] == f"chrome-extension://{browser.id}"
    assert seen["url"] == f"{news}/strict-story"
    assert "my own note" not in seen["html"]
    assert "undertone-panel" not in seen["html"]


def test_a_page_that_extensions_may_not_read_gets_a_mark(browser: Chromium, page: Page) -> None:
    page.goto("chrome://version")
    browser.click(page)
    page.wait_for_timeout(300)
    button = browser.button(page)
    assert button["letters"] == "!"
    assert "does not let extensions read this page" in button["title"]


def differing(before: bytes, after: bytes, origin: tuple[int, int]) -> list[tuple[int, int]]:
    """The pixels, in page coordinates, that differ between two screenshots."""
    first, second = (Image.open(io.BytesIO(data)).convert("RGB") for data in (before, after))
    mask = ImageChops.difference(first, second).convert("L")
    width = mask.width
    return [
        (origin[0] + index % width, origin[1] + index // width)
        for index, value in enumerate(mask.tobytes())
        if value > 40
    ]
