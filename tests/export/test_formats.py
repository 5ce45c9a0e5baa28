"""The list of formats: each makes a file of its kind, of any page and of plain text."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Page, Text
from detector.export import FORMATS, Analysed, annotated_copy
from tests.export.stories import HOSTILE, PAGE

ANALYZER = Analyzer()
TEXT = "The plan was a brazen and disastrous mistake, a spokesman said. " * 8


def of_page(content=PAGE):
    page = Page(content, "https://tide.example/river")
    return Analysed(ANALYZER.analyze(page), page)


def of_text():
    text = Text(TEXT, "A brazen plan")
    return Analysed(ANALYZER.analyze(text), text)


def test_the_formats_are_those_that_are_promised():
    assert {name: (form.media_type, form.ending) for name, form in FORMATS.items()} == {
        "annotated": ("text/html", ".html"),
        "report": ("text/html", ".html"),
        "markdown": ("text/markdown", ".md"),
        "annotations": ("application/ld+json", ".jsonld"),
        "sarif": ("application/sarif+json", ".sarif"),
        "json": ("application/json", ".json"),
    }
    assert all(form.id == name and form.summary.endswith(".") for name, form in FORMATS.items())


@pytest.mark.parametrize("analysed", [of_page(), of_page(HOSTILE), of_text()], ids=["page", "hostile page", "text"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_file_is_what_its_media_type_says(name, analysed):
    form = FORMATS[name]
    content = form.render(analysed)
    words = content.decode()
    assert content == form.render(analysed)
    assert "evil.example" not in words
    if form.media_type == "text/html":
        tree = LexborHTMLParser(words)
        assert words.startswith("<!doctype html>\n<html")
        assert (
            tree.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"].startswith("default-src")
        )
    elif form.media_type == "text/markdown":
        assert words.startswith("# ")
    else:
        assert isinstance(json.loads(words), dict)


def test_each_format_tells_the_same_remarks():
    analysed = of_page()
    found = [finding["exact"] for finding in json.loads(FORMATS["json"].render(analysed))["findings"]]
    annotations = json.loads(FORMATS["annotations"].render(analysed))["items"]
    quoted = [item["target"]["selector"][1]["exact"] for item in annotations]  # with the page's own line breaks
    assert [" ".join(exact.split()) for exact in quoted] == found
    (run,) = json.loads(FORMATS["sarif"].render(analysed))["runs"]
    assert [result["properties"]["exact"] for result in run["results"]] == found
    assert len(annotated_copy(analysed).marked) == len(found)


def test_what_is_included_is_in_the_data():
    analysed = Analysed(ANALYZER.analyze(PAGE), PAGE, include=("sentences", "text"))
    told = json.loads(FORMATS["json"].render(analysed))
    assert told == ANALYZER.analyze(PAGE).to_dict(("sentences", "text"))


def test_half_a_character_does_not_stop_an_export():
    content = PAGE.replace("The council", "The \ud83c council", 1)
    analysed = Analysed(ANALYZER.analyze(content), Page(content))
    assert all(form.render(analysed) for form in FORMATS.values())
