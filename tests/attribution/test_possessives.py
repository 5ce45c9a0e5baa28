"""Whom "its" and "their" people belong to, and who an office is that is named later."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

OWNED = (
    ("Acme Mills built the dam. Its chief executive, Mona Archer, said it was old.", "Acme Mills"),
    ("Norway lost the match. Their coach, Mona Archer, said it was old.", "Norway"),
    ("It rained. Their coach, Mona Archer, said it was old.", None),
)


@pytest.mark.parametrize(("text", "owner"), OWNED)
def test_a_possessive_takes_up_whom_the_sentence_before_is_about(text: str, owner: str | None):
    (source,) = [one for one in read(HEAD + text).sources if one.name == "Mona Archer"]
    assert source.affiliation == owner


def test_an_office_of_the_opening_is_the_person_named_next():
    text = "The dam is old, the port’s chief executive said.\n\nMona Archer, who has led the port, said it would go."
    assert [(one.name, one.role) for one in read(HEAD + text).sources] == [("Mona Archer", "chief executive")]


def test_an_office_is_nobody_else_with_an_office_of_their_own():
    text = "The dam is old, the port’s chief executive said.\n\nMona Archer, an engineer, said it would go."
    assert len(read(HEAD + text).sources) == 2


def test_the_country_of_the_dateline_is_heard_by_those_who_are_of_no_other():
    text = (
        "Norway opens dam despite Sweden\n\nOSLO — Norway will open the dam, Energy Minister Mona Archer said. "
        "Sweden waits. Sweden hopes for rain."
    )
    heard = {party.name: party.heard for party in read(text).parties}
    assert heard["Norway"] == "paraphrase"


def test_a_minister_belongs_to_no_portfolio():
    (source,) = read(f"{HEAD}Agriculture Minister Pavol Tarn said it was old.").sources
    assert (source.name, source.affiliation) == ("Pavol Tarn", None)
