"""A demand to subscribe under a short text means that the rest is missing."""

import pytest

from detector.page import dom, read_page
from detector.page.paywall import is_cut
from tests.page.test_page import page


@pytest.mark.parametrize(
    "demand",
    [
        "Subscribe now to continue reading",
        "Log in to read the full story.",
        "This article is for subscribers only.",
        "Already a subscriber? Sign in",
        "You’ve reached your limit of free articles",
    ],
)
def test_a_demand_under_a_short_text_is_a_paywall(demand):
    assert read_page(page(extra=f"<div class=gate><p>{demand}</p></div>")).metadata.paywalled


@pytest.mark.parametrize(
    "line", ["Subscribe to our newsletter", "The club is for members.", "They want to keep reading."]
)
def test_other_lines_are_none(line):
    assert not read_page(page(extra=f"<p>{line}</p>")).metadata.paywalled


def test_a_long_text_and_a_hidden_demand_are_none():
    pieces = dom.parse("<p>Subscribe to continue reading</p><p>" + "a " * 2_000 + "</p>").pieces
    assert not is_cut(pieces, pieces)
    hidden = dom.parse("<p hidden>Subscribe to continue reading</p>").pieces
    assert not is_cut((), hidden)
