"""Pages that work against it: they break what scripts rely on, take the panel away, clear the marks, send markup."""

from typing import Any

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
    look = "getComputedStyle(document.querySelector('undertone-layer'))"
    # one string: the page has broken what a list would travel by
    assert stage.page.evaluate(f"`${{{look}.opacity}} ${{{look}.zIndex}} ${{{look}.display}}`") == "1 2147483647 block"


def test_a_page_that_takes_our_layer_away_gets_it_back_and_one_that_insists_has_its_way(stage: Stage) -> None:
    stage.read()
    stage.page.evaluate("document.querySelector('undertone-layer').remove()")
    expect(stage.layer()).to_have_count(1)
    stage.open_card("bitterly")
    stage.page.evaluate(
        """() => new MutationObserver(() => document.querySelector("undertone-layer")?.remove())
            .observe(document.body, {childList: true})"""
    )
    stage.page.evaluate("document.querySelector('undertone-layer').remove()")
    stage.page.wait_for_function("CSS.highlights.size === 0")
    expect(stage.layer()).to_have_count(0)
    expect(stage.panel(".state h2")).to_have_text("Nothing has been read in this tab.")
    stage.browser.wait_for_button(stage.page, letters="")


def test_marks_that_the_page_clears_come_back(stage: Stage) -> None:
    stage.read()
    before = stage.page.evaluate(PAINTED)
    stage.page.evaluate("CSS.highlights.clear()")
    stage.page.wait_for_function("CSS.highlights.size === 6")
    assert stage.page.evaluate(PAINTED) == before
    assert stage.page.evaluate(UNDER, "bitterly")["found"] == ["bitterly"]


def test_markup_in_an_answer_is_never_markup(stage: Stage) -> None:
    def change(answer: dict[str, Any]) -> None:
        for finding in answer["findings"]:
            finding.update(message=HOSTILE, reason=HOSTILE, suggestion=HOSTILE, rule=HOSTILE)
            if finding["exact"] == "so-called":
                finding["exact"] = HOSTILE
        answer["summary"]["sentence"] = HOSTILE
        answer["document"]["title"] = HOSTILE
        answer["document"]["notices"] = [{"code": HOSTILE, "message": HOSTILE}]
        answer["sources"][0].update(name=HOSTILE, role=HOSTILE)
        answer["scores"]["sourcing"]["facts"].update(never_heard=[HOSTILE], shares_by_side={HOSTILE: 0.5})
        answer["scores"]["wording"].update(value=None, reason=HOSTILE)

    stage.answer_with(change)
    stage.read()
    stage.panel("summary").last.click()
    stage.panel("button.row").first.click()
    for number in stage.panel("button.v").all():
        number.click()
    stage.open_card("bitterly")
    for name in ("Learn more", "Wrong?"):
        stage.button(name).click()
    assert stage.layer(":is(img, script)").count() == 0
    assert stage.panel(":is(img, script)").count() == 0
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


# what a page can try: to click what is not its own, to call what is not its own, to be told what is not its own
ATTACK = """async () => {
    const layer = document.querySelector("undertone-layer");
    const told = [];
    for (const event of ["message", "storage"]) addEventListener(event, ({data, key}) => told.push(data ?? key));
    for (const button of layer.shadowRoot.querySelectorAll("button")) button.click();
    const [range] = CSS.highlights.get("undertone-wording");
    const {x, y} = range.getBoundingClientRect();
    for (const type of ["pointermove", "mousedown", "mouseup", "click"]) {
        const at = {clientX: x + 4, clientY: y + 4, bubbles: true, composed: true};
        document.elementFromPoint(x + 4, y + 4).dispatchEvent(new PointerEvent(type, at));
    }
    dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
    postMessage({type: "end"}, "*");
    const world = [typeof self.undertone, typeof self.chrome?.storage, typeof self.chrome?.runtime?.sendMessage];
    const load = async (path) => {
        try { await fetch(path); return "read"; } catch { return "refused"; }
    };
    const files = ["panel/panel.html", "panel/controller.js", "page/injected.js", "manifest.json"];
    const read = await Promise.all(files.map((file) => load(`chrome-extension://ID/${file}`)));
    const frame = document.createElement("iframe");
    frame.src = "chrome-extension://ID/panel/panel.html?tab=1";
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 800));
    let framed = "refused";
    try { if (frame.contentDocument?.querySelector("#panel")) framed = "read"; } catch { framed = "refused"; }
    frame.remove();
    return {told, world, read, framed};
}"""


def test_a_hostile_page_can_neither_read_nor_drive_the_panel(stage: Stage) -> None:
    stage.read()
    stage.open_card("so-called")
    expect(stage.panel(".f.on .x")).to_have_text("so-called")
    before = stage.beside.inner_text("#panel")
    kept = stage.browser.stored()
    seen = stage.page.evaluate(ATTACK.replace("ID", stage.browser.id))
    assert seen["world"] == ["undefined", "undefined", "undefined"]
    assert set(seen["read"]) == {"refused"}
    assert seen["framed"] == "refused"
    assert not [told for told in seen["told"] if told != {"type": "end"}]
    stage.page.wait_for_timeout(800)  # resting on words would open a card by now
    assert stage.beside.inner_text("#panel") == before
    assert stage.browser.stored() == kept
    assert stage.layer(".card").count() == 1
    expect(stage.panel(".f.on .x")).to_have_text("so-called")
