"""The card: opened by mouse, by resting, by key; what its buttons do, what they keep, and how it is undone."""

from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Error, Page, expect

from tools.browser.looking import PAINTED, TINTED, UNDER
from tools.browser.stage import Stage


def asked(stage: Stage) -> Any:
    """The options of the last request."""
    return stage.stub.config["SEEN"][-1]["options"]


@pytest.mark.parametrize(
    ("button", "name", "kept", "option"),
    [
        ("Ignore these words", "ignoredWords", ["bitterly"], ("ignore", ["bitterly"])),
        ("Turn rule off", "rulesOff", ["wording.editorial-adverb"], ("disable", ["wording.editorial-adverb"])),
        (
            "Off on this site",
            "sitesOff",
            {"news.test": ["wording.editorial-adverb"]},
            ("disable", ["wording.editorial-adverb"]),
        ),
    ],
)
def test_a_choice_is_kept_the_server_asked_again_and_undo_brings_it_back(
    stage: Stage, button: str, name: str, kept: Any, option: tuple[str, Any]
) -> None:
    stage.read()
    stage.open_card("bitterly")
    stage.button(button).click()
    expect(stage.panel(".toast")).to_be_visible()
    stage.browser.wait_for_stored(stage.page, **{name: kept})
    assert asked(stage)[option[0]] == option[1]
    assert stage.page.evaluate(PAINTED)["undertone-wording"] == ["so-called"]
    expect(stage.panel("ol .x")).to_have_count(5)
    expect(stage.panel(".tick")).to_have_count(4)  # two remarks are on one line
    stage.button("Undo").click()
    expect(stage.panel("ol .x")).to_have_count(6)
    expect(stage.panel(".toast")).to_have_count(0)
    stage.browser.wait_for_stored(stage.page, **{name: type(kept)()})
    assert stage.page.evaluate(PAINTED)["undertone-wording"] == ["bitterly", "so-called"]


def test_a_remark_set_aside_stays_away_until_it_is_brought_back(stage: Stage) -> None:
    stage.read()
    stage.open_card("bitterly")
    stage.button("Not a problem here").click()
    expect(stage.panel("ol .x")).to_have_count(5)
    assert len(stage.stub.config["SEEN"]) == 1
    stage.button("Bring back").click()
    expect(stage.panel("ol .x")).to_have_count(6)


def test_a_wrong_remark_is_kept_here_and_nothing_is_sent(stage: Stage) -> None:
    stage.read()
    stage.open_card("bitterly")
    stage.button("Wrong?").click()
    stage.beside.get_by_label("Somebody else says this").check()
    stage.beside.get_by_label("Note (optional)").fill("a <b>quotation</b>")
    stage.button("Keep this").click()
    expect(stage.panel(".toast")).to_contain_text("Kept in this browser")
    (report,) = stage.browser.stored()["reports"]
    assert (report["fault"], report["note"]) == ("voice", "a <b>quotation</b>")
    assert report["remark"]["exact"] == "bitterly"
    assert len(stage.stub.config["SEEN"]) == 1


def test_sensitivity_is_kept_and_asked_for(stage: Stage) -> None:
    stage.read()
    stage.beside.get_by_role("radio", name="calm").check(force=True)
    expect(stage.panel("ol .x")).to_have_count(5)
    stage.browser.wait_for_stored(stage.page, sensitivity="calm")
    assert asked(stage)["min_severity"] == "notable"
    expect(stage.beside.get_by_role("radio", name="calm")).to_be_checked()


def test_resting_on_marked_words_opens_their_card_and_leaving_closes_it(stage: Stage) -> None:
    stage.read()
    at = stage.page.evaluate(UNDER, "bitterly")
    stage.page.mouse.move(at["x"], at["y"])
    expect(stage.layer(".card")).to_contain_text("editorial adverb")
    assert stage.page.evaluate("document.activeElement.localName") == "body"
    expect(stage.panel(".f.on .x")).to_have_text("bitterly")
    stage.page.mouse.move(20, 400)
    expect(stage.layer(".card")).to_have_count(0)


def test_a_card_that_opened_by_resting_can_be_used(stage: Stage) -> None:
    stage.read()
    at = stage.page.evaluate(UNDER, "bitterly")
    stage.page.mouse.move(at["x"], at["y"])
    stage.layer(".card .acts .btn").click()
    expect(stage.panel(".f.on .x")).to_have_text("bitterly")
    stage.page.mouse.move(20, 400)
    stage.page.mouse.move(24, 404)
    expect(stage.layer(".card")).to_be_visible()
    stage.button("Learn more").click()
    expect(stage.panel(".lesson")).to_contain_text("Biber and Finegan 1989")


FOCUS = """() => { const {activeElement: at} = document;
    return at.getAttribute("aria-label") ?? at.textContent; }"""


def tab_to(beside: Page, name: str, key: str = "Tab") -> None:
    for _ in range(60):
        if beside.evaluate(FOCUS).startswith(name):
            return
        beside.keyboard.press(key)
    raise AssertionError(f"the Tab key never reached {name!r}")


def test_keys_alone_lead_through_sums_and_remarks(stage: Stage) -> None:
    stage.read()
    beside = stage.beside
    keys = beside.keyboard
    assert beside.evaluate(FOCUS) == "Undertone"
    tab_to(beside, "How the number 44 comes about")
    keys.press("Enter")
    tab_to(beside, "“bitterly”")  # a part of the sum
    tab_to(beside, "Show all 6 remarks")
    keys.press("Enter")
    tab_to(beside, "Loaded wording", "Shift+Tab")
    keys.press("Space")
    tab_to(beside, "bitterly")
    keys.press("Enter")
    marked = "[...CSS.highlights.get('undertone-active') ?? []].map(String).includes('bitterly')"
    stage.page.wait_for_function(marked)
    assert beside.evaluate(FOCUS) == "bitterly"
    tab_to(beside, "Turn rule off")
    keys.press("Shift+Tab")
    assert beside.evaluate(FOCUS) == "Ignore these words"
    keys.press("Enter")
    expect(stage.button("Undo")).to_be_focused()
    keys.press("Enter")
    expect(stage.panel(".toast")).to_have_count(0)
    assert beside.evaluate(FOCUS) == "Undertone"


def test_keys_alone_lead_through_sources_and_out(stage: Stage) -> None:
    stage.read()
    page, beside = stage.page, stage.beside
    keys = beside.keyboard
    tab_to(beside, "Who speaks")
    keys.press("Enter")
    tab_to(beside, "B")  # the row of the first source
    keys.press("Enter")
    tab_to(beside, "“an utter disgrace”")
    keys.press("Enter")
    page.wait_for_function("CSS.highlights.has('undertone-flash')")
    assert page.evaluate("[...CSS.highlights.get('undertone-flash')].map(String)") == ["“an utter disgrace”"]
    with beside.expect_event("close"), suppress(Error):  # the key's own answer goes with the panel
        keys.press("Escape")
    expect(stage.layer()).to_have_count(0)


def test_a_card_takes_the_keys_and_gives_them_back(stage: Stage) -> None:
    stage.read()
    keys = stage.page.keyboard
    stage.open_card("bitterly")
    expect(stage.layer(".card")).to_be_focused()
    keys.press("Tab")
    expect(stage.layer(".card .leave")).to_be_focused()
    keys.press("Tab")
    keys.press("Enter")  # “Show in the panel”
    expect(stage.panel(".f.on .x")).to_have_text("bitterly")
    keys.press("Escape")
    expect(stage.layer(".card")).to_have_count(0)
    assert stage.page.evaluate("document.activeElement.localName") != "undertone-layer"
    expect(stage.panel(".sum")).to_be_visible()


def test_quotations_have_their_sides_tint_and_their_speakers_initial(stage: Stage) -> None:
    stage.read()
    assert stage.page.evaluate(TINTED) == {
        "undertone-quote-0": [
            "“We looked at every alternative and this one does the least damage,”",
            "“an utter disgrace”",
        ],
        "undertone-quote-1": ["the work will wreck the reed beds"],
    }
    initials = stage.layer(".initial")
    assert initials.all_inner_texts() == ["B", "B", "?"]
    words = stage.page.evaluate("[...CSS.highlights.get('undertone-quote-1')][0].getClientRects()[0].toJSON()")
    box = initials.nth(2).bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= words["left"]
    assert abs(box["y"] + box["height"] / 2 - (words["top"] + words["bottom"]) / 2) < 3
    stage.page.mouse.wheel(0, 120)
    stage.page.wait_for_function("scrollY > 0")
    moved = initials.nth(2).bounding_box()
    assert moved is not None
    assert abs(box["y"] - moved["y"] - stage.page.evaluate("scrollY")) < 2
    initials.nth(2).click()
    expect(stage.panel("ul.quotes[aria-label='Quotations of Critics']")).to_be_visible()


def test_a_tick_leads_to_its_words(stage: Stage) -> None:
    stage.page.set_viewport_size({"width": 1000, "height": 400})
    stage.read()
    ticks = stage.panel(".tick")
    ticks.last.click()
    expect(stage.panel(".f.on .x")).to_have_text("Critics say")
    stage.page.wait_for_function("CSS.highlights.has('undertone-active')")
    assert 0 < stage.page.evaluate("[...CSS.highlights.get('undertone-active')][0].getBoundingClientRect().top") < 400
