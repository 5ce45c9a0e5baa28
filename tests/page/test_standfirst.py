"""The standfirst is read wherever it stands, and nothing else is taken for it."""

import pytest

from detector.page import read_page
from tests.page.test_extraction import STORY

DECK = "A shameless grab for the ferry’s money has set two towns against each other."
STORY_HTML = f"<div class='article-body'>{''.join(f'<p>{line}</p>' for line in STORY)}</div>"


def read(above, description=""):
    head = f'<title>The bridge is closed</title><meta name="description" content="{description}">'
    return read_page(
        f"<html><head>{head}</head><body><main><article>{above}{STORY_HTML}</article></main></body></html>"
    )


@pytest.mark.parametrize(
    "above",
    [
        f"<header><h1>The bridge is closed</h1><p class='standfirst'>{DECK}</p><p>By Ada Berg</p></header>",
        f"<h1>The bridge is closed</h1><h2 class='article__subtitle'>{DECK}</h2>",
        f"<h1>The bridge is closed</h1><p>By Ada Berg</p><div class='post-excerpt'><p>{DECK}</p></div>",
        f"<h1>The bridge is closed</h1><p>{DECK}</p>",
    ],
)
def test_a_standfirst_is_told_by_its_name_or_its_place(above):
    article = read(above)
    assert article.metadata.standfirst == DECK
    assert article.text.replace("\n\nBy Ada Berg", "") == "\n\n".join(["The bridge is closed", DECK, *STORY])


@pytest.mark.parametrize("description", [DECK, DECK[:60]])
def test_a_standfirst_is_told_by_the_page_s_own_description(description):
    above = f"<div><h1>The bridge is closed</h1></div><div><div><p>Towns</p></div><div><b>{DECK}</b></div></div>"
    assert read(above, description).metadata.standfirst == DECK


def test_a_first_paragraph_that_describes_the_page_is_no_standfirst():
    article = read("<h1>The bridge is closed</h1>", STORY[0])
    assert article.metadata.standfirst is None
    assert article.text.count(STORY[0]) == 1


@pytest.mark.parametrize(
    "above",
    [
        f"<h1>The bridge is closed</h1><figure><figcaption>{DECK}</figcaption></figure>",
        f"<p>{DECK}</p><h1>The bridge is closed</h1>",
        "<h1>The bridge is closed</h1><p class='dek'>Sign up here to get our newsletter every morning.</p>",
    ],
)
def test_captions_taglines_and_calls_are_no_standfirst(above):
    assert read(above).metadata.standfirst is None
