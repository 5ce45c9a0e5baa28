"""Whom a description, a document or a relative clause takes up, and what is said of whom it is."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

ONCE = (
    # An office first, the name paragraphs later.
    (
        "A Tarn Dam Ministry spokesman said it was late.\n\nThe river rose.\n\nNobody came.\n\nIt rained.\n\n"
        "It is old, said a Dam Ministry spokesman, Jon Hale.",
        ["Jon Hale"],
    ),
    # Somebody told by whose they are, by a second office, by what they were.
    (
        "Ned Poole left on Monday.\n\nHis lawyer, Jane Roe, said it was late.\n\nPoole has lived in Tarn since May.\n\n"
        "His lawyer said that it was old.",
        ["Jane Roe"],
    ),
    (
        "Former Tarn City Mayor Jon Hale joined those who doubt it.\n\nThe former Dam Party nominee said it was late.",
        ["Jon Hale"],
    ),
    # Bodies and governments by other names.
    ("TBN News reported that it was late. “It is old,” TBN reported.", ["TBN News"]),
    ("Russia said it was late. Moscow says it is old.", ["Russia"]),
    ("The Daily Dam said it was late. The Dam says it is old.", ["Daily Dam"]),
    ("Some critics said it was late. Critics said it was old.", ["Some critics"]),
    # Documents and their makers.
    ("Jane Roe said it was late. The Roe report said it was old.", ["Jane Roe"]),
    ("The Dam Department said it was late. “It is old,” the filing says.", ["Dam Department"]),
    (
        "A poll by Harwood University found that it was late. Harwood University's survey shows that it is old.",
        ["A poll by Harwood University"],
    ),
)


@pytest.mark.parametrize(("body", "names"), ONCE)
def test_each_is_one_source(body: str, names: list[str]):
    assert [one.name for one in read(HEAD + body).sources] == names


WHO = (
    ("The plan drew fire from some critics who said it was late.", "some critics"),
    ("It came two weeks after owner Jon Hale, a boyhood fan of the team who once declared it was late.", "Jon Hale"),
    ("The paper draws a comparison to Senator Jane Roe (D-OH), who claimed it was late.", "Jane Roe"),
    ("It met the doubts of young people in the town who said it was late.", "young people in the town"),
)


@pytest.mark.parametrize(("body", "name"), WHO)
def test_who_takes_up_those_in_a_phrase_about_a_thing(body: str, name: str):
    assert [one.name for one in read(HEAD + body).sources] == [name]


SAID = (
    ("The Dam Board announced on March 28 it will close the dam.", ["it will close the dam"]),
    ("Jane Roe said in September the dam would close.", ["the dam would close"]),
    ("Jane Roe said, however, that the dam was old.", ["that the dam was old"]),
    ("Jane Roe wrote, in reply to a joke, that the dam was old.", ["that the dam was old"]),
    (
        "Jane Roe said that, while the council had endorsed the plan, the dam was old.",
        ["that, while the council had endorsed the plan, the dam was old"],
    ),
    ("According to the mayor, who is new, the dam is old.", ["the dam is old"]),
    ("Jane Roe referred to the council as “slow.”", ["the council as “slow.”"]),
    ("The councillors have all said that the dam is old.", ["that the dam is old"]),
)


@pytest.mark.parametrize(("body", "content"), SAID)
def test_what_is_said_begins_behind_what_is_inserted(body: str, content: list[str]):
    text = HEAD + body
    assert [piece.of(text) for one in read(text).quotations for piece in one.content if one.source] == content


def test_those_who_are_counted_say_nothing():
    (source,) = read(HEAD + "The Dam Board reported that the number of guests who have said so has grown.").sources
    assert source.name == "Dam Board"
