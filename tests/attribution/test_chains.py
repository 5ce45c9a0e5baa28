"""Who speaks where words come a long way: chains, joint speakers, relative clauses, documents, taken-up names."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Harbour plan divides the coast\n\n"
CASES = (
    (
        "The harbour will close in May, according to the press office of Norport, quoting its chief executive, Anna"
        " Berg. Berg added that the crew would be paid.",
        ["press office of Norport", "Anna Berg"],
    ),
    (
        "The minister had lied to the council, Reuters reported, citing two people familiar with the matter.",
        ["Reuters"],
    ),
    ("The Guardian also quoted the mayor, Tom Hale, as saying that he would resign.", ["Tom Hale"]),
    ("“There is no money,” the director of Norport was quoted by the BBC as saying.", ["director of Norport"]),
    (
        "Norport told the Coastal Times that the harbour would close, the paper reported. The Times said it was broke.",
        ["Norport", "Coastal Times"],
    ),
    (
        "Anna Berg, who leads the union, met Tom Hale, the mayor. The two said they would find a way. Both said they"
        " were tired.\n\nThe pair agreed that the harbour should stay open.",
        ["Anna Berg", "Tom Hale"] * 3,
    ),
    (
        "Anna Berg and Tom Hale said that they would go to court. Berg said the case was clear. Hale said it was not.",
        ["Anna Berg", "Tom Hale", "Anna Berg", "Tom Hale"],
    ),
    ("Roe and Hale were there. Anna Berg, 59, of Dayton, Ohio, who saw it, said it was late.", ["Anna Berg"]),
    ("Anna Berg, who led the union for years and who said in May that the harbour was safe, resigned.", ["Anna Berg"]),
    ("Fishermen, many of whom say they were never asked, left.", ["Fishermen"]),
    ("A letter seen by the Guardian says that the money is gone.", ["A letter"]),
    (
        "Court filings show that the harbour was sold twice. The lawsuit alleges that it was fraud.",
        ["Court filings", "lawsuit"],
    ),
    (
        "Norport said it would close. In its statement the company said that crews would be paid.",
        ["Norport", "Norport"],
    ),
    (
        "The International Monetary Fund said growth would slow. The Fund's chief economist, Pierre Gourin, said it was"
        " late. The fund said it would meet again.",
        ["International Monetary Fund", "Pierre Gourin", "International Monetary Fund"],
    ),
    (
        "Dr Maria Lopez, the hospital's head of surgery, praised the plan. Her husband, Karl Lopez, did not. “I like"
        " it,” she said. Lopez added that it was late.",
        ["Maria Lopez", "Maria Lopez", "Maria Lopez"],
    ),
    (
        "The finance minister, Karin Holm, said the budget was safe. “It is a lie,” the opposition leader said.",
        ["Karin Holm", "opposition leader"],
    ),
    ("Con Edison officials said it was late.", ["Con Edison officials"]),
    ("Senator Charles E. Schumer (D-N.Y.) said he was sad.", ["Charles E. Schumer"]),
    ("Attorney General Eric Holder said it was late. The attorney general said it was dark.", ["Eric Holder"] * 2),
    ("Wayne King said that it was late. King said it was dark.", ["Wayne King", "Wayne King"]),
    (
        "A refugee, who feared for her family, said it was late. Nisan Ahmad, a reporter, came. The source said it was"
        " dark.",
        ["A refugee", "A refugee"],
    ),
)


@pytest.mark.parametrize(("body", "expected"), CASES, ids=range(len(CASES)))
def test_words_are_given_to_whom_they_come_from(body: str, expected: list[str]):
    result = read(HEAD + body)
    names = {source.id: source.name for source in result.sources}
    assert [names.get(one.source or "") for one in result.quotations if one.kind == "speech"] == expected


def test_two_named_people_are_not_anonymous():
    sources = read(f"{HEAD}Anna Berg and Tom Hale said that they would go to court.").sources
    assert [(source.name, source.named) for source in sources] == [("Anna Berg", True), ("Tom Hale", True)]


def test_a_headline_names_whom_the_body_names():
    result = read("Berg Says Harbour Plan Will Fail\n\nAnna Berg, who leads the union, said that it was late.")
    assert [source.name for source in result.sources] == ["Anna Berg"]


def test_a_headline_in_title_case_names_nobody_else():
    assert read("Harbour Plan Reveals Deep Divide\n\nIt rained.").sources == ()
