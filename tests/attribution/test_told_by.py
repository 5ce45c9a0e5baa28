"""Sources in the constructions of news: asides, passives, lists of those spoken for, whoever was asked."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

SOURCES = (
    # An aside tells where the words before it come from.
    ("The dam is too old to be mended, as Tarn University's Mona Peel recently wrote.", ["Mona Peel"]),
    ("The dam is too old to be mended, as the Gazette reported.", ["Gazette"]),
    ("The dam is full (it holds 13 tons, per Harwick Politics' average).", ["Harwick Politics"]),
    ("According to Acme’s explainer on the dam, most of it is sound.", ["Acme’s explainer"]),
    # The agent of a passive, however short its object.
    ("Roe was criticized as being soft on fees by some of her fellow growers.", ["some of her fellow growers"]),
    (
        "Roe said she was told by Stan Corn, the envoy to the town, that the dam “was bound to” fail.",
        ["Roe", "Stan Corn"],
    ),
    # Those who speak for several are one source.
    (
        "Representatives for Tarn News, the Gazette and the Post all confirmed that their crews had left.",
        ["Representatives for Tarn News, the Gazette and the Post"],
    ),
    # Somebody asked may answer, and an asker speaks.
    ('I once asked Tarn\'s fire chief about the dam. He replied, "people want to feel safe."', ["Tarn's fire chief"]),
    ("It was in response to Mona Peel asking Roe “how you are viewing this old dam.”", ["Mona Peel"]),
    # What somebody was doing meanwhile is not who speaks.
    ("Stan Corn, warming up the crowd in a hall of Mona Peel, said that it was late.", ["Stan Corn"]),
    # A second person is another than the first.
    (
        "One person, who knew Roe, said that it was late. The second person, who met her, said that it was old.",
        ["One person", "second person"],
    ),
    # Whoever "who" takes up is a person, not a thing; a faith's people are no body.
    ("He felt anger at those many young Christians who said that it was late.", ["those many young Christians"]),
    # To compare somebody to something is to say it of them.
    ("Sen. Mona Peel compared Corn and his friends to horse thieves.", ["Mona Peel"]),
)

SILENT = (
    "Visiting students are also said to be reconsidering coming to the town.",
    "The survey compared the dam to an older one.",
    "Stan Corn has agreed a deal to replace Mona Peel as manager of the dam.",
    "The Senate on Monday confirmed Stan Corn as the next harbour secretary.",
    "Image copyright AFP Image caption The town already runs a consulate in the west.",
)


@pytest.mark.parametrize(("body", "names"), SOURCES)
def test_who_is_told_as_the_source(body: str, names: list[str]):
    assert [source.name for source in read(HEAD + body).sources] == names


@pytest.mark.parametrize("body", SILENT)
def test_nobody_speaks_who_is_spoken_of(body: str):
    assert read(HEAD + body).sources == ()


def test_bodies_are_told_from_people_by_their_noun():
    bodies = ("The Virginia Chamber", "Google Play")
    assert [read(f"{HEAD}{body} said it was late.").sources[0].kind for body in bodies] == ["organisation"] * 2


def test_a_faiths_people_are_several():
    bodies = [read(f"{HEAD}{people} said that it was late.").sources[0] for people in ("Muslims", "Christians", "Jews")]
    assert {(source.kind, source.named) for source in bodies} == {("collective", False)}


def test_two_bodies_in_one_name_lend_each_other_no_country():
    found = read(
        f"{HEAD}American and Acme officials agreed that it was late. Acme said that it was old. "
        "The German mayor said that it was good."
    )
    assert [source.side for source in found.sources] == ["United States", None, "Germany"]
