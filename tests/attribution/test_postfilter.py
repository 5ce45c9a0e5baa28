"""What of the tagger's findings is kept."""

import pytest

from detector.attribution.extraction.rules.extractor import PartialQuotation
from detector.attribution.extraction.tagger import postfilter
from detector.attribution.tokens import token_table as columns
from detector.attribution.tokens.token_table import TokenTable
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation.plain_articles import article

HEAD = "Dam debate goes on\n\n"  # four tokens


def words_of(body: str) -> TokenTable:
    return columns.tabulate(prose.read_prose(article(HEAD + body), PACK), GRAMMAR)


def draft(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> PartialQuotation:
    return PartialQuotation((content,), cue, source, "speech", 1)


KEPT = (
    ("Mona Archer said the dam was old.", draft((4, 6), (6, 7), (7, 11)), True),
    ("Mona Archer mentioned dams.", draft((4, 6), (6, 7), (7, 8)), False),
    ("Mona Archer mentioned “dams” twice.", draft((4, 6), (6, 7), (7, 10)), True),
    ("Mona Archer declined to comment on the dam.", draft((4, 6), (6, 7), (7, 12)), False),
    ("Mona Archer did not say when it broke.", draft((4, 6), (6, 9), (9, 12)), False),
    ("The office, quoting the words of the mayor.", draft((4, 6), (7, 8), (8, 13)), False),
    ("The office waited, for fear that it would break.", draft((4, 6), (9, 10), (10, 14)), False),
)


@pytest.mark.parametrize(("body", "found", "kept"), KEPT, ids=[row[0] for row in KEPT])
def test_refusals_chains_and_mentions_are_left_out(body: str, found: PartialQuotation, kept: bool):
    assert bool(list(postfilter.drop_implausible(words_of(body), [found], (), [1.0] * 40))) == kept


CUTS = (
    ("An EU diplomat, speaking quietly, said the dam was old.", (4, 10), (4, 7)),
    ("A neighbour, who left, said the dam was old.", (4, 8), (4, 6)),
    ("A neighbour who left said the dam was old.", (4, 8), (4, 6)),
    ("who said the dam was old.", (4, 5), (4, 5)),
)


@pytest.mark.parametrize(("body", "source", "cut"), CUTS)
def test_a_source_is_cut_to_its_noun_phrase(body: str, source: tuple[int, int], cut: tuple[int, int]):
    words = words_of(body)
    found = draft(source, (source[1], source[1] + 1), (source[1] + 1, len(words.raw) - 1))
    (kept,) = postfilter.drop_implausible(words, [found], (), [1.0] * 40)
    assert kept.source == cut


UNSURE = (
    ("Mona Archer said the dam was old.", 0.6, True),
    ("Mona Archer said the dam was old.", 0.4, False),
    ("Mona Archer signed a deal about dams.", 0.6, False),
    ("Mona Archer signed a deal about dams.", 0.9, True),
)


@pytest.mark.parametrize(("body", "sure", "kept"), UNSURE)
def test_the_tagger_must_be_surer_where_no_cue_is_known(body: str, sure: float, kept: bool):
    found = draft((4, 6), (6, 7), (7, 11))
    assert bool(list(postfilter.drop_implausible(words_of(body), [found], (), [sure] * 40))) == kept


def test_what_the_writer_thinks_is_the_writers():
    assert not list(
        postfilter.drop_implausible(
            words_of("I think the dam is old."), [draft((4, 5), (5, 6), (6, 10))], (), [1.0] * 40
        )
    )
