"""Which words are the headline, and the kicker split from them."""

import pytest

from detector.page import dom
from detector.page.headline import find_headline, kicker_length
from detector.page.metadata import read_declared

STORY = "<p>The council met on Tuesday.</p>"


def headline(body, head=""):
    page = dom.parse(f"<html><head>{head}</head><body>{body}{STORY}</body></html>")
    return find_headline(page.pieces, read_declared(page.tree))


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ("SHOCK CLAIM: Council hid the report for years", "SHOCK CLAIM:"),
        ("BETRAYED BY THEIR OWN: Villagers lose the school", "BETRAYED BY THEIR OWN:"),
        ("Exclusive: Mayor to leave in spring", "Exclusive:"),
        ("EXCLUSIVE | Mayor to leave in spring", "EXCLUSIVE |"),
        ("Fact check: Did the bridge fall?", "Fact check:"),
        ("OUTRAGE: Fees double again", "OUTRAGE:"),
        ("LIVE : Votes are being counted", "LIVE :"),
    ],
)
def test_kickers_are_split_off(line, kicker):
    assert line[: kicker_length(line)] == kicker


@pytest.mark.parametrize(
    "line",
    [
        "Berg: We will not close the school",
        "NATO: Allies meet in the north",
        "UNICEF: Half of the wells are dry",
        "Old bridge: what happens next",
        "COUNCIL HID REPORT: TOWN IN UPROAR",
        "Council votes 12:10 for the new road",
        "Mayor says fees will rise",
        "EXCLUSIVE: no",
        "",
    ],
)
def test_names_topics_and_whole_lines_in_capitals_are_no_kickers(line):
    assert kicker_length(line) == 0


def test_the_heading_most_like_the_declared_headline_is_chosen():
    found = headline(
        "<h1>The Valley Post</h1><h1>Old bridge to be repaired</h1><h1>Most read</h1>",
        "<title>Old bridge to be repaired | The Valley Post</title>",
    )
    assert found.text == "Old bridge to be repaired"
    assert found.pieces[0].region.tag == "h1"


def test_structured_data_is_trusted_before_the_title():
    found = headline(
        "<h1>Old bridge to be repaired</h1><h1>Valley Post</h1>",
        '<title>Valley Post</title><script type="application/ld+json">'
        '{"@type": "NewsArticle", "headline": "Old bridge to be repaired before winter"}</script>',
    )
    assert found.text == "Old bridge to be repaired"


def test_a_lower_heading_with_the_declared_words_will_do():
    found = headline(
        "<h2>Old bridge to be repaired</h2>", '<meta property="og:title" content="Old bridge to be repaired">'
    )
    assert found.pieces[0].region.tag == "h2"


def test_a_headline_only_in_the_head_has_no_place_and_no_site_name():
    found = headline("", "<title>Old bridge to be repaired – The Valley Post</title>")
    assert (found.text, found.pieces) == ("Old bridge to be repaired", ())


def test_a_kicker_element_inside_the_heading_is_split_off():
    found = headline("<h1><span class='article-kicker'>A valley waits</span> Old bridge to be repaired</h1>")
    assert found.text == "Old bridge to be repaired"
    assert found.above.text == "A valley waits"


@pytest.mark.parametrize("behind", ["<span class='badge'>Updated</span>", "<i>Watch live</i>"])
def test_what_is_set_behind_the_headline_is_no_part_of_it(behind):
    head = '<meta property="og:title" content="Old bridge to be repaired">'
    assert headline(f"<h1>Old bridge to be repaired {behind}</h1>", head).text == "Old bridge to be repaired"


def test_a_kicker_element_above_the_heading_is_recognised():
    found = headline("<div class='kicker'>Valley news</div><h1>Old bridge to be repaired</h1>")
    assert found.above.text == "Valley news"
    assert found.kicker_length == 0


def test_the_site_is_cut_off_at_either_end():
    head = "<meta property='og:site_name' content='Valley Post'><title>{}</title>"
    assert headline("", head.format("Valley Post: Old bridge - what next - Valley Post online")).text == (
        "Valley Post: Old bridge - what next"
    )
    assert headline("", head.format("Valley Post | Old bridge")).text == "Old bridge"


def test_other_lines_above_the_heading_are_no_kicker():
    assert headline("<div class='date'>4 May 2025</div><h1>Old bridge to be repaired</h1>").above is None


def test_a_page_without_any_title_has_no_headline():
    assert headline("") is None


def test_the_bar_behind_a_kicker_is_no_part_of_the_headline():
    head = '<meta property="og:title" content="Old bridge to be repaired">'
    found = headline("<h1>Politics | Old bridge to be repaired</h1>", head)
    assert found.text[found.kicker_length :].strip() == "Old bridge to be repaired"
