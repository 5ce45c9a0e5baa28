"""Whoever is heard is heard alike: men and women, and the parties that `training.evaluation.symmetry` swaps."""

from dataclasses import fields

import pytest

from detector.attribution import attribute
from detector.attribution.entities import gazetteer
from detector.attribution.extraction.tagger import features
from detector.attribution.tokens import token_table as columns
from detector.languages.en import GRAMMAR, PACK
from detector.text import prose
from training.evaluation import symmetry
from training.evaluation.plain_articles import article

# The lists of men and of women, the matters of offices, where there are ministers for women alone, and determiners,
# among which "his" is the twin of "her" and not of "hers".
APART = frozenset(
    "male female male_titles female_titles male_words female_words portfolios determiners content_openers".split()
)
SHARED = {
    field.name: frozenset(getattr(lists, field.name))
    for lists in (GRAMMAR.people, GRAMMAR.cues.words)
    for field in fields(lists)
    if field.name not in APART
}

SWAPPED = (
    ("He told her that her plan was his.", "She told him that his plan was hers."),
    ("William Barr saw his wife.", "Wendy Barr saw her husband."),
    ("Mrs. Roe is a spokeswoman.", "Mr. Roe is a spokesman."),
    ("Republican senators and a Republican who won", "Democratic senators and a Democrat who won"),
    ("Democratic Sen. Roe (D-Ohio)", "Republican Sen. Roe (R-Ohio)"),
    ("TRUMP and the GOP", "BIDEN and the Democratic Party"),
    ("In May, Georgia will mark a bill.", "In May, Georgia will mark a bill."),
    ("the Syrian Democratic Forces", "the Syrian Democratic Forces"),
    ("REP. JULIE ROE: no", "REP. KARL ROE: no"),
)

STORY = """Republican mayor keeps the dam

Trump said he would keep the dam. "It is safe," he told her on Monday. A spokesman for the port, Adam Roe, warned the
Russians that his boats would wait. Sen. Ann Field (D-Ohio) said she had read the plan. Her husband, a Democrat, called
him a "careless man". "We were never asked," she added.
"""


@pytest.mark.parametrize("name", sorted(SHARED))
def test_a_word_of_women_stands_in_the_lists_of_its_twin(name: str):
    words = SHARED[name]
    assert [pair for pair in GRAMMAR.twins.items() if (pair[0] in words) is not (pair[1] in words)] == []


def test_the_names_of_men_and_of_women_are_as_many():
    people = GRAMMAR.people
    left_out = symmetry.NO_NAME | (people.male & people.female)
    men, women = people.male - left_out, people.female - left_out
    assert len(men) == len(women)


@pytest.mark.parametrize(("one", "other"), [pair for pair in symmetry.PAIRS if pair[0][-1].isalpha()])
def test_a_party_is_a_place_of_the_same_sort_as_the_other(one: str, other: str):
    def sorts(word: str) -> list[str]:
        read = columns.tabulate(prose.read_prose(article(f"Title\n\nThen came {word} again."), PACK), GRAMMAR)
        return [mention.place.sort for mention in gazetteer.find_places(read).values()]

    assert sorts(one) == sorts(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Then he praised her plan.", "Then she praised his plan."),
        ("The spokesman thanked her.", "The spokeswoman thanked him."),
        ("His father warned men himself.", "Her mother warned women herself."),
    ],
)
def test_the_tagger_reads_both_sexes_alike(one: str, other: str):
    read = (prose.read_prose(article(f"Title\n\n{text}"), PACK) for text in (one, other))
    layouts = (features.lay_out(columns.tabulate(each, GRAMMAR), []) for each in read)
    first, second = (layout.columns for layout in layouts)
    assert first == second


@pytest.mark.parametrize(("before", "after"), SWAPPED)
def test_a_party_is_swapped_in_all_its_words(before: str, after: str):
    assert symmetry.swap(before) == after


def test_a_swapped_story_has_the_same_voices():
    def heard(text: str) -> list[object]:
        page = article(text)
        found = attribute(page, prose.read_prose(page, PACK), PACK)
        voices = [(source.kind, source.named, source.identified, source.words) for source in found.sources]
        return [voices, [party.heard for party in found.parties], [one.source for one in found.quotations]]

    assert heard(STORY) == heard(symmetry.swap(STORY))
    assert heard(STORY)[2] == ["s1", "s1", "s2", "s2"]


def test_the_crude_swap_exchanges_single_words_and_keeps_their_capitals():
    assert symmetry.swap_words("He told RUSSIA that Trump left her.") == "She told UKRAINE that Clinton right his."
    text = "Democrats and a Democrat of the left"
    assert symmetry.swap_words(symmetry.swap_words(text)) == text
