"""Studies, polls and other documents: what they are called, who asked whom, and what takes them up."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

ONE = (
    # Those asked are no source beside the poll.
    (
        "A poll by Harwood University found that it was late. Another 39 percent say they are calm.",
        "A poll by Harwood University",
    ),
    (
        "It was late, according to reputable polls taken in May. Two-thirds of voters say it is old.",
        "reputable polls",
    ),
    (
        "It was late, according to a series of surveys run since April. Eleven percent of voters say it is old.",
        "a series of surveys",
    ),
    # What a relative clause is about stands before the comma.
    (
        "It was late, according to a Harwood index. This yearly survey, which rates the state of dams in 60 towns—on "
        "five scales—finds that it is old.",
        "a Harwood index",
    ),
    # A copy is what it holds.
    ("It was late, according to a copy of the letter.", "letter"),
    # Who sued speaks in the lawsuit.
    ("Jane Roe sued the board, arguing that it was late. The lawsuit also says that it is old.", "Jane Roe"),
    # People who know of something are the same, however it is called.
    (
        "It was late, said two people familiar with the dam. It is old, say two people familiar with the plan.",
        "two people familiar with the dam",
    ),
    # A poll that is released on a day.
    (
        "A poll released in May by Harwood University, meanwhile, found that it was late.",
        "A poll released in May by Harwood University",
    ),
)


@pytest.mark.parametrize(("passage", "name"), ONE)
def test_a_document_is_one_source_however_it_is_taken_up(passage: str, name: str):
    assert [source.name for source in read(HEAD + passage).sources] == [name]


NAMES = (
    ("Harwood.com Inc. closed two mills. The company said it was late.", "Harwood.com Inc."),
    ("Harwood Inc. closed two mills. Harwood said it was late.", "Harwood Inc."),
    ("The Q&A Institute said it was late.", "Q&A Institute"),
    ("Tarn-fil-A decided to back down and announced publicly that it was late.", "Tarn-fil-A"),
    ("Harwood College reports 23 pupils have been ill.", "Harwood College"),
    ("The Dam Agency would not comment. It reissued a statement saying it was late.", "Dam Agency"),
    ("Doctors and medical professionals say it was late.", "Doctors and medical professionals"),
    (
        "Teachers who have spent the past week planning for a complicated spring term said it was late.",
        "Teachers",
    ),
)


@pytest.mark.parametrize(("passage", "name"), NAMES)
def test_a_body_has_its_whole_name(passage: str, name: str):
    assert [source.name for source in read(HEAD + passage).sources] == [name]


def test_who_reports_that_somebody_said_something_is_a_source_too():
    result = read(f"{HEAD}Jane Roe has dismissed the plan as pointless, according to the Harwood Gazette.")
    assert {source.name for source in result.sources} == {"Jane Roe", "Harwood Gazette"}
