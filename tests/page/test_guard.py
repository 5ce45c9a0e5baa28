"""What the linear scan refuses, and what it lets pass."""

import pytest

from detector.errors import PageTooComplex, PageTooLarge
from detector.page.guard import check
from detector.settings import SETTINGS

LIMITS = SETTINGS.page


def attributes(count):
    return " ".join(f"a{number}=1" for number in range(count))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000,
        "<p>x" * (LIMITS.max_tags + 1),
        "x<br>" * (LIMITS.max_tags + 1),
        f"<div {attributes(LIMITS.max_attributes + 1)}>",
        f"<div {attributes(1_500)}>x</div>" * 3,
        "".join(f"<font size={number}>" for number in range(LIMITS.max_depth * 5)),
        "".join(f"<font size={number}>" for number in range(200)) + "</p><p>x" * 10_000,
        "<div " + " ".join(f"a{number}='>'" for number in range(LIMITS.max_attributes + 1)) + ">",
        "<div a=b=' " + attributes(LIMITS.max_attributes + 1) + ">",
    ],
    ids=[
        "deep",
        "wide",
        "breaks",
        "attributes",
        "attributes in several tags",
        "fonts",
        "reopened",
        "quoted",
        "unquoted",
    ],
)
def test_what_would_cost_more_than_linear_time_is_refused(html):
    with pytest.raises(PageTooComplex, match="paste its text"):
        check(html)


def test_too_many_characters_are_refused():
    with pytest.raises(PageTooLarge, match="limit"):
        check("a" * (LIMITS.max_characters + 1))


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200 + "x" + "</div>" * 200,
        "<script>" + "if (a<b) document.write('<div>');" * 50_000 + "</script>",
        "<!--" + "<div>" * 50_000 + "-->",
        "<style>" + "<div>" * 50_000,
        "<p title='" + "<div>" * 50_000 + "'>x</p>",
        "<p data-x='" + '{"a": "b = c"} ' * 50_000 + "'>x</p>",
        "<p>a</p>" * 20_000,
        "<" * 100_000,
        "<!-->" * 100 + "<p>x</p>",
    ],
    ids=["nested", "script", "comment", "unclosed style", "markup in a value", "data", "long", "brackets", "comments"],
)
def test_what_parsers_take_in_linear_time_passes(html):
    assert check(html) is None
