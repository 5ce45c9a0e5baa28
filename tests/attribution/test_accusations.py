"""Where a text accuses somebody, and who answers for whom."""

import pytest

from detector import Analyzer, Text
from training.evaluation.plain_articles import read

PADDING = " The quay was built in 1920, and the boats go out at noon." * 12


def accused(text: str) -> list[str]:
    result = read(f"A quarrel at the quay\n\n{text}")
    return [party.name for party in result.parties if party.accused]


def unheard(title: str, text: str) -> list[str]:
    report = Analyzer(model=None).analyze(Text(text + PADDING, title))
    return [party.name for party in report.parties if party.heard == "none"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz, a captain, accused Mayor Tom Berg of sloth.",
        "Mayor Tom Berg has repeatedly violated the harbour rules, Ana Ruiz said.",
        "Ana Ruiz spoke of the silence of Mayor Tom Berg.",
        "Mayor Tom Berg’s long silence angered her.",
        "The union filed a lawsuit against Mayor Tom Berg.",
        "Mayor Tom Berg was sacked on Monday.",
        "Mayor Tom Berg secretly sold the boats.",
        "Mayor Tom Berg is facing harsh criticism.",
        "Mayor Tom Berg has come under fire.",
        "Mayor Tom Berg was placed on leave.",
        "Tom Berg, the mayor who sold the boats, was sacked.",
        "The union was mocking Mayor Tom Berg.",
        "The union was angry at Mayor Tom Berg.",
    ],
)
def test_an_accusation_is_told_by_what_stands_beside_the_name(text):
    assert accused(f"{text} Tom Berg was born here.") == ["Tom Berg"]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Tom Berg accused the union of sloth.",
        "The union was accused by Mayor Tom Berg of sloth.",
        "If Mayor Tom Berg refuses, the union will sail.",
        "Mayor Tom Berg did not violate the rules.",
        "The union hoped to sue Mayor Tom Berg.",
        "The union asked the town to help investigate Mayor Tom Berg.",
        "A friend of Mayor Tom Berg lied to the union.",
        "Mayor Tom Berg opened the quay.",
        "The captain met ridicule across Tom Berg Square.",
        "The union accused the Tom Berg fan of sloth.",
        "The union blamed Tom Berg’s company for the noise.",
        "The police spoke of the attack on Tom Berg.",
        "The police spoke of the harassment of Tom Berg.",
        "Mayor Tom Berg faces the sea.",
        "The captain met Tom Berg, the mayor, and was sacked.",
    ],
)
def test_no_accusation_is_told_of_whoever_accuses_plans_or_merely_stands_there(text):
    assert accused(f"{text} Tom Berg was born here.") == []


def test_whoever_a_source_accuses_is_missed():
    text = (
        "“Mayor Tom Berg lied to us,” said Ana Ruiz, a captain. She accused Tom Berg of selling the boats. Berg was"
        " born here."
    )
    assert unheard("Captain attacks Tom Berg over boats", text) == ["Tom Berg"]


@pytest.mark.parametrize(
    "answer",
    [
        "A lawyer for Tom Berg said that the boats were old.",
        "Berg declined to comment.",
        "Berg pleaded not guilty in May.",
        "“They were old,” Berg told reporters.",
        "Ruiz criticised Berg for saying that the boats were old.",
    ],
)
def test_an_answer_of_any_kind_is_a_voice(answer):
    text = f"Ana Ruiz, a captain, accused Mayor Tom Berg of selling the boats. Berg lied to us, Ruiz said. {answer}"
    assert unheard("Captain attacks Tom Berg over boats", text) == []


def test_the_ministries_of_a_government_answer_for_its_head():
    text = (
        "The Berg administration lied about the boats, said Ana Ruiz, a captain. “Berg violated the law,” she said."
        " “The boats are safe,” said Li Wen, a spokeswoman for the Department of Harbours."
    )
    assert unheard("Captain accuses the Berg administration", text) == []


def test_those_merely_named_are_not_asked():
    text = (
        "Ana Ruiz, a captain, said that the boats of Nordfisk were fast. Nordfisk built them in May. She praised"
        " Nordfisk and Tom Berg. Tom Berg smiled, and Berg left."
    )
    assert unheard("Captain praises Nordfisk and Tom Berg", text) == []


def test_the_dead_are_not_asked_however_they_are_blamed():
    text = "Ana Ruiz, a captain, accused the late Tom Berg of selling the boats. Berg lied to us, she said."
    assert unheard("Captain accuses Tom Berg", text) == []


def test_a_place_where_things_stand_is_no_party():
    text = (
        "Ana Ruiz, a captain, said on Vocato that the boats were slow. Many on Vocato agreed. On Vocato she wrote"
        " again."
    )
    assert unheard("Captain goes to Vocato", text) == []
