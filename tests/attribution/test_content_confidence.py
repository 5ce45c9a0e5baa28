"""How much of a paraphrase surely is its speaker's."""

import pytest

from detector.article import Span
from detector.attribution import RawQuotation
from detector.attribution.extraction import content_confidence
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.plain_articles import article

HEAD = "Dam debate goes on\n\n"  # four tokens
SURE, UNSURE = 0.9, 0.2


def spoken(body: str, content: str, cue: str, said: dict[str, float], default: float = SURE) -> list[str]:
    """What of `content` is spoken, where the words of `said` are as probable as it tells, all others `default`."""
    page = article(HEAD + body)
    words = columns.tabulate(prose.read_prose(page, PACK), GRAMMAR)

    def place(stretch: str) -> Span:
        start = page.text.index(stretch)
        return Span(start, start + len(stretch))

    raw = RawQuotation((place(content),), (place(cue),), None, "indirect", "speech")
    (found,) = content_confidence.judge_content(words, [raw], [said.get(word, default) for word in words.raw])
    assert found.spoken is not None
    return [span.of(page.text) for span in found.spoken]


def test_what_the_tagger_believes_is_spoken():
    assert spoken("Archer said the dam was old.", "the dam was old", "said", {}) == ["the dam was old"]


def test_what_the_tagger_doubts_stays_the_authors():
    assert spoken("Archer unveiled the old dam.", "the old dam", "unveiled", {}, UNSURE) == []


def test_a_clause_with_that_needs_no_tagger():
    said = dict.fromkeys(("that", "the", "dam", "was", "old"), 0.6)
    assert spoken("Archer said that the dam was old.", "that the dam was old", "said", said) == ["that the dam was old"]


@pytest.mark.parametrize("cue", ["backs", "supports"])
def test_other_verbs_give_no_clause_away(cue: str):
    assert spoken(f"Archer {cue} that old dam.", "that old dam", cue, {}, 0.6) == []


def test_doubtful_words_at_the_edges_are_left_out():
    body = "Archer said the dam, near Oslo, was old last May."
    said = {"last": UNSURE, "May": UNSURE, "near": UNSURE}
    assert spoken(body, "the dam, near Oslo, was old last May", "said", said, 0.99) == ["the dam, near Oslo, was old"]


def test_words_in_quotation_marks_are_never_left_out():
    body = "Archer said the dam was “very old”."
    said = dict.fromkeys(("very", "old", "“", "”"), UNSURE)
    assert spoken(body, "the dam was “very old”", "said", said, 0.99) == []
    said = dict.fromkeys(("old", "”"), UNSURE)
    assert spoken(body, "the dam was “very old”", "said", said, 0.99) == ["the dam was “very old”"]
