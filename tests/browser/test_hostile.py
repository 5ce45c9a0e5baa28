"""Pages that work against it: they break what scripts rely on, take the panel away, clear the marks, send markup."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tools.browser.looking import PAINTED, PLACED, UNDER
from tools.browser.stage import Stage

HOSTILE = """<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>"""
# the page's own arrays are broken: asks beside the extension's scripts, in a world of its own
NAMES = """async () => {
    const [{id: tabId}] = await chrome.tabs.query({active: true, lastFocusedWindow: true});
    const func = () => [...CSS.highlights].filter(([name]) => !name.includes("-quote-"))
        .flatMap(([, marks]) => [...marks].map(String));
    const [{result}] = await chrome.scripting.executeScript({target: {tabId}, func});
    return result.sort();
}"""


def test_a_page_that_breaks_the_language_and_styles_everything_away(stage: Stage) -> None:
    stage.read("broken")
    assert stage.browser.worker.evaluate(NAMES) == sorted(PLACED)
    look = "getComputedStyle(document.querySelector('undertone-panel'))"
    box = stage.panel(".panel").bounding_box()
    assert box is not None
    assert (box["x"], box["width"], box["height"]) == (728, 372, 700)
    # one string: the page has broken what a list would travel by
    assert stage.page.evaluate(f"`${{{look}.opacity}} ${{{look}.zIndex}} ${{{look}.display}}`") == "1 2147483647 block"


def test_a_page_that_takes_the_panel_away_gets_it_back_and_one_that_insists_has_its_way(stage: Stage) -> None:
    stage.read()
    stage.page.evaluate("document.querySelector('undertone-panel').remove()")
    expect(stage.panel(".sum")).to_be_visible()
    stage.open_card("bitterly")
    stage.page.evaluate(
        """() => new MutationObserver(() => document.querySelector("undertone-panel")?.remove())
            .observe(document.body, {childList: true})"""
    )
    stage.page.evaluate("document.querySelector('undertone-panel').remove()")
    stage.page.wait_for_function("CSS.highlights.size === 0")
    expect(stage.page.locator("undertone-panel")).to_have_count(0)
    stage.browser.wait_for_button(stage.page, letters="")


def test_marks_that_the_page_clears_come_back(stage: Stage) -> None:
    stage.read()
    before = stage.page.evaluate(PAINTED)
    stage.page.evaluate("CSS.highlights.clear()")
    stage.page.wait_for_function("CSS.highlights.size === 6")
    assert stage.page.evaluate(PAINTED) == before
    assert stage.page.evaluate(UNDER, "bitterly")["found"] == ["bitterly"]


@pytest.mark.parametrize("field", ["exact", "message", "reason", "suggestion", "rule"])
def test_markup_in_an_answer_is_never_markup(stage: Stage, field: str) -> None:
    def change(answer: dict[str, Any]) -> None:
        for finding in answer["findings"]:
            if field != "exact" or finding["exact"] == "so-called":
                finding[field] = HOSTILE
        answer["summary"]["sentence"] = HOSTILE
        answer["document"]["title"] = HOSTILE
        answer["document"]["notices"] = [{"code": HOSTILE, "message": HOSTILE}]
        answer["sources"][0].update(name=HOSTILE, role=HOSTILE)
        answer["scores"]["sourcing"]["facts"].update(never_heard=[HOSTILE], shares_by_side={HOSTILE: 0.5})
        answer["scores"]["wording"].update(value=None, reason=HOSTILE)

    stage.answer_with(change)
    stage.read()
    stage.panel("button.row").first.click()
    stage.open_card("bitterly")
    for name in ("Learn more", "Wrong?"):
        stage.button(name).click()
    assert stage.page.locator("undertone-panel :is(img, script)").count() == 0
    assert stage.panel(".sum").inner_text() == HOSTILE
    assert "broken" not in stage.page.title()


def test_a_page_that_draws_all_over_itself_is_followed(stage: Stage) -> None:
    stage.read()
    stage.page.evaluate(
        """() => { self.drawing = setInterval(() => {
            const line = document.createElement("p");
            line.textContent = "A line of a ticker.";
            document.querySelector("nav").append(line);
            if (document.querySelectorAll("nav p").length > 3) document.querySelector("nav p").remove();
        }, 30); }"""
    )
    stage.page.evaluate("for (const p of document.querySelectorAll('article p')) p.replaceWith(p.cloneNode(true))")
    stage.page.wait_for_function(
        """() => [...CSS.highlights.values()].every((marks) => [...marks].every((range) => String(range) !== ""))"""
    )
    stage.page.evaluate("clearInterval(self.drawing)")
    assert stage.page.evaluate(UNDER, "bitterly")["found"] == ["bitterly"]
