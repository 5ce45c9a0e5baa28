"""The lexicon files, and what is made of them."""

import pytest

from detector.attribution.entities import gazetteer
from detector.attribution.tokens import token_table as columns
from detector.errors import DataError
from detector.languages import lexicons
from detector.languages.en import GRAMMAR, PACK, reporting
from detector.languages.places import Place
from detector.text import prose
from training.evaluation.plain_articles import article

FORMS = (
    ("say", {"say", "says", "said", "saying"}),
    ("add", {"add", "adds", "added", "adding"}),
    ("deny", {"deny", "denies", "denied", "denying"}),
    ("write", {"write", "writes", "wrote", "written", "writing"}),
    ("slam", {"slam", "slams", "slammed", "slamming"}),
    ("agree", {"agree", "agrees", "agreed", "agreeing"}),
    ("stress", {"stress", "stresses", "stressed", "stressing"}),
    ("sob", {"sob", "sobs", "sobbed", "sobbing"}),
    ("sum", {"sum", "sums", "summed", "summing"}),
    ("put", {"put", "puts", "putting"}),
    ("begin", {"begin", "begins", "began", "begun", "beginning"}),
    ("learn", {"learn", "learns", "learned", "learnt", "learning"}),
)


@pytest.mark.parametrize(("lemma", "forms"), FORMS)
def test_a_cue_has_its_forms(lemma: str, forms: set[str]):
    assert set(reporting.forms_of(lemma)) == forms
    assert forms <= reporting.load().verbs.keys()


def test_every_cue_has_a_frame_or_needs_a_word():
    assert all(cue.frames or cue.needs for cue in reporting.load().verbs.values())


def test_a_missing_lexicon_is_a_data_error():
    with pytest.raises(DataError, match="reinstall"):
        lexicons.read_table("en", "no-such-lexicon")


COMMANDS = (
    ("Ankara was calm.", "Turkey", "capital"),
    ("Turkish boats came.", "Turkey", "demonym"),
    ("The Kremlin was calm.", "Russia", "institution"),
    ("The U.S. was calm.", "United States", "country"),
    ("Sen. Roe (D-Ohio) was calm.", "Democratic Party", "political"),
    ("Then NATO was calm.", "NATO", "body"),
)


@pytest.mark.parametrize(("text", "name", "sort"), COMMANDS)
def test_a_place_is_known_by_its_names(text: str, name: str, sort: str):
    found = gazetteer.find_places(columns.tabulate(prose.read_prose(article(f"Title\n\n{text}"), PACK), GRAMMAR))
    assert [(mention.place.name, mention.place.sort) for mention in found.values()] == [(name, sort)]


@pytest.mark.parametrize(
    "text", ["The Washington Post was calm.", "Denzel Washington was calm.", "We like turkey and china."]
)
def test_a_piece_of_another_name_is_no_place(text: str):
    assert gazetteer.find_places(columns.tabulate(prose.read_prose(article(f"Title\n\n{text}"), PACK), GRAMMAR)) == {}


def test_only_what_is_a_country_has_one():
    assert Place("Norway", "demonym").country == "Norway"
    assert Place("NATO", "body").country is None
