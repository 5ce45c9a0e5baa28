"""What nobody sees on a page is not read."""

import pytest

from detector.page import read_page
from tests.page.test_extraction import STORY
from tests.page.test_page import page

UNSEEN = "Nobody will ever see these shameless words about the mayor and her bridge."


@pytest.mark.parametrize(
    "attributes",
    [
        "hidden",
        "aria-hidden=true",
        "class='sr-only'",
        "class='visually-hidden'",
        "class='screen-reader-text'",
        "class='d-none'",
        "class='is-hidden'",
        "class=hidden",
        "style='display:none'",
        "style='color:red; visibility: hidden'",
        "style='position:absolute;left:-9999px'",
        "style='max-height:0;overflow:hidden'",
    ],
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_hidden_blocks_are_left_out(tag, attributes):
    article = read_page(page(extra=f"<{tag} {attributes}>{UNSEEN}</{tag}>"))
    assert UNSEEN not in article.text
    assert all(line in article.text for line in STORY)


def test_a_closed_dialog_is_not_read():
    assert UNSEEN not in read_page(page(extra=f"<dialog><p>{UNSEEN}</p></dialog>")).text


@pytest.mark.parametrize("names", ["d-none d-md-block", "hidden md:block", "hidden-xs", "hide-mobile"])
def test_what_only_a_small_screen_hides_is_read(names):
    line = "The engineers want to begin with the northern pillar, which is the older of the two."
    assert line in read_page(page(extra=f"<p class='{names}'>{line}</p>")).text


def test_a_story_that_a_script_will_show_is_read():
    story = "".join(f"<p>{line}</p>" for line in STORY)
    html = f"<html><body><h1>Council hid it</h1><article style='visibility:hidden'>{story}</article></body></html>"
    assert all(line in read_page(html).text for line in STORY)
