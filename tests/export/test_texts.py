"""The words of annotated copies are those of the extension's panel, in every language that reports are written in."""

import json
import re
from pathlib import Path

import pytest

from detector import languages, rules
from detector.article import SEVERITIES
from detector.dimensions.registry import DIMENSIONS, LISTINGS
from detector.export.texts import ReportTexts, names, shorten

LOCALES = Path(__file__).parents[2] / "extension" / "_locales"
PREFIXES = {"panel": "", "dimensions": "dimension_", "ranks": "rank_", "levels": "level_", "severities": "severity_"}
PREFIXES["rule-names"] = "rule_"
SPOKEN = languages.spoken()
ENGLISH, GERMAN = ReportTexts(), ReportTexts("de")
AUTHOR, BERG = {"kind": "author", "source": None}, {"kind": "source", "source": "s1"}
FINDING = {
    "voice": AUTHOR, "scored": True, "points": 9.04, "dimension": "wording", "rule": "wording.loaded-adverb",
    "unit": "words",
}  # fmt: skip
REPORT = {"sources": [{"id": "s1", "name": "Ada Berg"}], "scores": {"wording": {"value": 44}}}


def fields(text):
    return sorted(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("code", SPOKEN)
@pytest.mark.parametrize("section", PREFIXES)
def test_the_panel_says_the_same(code, section):
    panel = json.loads((LOCALES / code / "messages.json").read_text(encoding="utf-8"))
    for name, words in languages.messages_for(code).sections[section].items():
        key = f"page_{PREFIXES[section]}{name.replace('-', '_')}"
        assert panel[key]["message"] == re.sub(r"\{(\w+)\}", lambda field: f"${field[1].upper()}$", words), key


@pytest.mark.parametrize("code", SPOKEN)
def test_every_language_says_all_that_english_says(code):
    said, wanted = languages.messages_for(code).sections, languages.messages_for("en").sections
    for section in (*PREFIXES, "frames", "copies", "comparison", "numbers"):
        assert list(said[section]) == list(wanted[section])
        assert list(map(fields, said[section].values())) == list(map(fields, wanted[section].values()))
    assert set(wanted["tables"]) <= set(said["tables"])


@pytest.mark.parametrize("code", SPOKEN)
def test_every_dimension_level_and_severity_has_a_name(code):
    sections = languages.messages_for(code).sections
    assert {each.id for each in DIMENSIONS} == set(sections["ranks"])
    assert {each.id for each in (*DIMENSIONS, *LISTINGS)} == set(sections["dimensions"])
    assert {level for each in DIMENSIONS for level in each.levels} == set(sections["levels"])
    assert set(SEVERITIES) == set(sections["severities"])
    assert all({"{share}", "{crowd}"} <= set(form.split()) for form in sections["ranks"].values())


def test_every_rule_has_a_name():
    known = {name.rpartition(".")[2] for name in rules.load("en").rules}
    assert known == set(languages.messages_for("en").sections["rule-names"])
    assert ENGLISH.rule("wording.editorial-adverb") == "editorial adverb"
    assert GERMAN.rule("wording.editorial-adverb") == "wertendes Adverb"
    assert GERMAN.rule("wording.of-years-to-come") == "of years to come"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, "adds 9 of 44"),
        ({"points": 12.6}, "adds 13 of 44"),
        ({"points": 4.26}, "adds 4.3 of 44"),
        ({"points": -6.5}, "takes off 6.5"),
        ({"points": 0.0}, "no points: a hint that does not move the score"),
        ({"points": 0.0, "unit": "sentence"}, "counted with the words in it"),
        ({"dimension": "numbers"}, "adds 9"),
        ({"voice": BERG, "scored": False}, "not counted: a source’s words"),
    ],
)
def test_points_are_told_in_words(change, said):
    assert ENGLISH.points(FINDING | change, REPORT) == said


@pytest.mark.parametrize(
    ("voice", "said"),
    [
        (AUTHOR, "The writer’s own words"),
        (BERG, "Words of Ada Berg"),
        ({"kind": "unknown-source", "source": None}, "Words of a source"),
    ],
)
def test_whose_words_is_told(voice, said):
    assert ENGLISH.voice(FINDING | {"voice": voice}, names(REPORT)) == said


def test_a_frame_is_told_in_words():
    assert ENGLISH.frame("Quality_of_life") == "Quality of life"
    assert GERMAN.frame("quality_of_life") == "Lebensqualität"
    told = ENGLISH.frame("Legality_Constitutionality_and_jurisprudence")
    assert told == "Legality, constitutionality and jurisprudence"
    assert GERMAN.frame("space_travel") == "Space travel"  # of a model to come


def test_numbers_are_written_as_the_reader_writes_them():
    assert ENGLISH.points(FINDING | {"points": 4.26}, REPORT) == "adds 4.3 of 44"
    assert GERMAN.points(FINDING | {"points": 4.26}, REPORT) == "trägt 4,3 von 44 bei"
    assert GERMAN.compared({"facts": {"reference": {"articles": 4613}}}) == "4.613 Nachrichtenartikeln"


def test_a_reader_without_texts_gets_the_english_ones():
    assert ReportTexts("fi").code == "en"


def test_a_rank_is_told_with_its_crowd():
    many = {"percentile": 99, "facts": {"reference": {"articles": 4613}}}
    assert ENGLISH.rank("headline", many) == "More sensational than 99% of 4,613 news articles"
    assert ENGLISH.rank("wording", {"percentile": 100, "facts": {}}).startswith("More loaded than 99%")
    assert ENGLISH.rank("wording", {"percentile": 0, "facts": {}}).startswith("More loaded than almost none of")
    assert ENGLISH.rank("sourcing", {"percentile": None, "facts": {}}) == ""


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
    assert ENGLISH.links(facts) == said


def test_long_words_are_cut_at_a_word():
    assert shorten("one two three four", 10) == "one two…"
    assert shorten("  one\n two ") == "one two"
