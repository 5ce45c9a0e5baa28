"""Who is never shown as a source, and what is not read as one."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

NOBODY = (
    "Everyone knows that the dam is old.",
    "This suggested that the dam was old.",
    "The fast-track legislation said that the dam was old.",
    "Our camera at Tarn shows the sea coming over the wall.",
    "Much of his presidency showed that the dam was old.",
    "The other was angry, saying that the dam was old.",
    "Not all members said that the dam was old.",
    "Neither Roe nor anyone in the council has said that the dam was old.",
    "Ten percent of voters say that the dam is old.",
    "Jane Roe and the clubs supporting her have begun a new walk.",
    "Jane Roe launched a new firm called Harwood Capital and left.",
    "Norway’s attack found its range, and seven boats turned.",
)


@pytest.mark.parametrize("sentence", NOBODY)
def test_what_names_nobody_is_no_source(sentence: str):
    assert read(HEAD + sentence).sources == ()


def test_a_study_of_the_writers_speaks_for_itself():
    (source,) = read(f"{HEAD}Our report suggested that the dam was old. Our view is that it was late.").sources
    assert (source.name, source.kind) == ("Our report", "document")


def test_a_heading_without_a_stop_gives_nobody_a_wish():
    assert read(f"{HEAD}Chess club seeks new board\n\nIt rained.").quotations == ()


def test_members_of_a_source_do_not_take_its_words():
    text = "Mona Archer, the secretary of the Boat Owners’ Union, said its members supported a limit."
    (source,) = read(HEAD + text).sources
    assert (source.name, source.affiliation) == ("Mona Archer", "Boat Owners’ Union")


def test_a_relative_clause_after_an_apposition_is_of_the_name():
    text = "“The dam is old and tired,” said Anton Bielik, a deputy of the Tarn party, who demanded a vote of all."
    assert [source.name for source in read(HEAD + text).sources] == ["Anton Bielik"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quillon reported that the dam was old.", "organisation"),
        ("Quillon said that the dam was old. He left.", "person"),
        ("Grid Norway West says it has 300 crews.", "organisation"),
        ("Quillon, a boat maker in the north, said that the dam was old.", "organisation"),
        ("A farmer, Quillon, said that the dam was old.", "person"),
    ],
)
def test_a_bare_name_is_what_the_words_beside_it_say(text: str, kind: str):
    assert [source.kind for source in read(HEAD + text).sources] == [kind]
