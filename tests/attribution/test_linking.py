"""From labels to quotations."""

from detector.attribution.extraction.rules import extractor
from detector.attribution.extraction.tagger import linking
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.plain_articles import article

HEAD = "Dam debate goes on\n\n"


def linked(body: str, labels: str) -> list[tuple[str | None, list[str], str, str]]:
    """Source, pieces of content, style and kind, out of one letter for each token of `body`; a capital begins anew."""
    page = article(HEAD + body)
    words = columns.tabulate(prose.read_prose(page, PACK), GRAMMAR)
    spread = ["O"] * 4 + [
        "O" if letter == "o" else f"{'B' if letter.isupper() else 'I'}-{letter.upper()}"
        for letter in labels.replace("C", "R").replace("c", "r")
    ]
    assert len(spread) == len(words.raw)
    found = extractor.to_quotations(words, linking.link(words, spread, list(words.blocks())))
    text = page.text
    return [
        (raw.source.of(text) if raw.source else None, [piece.of(text) for piece in raw.content], raw.style, raw.kind)
        for raw in found
    ]


def test_a_cue_joins_its_source_and_its_content():
    assert linked("Mona Archer said it was old.", "SsUCcco") == [("Mona Archer", ["it was old"], "indirect", "speech")]


def test_two_cues_of_a_sentence_take_what_is_nearest():
    body = "Mona said it was old but Tom believed it was new."
    assert linked(body, "SUCccoSUCcco") == [
        ("Mona", ["it was old"], "indirect", "speech"),
        ("Tom", ["it was new"], "indirect", "thought"),
    ]


def test_a_sentence_without_cue_goes_on_with_the_speaker():
    assert linked("Mona said it was old. It was cold.", "SUCccoCcco") == [
        ("Mona", ["it was old", "It was cold"], "indirect", "speech")
    ]


def test_content_that_nobody_is_given_has_no_source():
    assert linked("It was old.", "Ccco") == [(None, ["It was old"], "indirect", "speech")]


def test_a_cue_without_content_is_no_quotation():
    assert linked("Mona said it was old.", "SUoooo") == []


def test_content_of_two_sorts_that_touch_is_one():
    assert linked("Mona said it was old.", "SURlno") == [("Mona", ["it was old"], "indirect", "speech")]
