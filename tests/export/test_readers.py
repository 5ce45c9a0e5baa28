"""Each format is written in the language of its reader, whatever the language of the page."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Options, Page, languages
from detector.export import FORMATS, Analysed
from detector.rules import load, rule_texts
from tests.export.stories import PAGE

ANALYZER = Analyzer()
GERMAN = languages.messages_for("de")


def written(form, reader):
    page = Page(PAGE, "https://tide.example/river")
    report = ANALYZER.analyze(page, Options(language=reader))
    return FORMATS[form].render(Analysed(report, page, reader=reader)).decode()


@pytest.mark.parametrize("form", ["annotated", "report"])
@pytest.mark.parametrize("reader", languages.spoken())
def test_a_page_says_its_language(form, reader):
    tree = LexborHTMLParser(written(form, reader))
    assert tree.css_first("html").attributes["lang"] == reader
    assert tree.css_first(".scope").text() == languages.messages_for(reader).say("panel", "scope")


def test_the_words_of_the_page_keep_the_language_of_the_page():
    tree = LexborHTMLParser(written("annotated", "de"))
    assert tree.css_first("main.page").attributes["lang"] == "en"
    body = tree.css_first("body").attributes
    assert (body["data-remark"], body["data-close"]) == ("Anmerkung", "Schließen")
    assert '--show-words: "Wörter zeigen";' in tree.css_first("style").text()


def test_notes_are_in_german():
    notes = written("markdown", "de")
    assert GERMAN.say("panel", "scope") in notes and "## Anmerkungen" in notes
    assert "How it is written" not in notes


def test_rules_in_sarif_are_told_in_german():
    run = json.loads(written("sarif", "de"))["runs"][0]
    told = {rule["id"]: rule["shortDescription"]["text"] for rule in run["tool"]["driver"]["rules"]}
    assert told
    for name, reason in told.items():
        assert reason == rule_texts(load("en").rules[name], GERMAN).reason
    assert any("Stattdessen:" in result["message"]["text"] for result in run["results"])


def test_annotations_name_the_language_of_their_words():
    items = json.loads(written("annotations", "de"))["items"]
    spoken = {body["purpose"]: body["language"] for item in items for body in item["body"]}
    assert spoken["commenting"] == "de" and spoken["tagging"] == "en"
