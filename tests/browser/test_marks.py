"""The extension in a real Chromium: one click marks the right words, a second one leaves the page as it was."""

import pytest
from playwright.sync_api import Page, expect

from tools.browser.chromium_driver import Chromium
from tools.browser.looking import PAINTED, PLACED, UNDER, differing, open_and_click, wait_for_report


@pytest.mark.parametrize("name", ["story", "strict-story", "hostile", "strict-hostile", "dark"])
def test_every_remark_is_painted_at_its_words(browser: Chromium, page: Page, news: str, name: str) -> None:
    open_and_click(browser, page, f"{news}/{name}")
    wait_for_report(browser, page)
    painted = page.evaluate(PAINTED)
    tone = "-dark" if name == "dark" else ""
    assert painted == {
        f"undertone-headline{tone}": ["RIVER OF SHAME:", "caves"],
        f"undertone-wording{tone}": ["bitterly", "so-called"],
        f"undertone-wording-quoted{tone}": ["utter disgrace"],
        f"undertone-sourcing{tone}": ["Critics say"],
    }
    for words in PLACED:
        under = page.evaluate(UNDER, words)
        assert under["found"] == [words]
        assert under["letter"]


def test_the_second_so_called_is_meant_and_not_the_first(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/story")
    wait_for_report(browser, page)
    around = page.evaluate(
        """() => { const range = [...CSS.highlights.get("undertone-wording")][1];
                   return range.startContainer.data.slice(range.startOffset - 4, range.endOffset + 13); }"""
    )
    assert around == "The so-called consultation"


@pytest.mark.parametrize("name", ["story", "strict-hostile"])
def test_pixels_change_under_the_words_and_only_there(browser: Chromium, page: Page, news: str, name: str) -> None:
    page.goto(f"{news}/{name}")
    line = {"x": 60, "y": 100, "width": 500, "height": 420}
    before = page.screenshot(clip=line)
    browser.click(page)
    wait_for_report(browser, page)
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
    wait_for_report(browser, page)
    browser.wait_for_button(page, letters="1")
    assert (
        page.evaluate("document.documentElement.outerHTML.replace(/<undertone-layer.*<.undertone-layer>/, '')")
        == before
    )
    browser.click(page)
    expect(page.locator("undertone-layer")).to_have_count(0)
    assert page.evaluate("CSS.highlights.size") == 0
    assert page.evaluate("document.documentElement.outerHTML") == before
    browser.wait_for_button(page, **idle)
    page.mouse.click(300, 300)
    expect(page.locator("undertone-layer")).to_have_count(0)
    browser.click(page)
    wait_for_report(browser, page)
    assert page.evaluate("CSS.highlights.size") == 6


def test_the_pages_own_highlights_are_left_alone(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/story")
    page.evaluate("CSS.highlights.set('mine', new Highlight(new Range()))")
    browser.click(page)
    wait_for_report(browser, page)
    browser.click(page)
    expect(page.locator("undertone-layer")).to_have_count(0)
    assert page.evaluate("[...CSS.highlights.keys()]") == ["mine"]


def test_a_page_that_changes_while_it_is_read_is_marked_as_it_is_now(browser: Chromium, page: Page, news: str) -> None:
    page.goto(f"{news}/moved")
    panel = browser.panel(page)
    expect(panel.locator(".state h2")).to_have_text("Nothing has been read in this tab.")
    page.route("**/*", lambda route: route.continue_())
    browser.worker.evaluate(
        """() => { const real = self.fetch; self.fetch = async (...call) => {
            const answer = await real(...call); await new Promise((done) => setTimeout(done, 400));
            self.fetch = real; return answer; }; }"""
    )
    browser.click(page)
    expect(panel.locator(".wait")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('undertone-test-move'))")
    wait_for_report(browser, page)
    for words in PLACED:
        assert page.evaluate(UNDER, words)["found"] == [words]


def test_words_that_the_page_draws_anew_get_their_marks_again(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/moved")
    wait_for_report(browser, page)
    page.evaluate("dispatchEvent(new Event('undertone-test-move'))")
    page.wait_for_function(
        """() => [...CSS.highlights.values()].flatMap((highlight) => [...highlight])
            .every((range) => range.startContainer.isConnected && String(range))"""
    )
    for words in PLACED:
        assert page.evaluate(UNDER, words)["found"] == [words]


def test_another_story_in_the_same_page_ends_the_marks(browser: Chromium, page: Page, news: str) -> None:
    open_and_click(browser, page, f"{news}/moved")
    wait_for_report(browser, page)
    page.evaluate("dispatchEvent(new Event('undertone-test-leave'))")
    expect(browser.panel(page).locator(".state")).to_contain_text("another page now")
    assert page.evaluate("CSS.highlights.size") == 0
    browser.panel(page).get_by_role("button", name="Read this page").click()
    wait_for_report(browser, page)
