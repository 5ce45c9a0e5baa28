"""The lexicon files, and what is made of them."""

import pytest

from detector.attribution.entities import gazetteer, lexicons
from detector.attribution.entities.gazetteer import Place
from detector.attribution.tokens import token_table as columns
from detector.errors import DataError
from detector.languages.en import reporting
from detector.text import prose
from training.evaluation.plain_articles import article

FORMS = (
    ("say", ("said",), {"say", "says", "said", "saying"}),
    ("add", (), {"add", "adds", "added", "adding"}),
    ("deny", (), {"deny", "denies", "denied", "denying"}),
    ("write", ("wrote", "written"), {"write", "writes", "wrote", "written", "writing"}),
    ("slam", ("slammed",), {"slam", "slams", "slammed", "slamming"}),
    ("agree", (), {"agree", "agrees", "agreed", "agreeing"}),
    ("stress", (), {"stress", "stresses", "stressed", "stressing"}),
)


@pytest.mark.parametrize(("lemma", "irregular", "forms"), FORMS)
def test_a_verb_has_its_forms(lemma: str, irregular: tuple[str, ...], forms: set[str]):
    assert set(reporting.inflect(lemma, irregular)) == forms


def test_every_cue_has_a_frame_or_needs_a_word():
    assert all(cue.frames or cue.needs for cue in reporting.load().verbs.values())


def test_a_missing_lexicon_is_a_data_error():
    with pytest.raises(DataError, match="reinstall"):
        lexicons.table("no-such-lexicon")


PLACES = (
    ("Ankara was calm.", "Turkey", "capital"),
    ("Turkish boats came.", "Turkey", "demonym"),
    ("The Kremlin was calm.", "Russia", "institution"),
    ("The U.S. was calm.", "United States", "country"),
    ("Sen. Roe (D-Ohio) was calm.", "Democratic Party", "political"),
    ("Then NATO was calm.", "NATO", "body"),
)


@pytest.mark.parametrize(("text", "name", "sort"), PLACES)
def test_a_place_is_known_by_its_names(text: str, name: str, sort: str):
    found = gazetteer.find(columns.read(prose.read(article(f"Title\n\n{text}"))))
    assert [(mention.place.name, mention.place.sort) for mention in found.values()] == [(name, sort)]


@pytest.mark.parametrize(
    "text", ["The Washington Post was calm.", "Denzel Washington was calm.", "We like turkey and china."]
)
def test_a_piece_of_another_name_is_no_place(text: str):
    assert gazetteer.find(columns.read(prose.read(article(f"Title\n\n{text}")))) == {}


def test_only_what_is_a_country_has_one():
    assert Place("Norway", "demonym").country == "Norway"
    assert Place("NATO", "body").country is None
