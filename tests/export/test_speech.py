"""Quoted words on a copy: in the tint of their source, with its initial where they end; and the sources' own words."""

import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString
from selectolax.lexbor import LexborHTMLParser

from detector import Analyzer, Text
from detector.export import overview, speech
from detector.export.html import annotate
from detector.export.placement import line_up, read_stream
from detector.export.texts import ReportTexts
from tests.export.stories import PAGE, STORY
from tools.golden import pages

ANALYZER = Analyzer(model=None)
TWO = """<p>“The letters were late,” said Mara Belling, the harbour chief. “They are <b>not</b> lost.”</p>
<p>Ewan Pryde, a fisherman, said the plan was “a joke”. He said the boats would stay.</p>"""


def source(name, kind="person", words=1, **about):
    return {"id": name, "name": name, "kind": kind, "named": True, "words": words, **about}


def plain(text):
    return re.sub(r"[\s\u00ad\u200b]", "", text)


def shown(copy):
    """What is tinted: words, tint, initial and name, in order."""
    found = LexborHTMLParser(copy.html).css(".page [data-said]")
    return [(held.text(), *map(held.attributes.get, ("data-said", "data-by", "title"))) for held in found]


@pytest.fixture(scope="module")
def copy():
    text = Text(re.sub(r"<[^>]+>", "", TWO), "Harbour letters were late, says chief")
    return annotate(text, ANALYZER.analyze(text))


def test_quoted_words_have_the_tint_of_their_source_and_its_initial(copy):
    quoted = [held for held in shown(copy) if held[1] != "reported"]
    assert [(words, initial) for words, _, initial, _ in quoted] == [
        ("“The letters were late,”", "B"), ("“They are not lost.”", "B"), ("“a joke”", "P"),
    ]  # fmt: skip
    assert quoted[0][1] == quoted[1][1] != quoted[2][1]
    assert [name for *_, name in quoted] == ["Mara Belling", "Mara Belling", "Ewan Pryde"]


def test_reported_words_are_not_tinted_as_the_source_s_own(copy):
    reported = [held for held in shown(copy) if held[1] == "reported"]
    assert any("the boats would stay" in words for words, *_ in reported)
    assert {held[2:] for held in reported} == {(None, None)}


def test_a_quotation_over_several_nodes_has_one_initial():
    page = PAGE.replace("least damage", "<b>least</b> damage")
    found = [held for held in shown(annotate(page, ANALYZER.analyze(page))) if held[3] == "Mara Belling"]
    assert [(words, initial) for words, _, initial, _ in found][:3] == [
        ("“We looked at every alternative and this one does the ", None), ("least", None), (" damage,”", "B"),
    ]  # fmt: skip


@pytest.mark.parametrize("slug", sorted(pages()))
def test_a_tint_changes_no_word_and_every_quotation_can_be_led_to(slug):
    content = pages()[slug].read_bytes()
    report = ANALYZER.analyze(content)
    tree = LexborHTMLParser(annotate(content, report).html)
    ids = [held.attributes["id"] for held in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    links = [held.attributes["href"].removeprefix("#") for held in tree.css(".who .said a")]
    assert set(links) <= set(ids)
    named = {f"q-{held.id}" for held in report.quotes if held.source}
    assert set(links) <= named
    text = plain(report.document.text)
    assert all(plain(held.text()).strip("“”‘’\"'«»") in text for held in tree.css(".page [data-said]"))


def test_a_page_whose_words_have_changed_has_no_tint():
    report = ANALYZER.analyze(PAGE)
    changed = annotate(PAGE.replace("bitterly", "loudly"), report)
    assert shown(annotate(PAGE, report)) and not shown(changed)
    assert not LexborHTMLParser(changed.html).css(".who .said a") and "least damage" in changed.html


def test_the_sources_own_words_open_on_a_click_without_a_script():
    panel = LexborHTMLParser(annotate(PAGE, ANALYZER.analyze(PAGE)).html).css_first("aside.panel")
    rows = {row.css_first("th").text(): row for row in panel.css(".who tr")}
    belling = next(row for name, row in rows.items() if name.startswith("Mara Belling"))
    details = belling.css_first("th > details")
    assert "open" not in details.attributes and details.css_first("summary").text().startswith("Mara Belling")
    said = [held.text() for held in details.css("ol.said li")]
    assert said[0].startswith("“We looked at every alternative")
    page = LexborHTMLParser(overview.render(ANALYZER.analyze(PAGE).to_dict(("text",))))
    assert said[0] in [held.text() for held in page.css(".who details ol.said li")]
    assert not page.css(".who a")


def test_what_is_told_second_hand_says_so():
    page = overview.render(ANALYZER.analyze(Text(re.sub(r"<[^>]+>", "", STORY), "Letters")).to_dict(("text",)))
    assert "in the writer’s words" in LexborHTMLParser(page).css_first(".who").text()


@pytest.mark.parametrize(
    ("given", "letter"),
    [
        (source("Mara van Belling"), "B"),
        (source("harbour union", "organisation"), "H"),
        (source("Critics", "collective") | {"named": False}, "?"),
        (source("court filings", "document") | {"named": False}, "C"),
        (source("…"), "?"),
        (source(""), "?"),
    ],
)
def test_a_source_has_an_initial(given, letter):
    assert speech.initial(given) == letter


def test_those_who_say_most_have_a_tint_of_their_own():
    held = [source(f"s{words}", words=words) for words in range(6)]
    known = speech.looks(held, ReportTexts())
    assert [known[f"s{words}"].tint for words in range(6)] == ["rest", "rest", "3", "2", "1", "0"]


def test_words_are_wrapped_and_the_stream_stays():
    soup = BeautifulSoup("<p>He said <i>it is</i> so.</p>", "html.parser")
    stream = read_stream(soup)
    held = [speech.Said(speech.Span(8, 16), "q1", "s1", quoted=True)]
    fresh = speech.tint(soup, stream, held, {"s1": speech.Look("Ada", "A", "0")})
    assert fresh.text == stream.text and all(node.find_parent("p") for node in fresh.nodes)
    assert [(span["data-said"], span.get("data-by"), span.text) for span in soup.find_all("span")] == [
        ("0", None, "it is"),
        ("0", "A", " so"),
    ]
    assert line_up([NavigableString("a"), NavigableString("bc")]).starts == (0, 1)


@pytest.mark.parametrize(
    ("role", "affiliation", "told"),
    [
        ("spokeswoman of the Board", "Board", None),
        ("spokeswoman", "Harbour Board", "Harbour Board"),
        (None, "Harbour Board", "Harbour Board"),
        ("nurse", None, None),
    ],
)
def test_a_body_that_the_role_names_is_not_named_twice(role, affiliation, told):
    assert speech.body(source("Mara Belling", role=role, affiliation=affiliation)) == told
