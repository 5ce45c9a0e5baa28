from io import StringIO

import pytest

from detector.export.texts import ReportTexts
from server.cli.console import print_report, print_table
from server.screen import Screen
from server.terminal import clean

REPORT = {
    "document": {"title": "Bridge to be \x1b[31mrepaired", "notices": [{"message": "Labelled opinion."}]},
    "summary": {"sentence": "A plain headline."},
    "scores": {
        "headline": {"value": 12, "level": "low", "percentile": 9, "interval": [3, 20], "reason": None, "facts": {}},
        "sourcing": {
            "value": None,
            "level": None,
            "percentile": None,
            "interval": None,
            "reason": "Too short.",
            "facts": {"links_out": 1, "linked_sites": ["who.int"]},
        },
    },
    "sources": [{"name": "[b]Ada Berg[/b]", "role": None, "side": "Norway", "camp": None, "words": 12, "share": 0.256}],
    "findings": [
        {
            "start": 7,
            "severity": "strong",
            "voice": {"kind": "author", "source": None},
            "points": 3.5,
            "exact": "two\nlines",
            "rule": "wording.x",
            "message": "Why " + "so " * 60,
        }
    ],
    "claims": [],
    "limitations": ["Says how, not whether."],
}


def printed(is_terminal: bool) -> str:
    out = StringIO()
    print_report(Screen(file=out, force_terminal=is_terminal, width=80, color_system=None), REPORT, ReportTexts())
    return out.getvalue()


def test_without_a_terminal_each_row_is_one_line_without_trailing_space():
    lines = printed(is_terminal=False).splitlines()
    assert "headline  12      low    3 to 20       9% of articles  –" not in lines
    assert "headline  12      low    3 to 20       9% of articles" in lines
    assert "sourcing  –       –      –             –               Too short." in lines
    assert [line for line in lines if "wording.x" in line and "two lines" in line and len(line) > 160]
    assert "Links to one other site: who.int" in lines
    assert all(line == line.rstrip() for line in lines)


def test_what_the_sentence_says_already_is_not_said_again_as_a_notice():
    out = StringIO()
    unread = {"message": "This page does not look like a single article."}
    document = {"title": "Shop", "notices": [unread, {"message": "Labelled opinion."}]}
    print_report(
        Screen(file=out, force_terminal=False),
        REPORT | {"document": document, "summary": {"sentence": unread["message"]}},
        ReportTexts(),
    )
    assert out.getvalue().splitlines()[:4] == ["Shop", unread["message"], "Labelled opinion.", ""]


def test_a_terminal_gets_tables():
    told = printed(is_terminal=True)
    assert "─" in told
    assert max(map(len, told.splitlines())) <= 80


def test_no_word_is_cut_at_80_columns():
    out, rule = StringIO(), "headline.certainty-not-in-body"
    row = ("1053", "notable", "unknown source", "-12.5", "an explosive, incomprehensible claim", rule, "Why. " * 20)
    names = ("at", "severity", "voice", "points", "words", "rule", "remark")
    print_table(Screen(file=out, force_terminal=True, width=80, color_system=None), "", names, [row], stack=3)
    assert max(map(len, out.getvalue().splitlines())) <= 80
    assert all(word in out.getvalue() for word in (*names, *row[:4], rule, "incomprehensible"))
    words = [line.split()[0] for line in out.getvalue().splitlines() if line.split()]
    assert words.index(rule) < words.index("Why.")


@pytest.mark.parametrize("is_terminal", [True, False])
def test_what_a_page_says_is_shown_as_it_is_and_steers_nothing(is_terminal):
    told = printed(is_terminal)
    assert "[b]Ada Berg[/b]" in told
    assert "\x1b[31m" not in told


@pytest.mark.parametrize(("value", "shown"), [(None, "–"), (0.5, "0.5"), ("a\x07\x1b\u202eb", "a   b"), ("é–“", "é–“")])
def test_a_value_becomes_one_harmless_line(value, shown):
    assert clean(value) == shown


def test_a_table_may_be_empty():
    out = StringIO()
    print_table(Screen(file=out, force_terminal=False), "None", ("a", "b"), [])
    assert out.getvalue() == "\nNone\na  b\n"
