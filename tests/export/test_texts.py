"""The words of annotated copies are those of the extension's panel."""

import json
import re
from pathlib import Path

import pytest

from detector.dimensions import wording
from detector.dimensions.registry import DIMENSIONS
from detector.export import texts

LOCALE = Path(__file__).parents[2] / "extension" / "_locales" / "en" / "messages.json"
PANEL = {name: told["message"] for name, told in json.loads(LOCALE.read_text(encoding="utf-8")).items()}
SHARED = {
    "scope": texts.SCOPE, "fewest": texts.FEWEST, "range": texts.RANGE,
    "unscored": texts.UNSCORED, "speakers": texts.SPEAKERS, "attributed": texts.ATTRIBUTED, "unnamed": texts.UNNAMED,
    "noSources": texts.NO_SOURCES, "neverHeard": texts.NEVER_HEARD, "noSide": texts.NO_SIDE, "document": texts.DOCUMENT,
    "remarks": texts.REMARKS, "adds": texts.ADDS, "takes": texts.TAKES,
    "gives": texts.GIVES, "uncounted": texts.UNCOUNTED, "unscoredPoints": texts.UNSCORED_POINTS,
    "countedInWords": texts.COUNTED_IN_WORDS,
    "author": texts.AUTHOR, "quoting": texts.QUOTING, "quotingUnknown": texts.QUOTING_UNKNOWN,
    "instead": texts.INSTEAD, "sure": texts.SURE, "unplaced": texts.UNPLACED, "unplacedWhy": texts.UNPLACED_WHY,
    "linksNone": texts.LINKS_NONE, "linksOne": texts.LINKS_ONE, "linksMany": texts.LINKS_MANY,
    "quotedApart": wording.DIMENSION.texts.fact({"loaded_by_others": 1}),
    **{f"dimension_{each.id}": each.texts.name for each in DIMENSIONS},
    **{f"rank_{each.id}": each.texts.rank for each in DIMENSIONS},
}  # fmt: skip
AUTHOR, BERG = {"kind": "author", "source": None}, {"kind": "source", "source": "s1"}
FINDING = {
    "voice": AUTHOR, "scored": True, "points": 9.04, "dimension": "wording", "rule": "wording.loaded-adverb",
    "unit": "words",
}  # fmt: skip
REPORT = {"sources": [{"id": "s1", "name": "Ada Berg"}], "scores": {"wording": {"value": 44}}}


@pytest.mark.parametrize(("key", "words"), SHARED.items())
def test_the_panel_says_the_same(key, words):
    name = "page_" + re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", key)
    assert PANEL[name] == re.sub(r"\{(\w+)\}", lambda field: f"${field[1].upper()}$", words)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "adds 9 of 44"),
        ({"points": 12.6}, "adds 13 of 44"),
        ({"points": 4.26}, "adds 4.3 of 44"),
        ({"points": -6.5}, "takes off 6.5"),
        ({"points": 0.0}, "no points"),
        ({"points": 0.0, "unit": "sentence"}, "counted with the words in it"),
        ({"dimension": "numbers"}, "adds 9"),
        ({"voice": BERG, "scored": False}, "not counted: a source’s words"),
    ],
)
def test_points_are_told_in_words(change, said):
    assert texts.points(FINDING | change, REPORT) == said


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (AUTHOR, "The writer’s own words"),
        (BERG, "Words of Ada Berg"),
        ({"kind": "unknown-source", "source": None}, "Words of a source"),
    ],
)
def test_whose_words_is_told(voice, said):
    assert texts.voice(FINDING | {"voice": voice}, texts.names(REPORT)) == said


def test_a_frame_is_told_in_words():
    assert texts.frame_name("Quality_of_life") == "Quality of life"
    told = texts.frame_name("Legality_Constitutionality_and_jurisprudence")
    assert told == "Legality, constitutionality and jurisprudence"


def test_a_rank_is_told_with_its_crowd():
    many = {"percentile": 99, "facts": {"reference": {"articles": 4613}}}
    assert texts.rank("headline", many) == "More sensational than 99\u00a0% of 4,613 news articles"
    assert texts.rank("wording", {"percentile": 100, "facts": {}}).startswith("More loaded than 99\u00a0%")
    assert texts.rank("wording", {"percentile": 0, "facts": {}}).startswith("More loaded than fewer than 1 %")
    assert texts.rank("sourcing", {"percentile": None, "facts": {}}) == ""


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, ""),
        ({"links_out": None, "linked_sites": []}, ""),
        ({"links_out": 0, "linked_sites": []}, "Links to no other site"),
        ({"links_out": 2, "linked_sites": ["who.int"]}, "Links to one other site: who.int"),
        ({"links_out": 2, "linked_sites": ["who.int", "un.org"]}, "Links to 2 other sites: who.int, un.org"),
        ({"links_out": 6, "linked_sites": list("abcdef")}, "Links to 6 other sites: a, b, c, d, e …"),
    ],
)
def test_where_an_article_links_to_is_one_line(facts, said):
    assert texts.links(facts) == said


def test_long_words_are_cut_at_a_word():
    assert texts.shorten("one two three four", 10) == "one two…"
    assert texts.shorten("  one\n two ") == "one two"
