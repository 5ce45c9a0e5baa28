"""Titles of two words, what is no employer, what is no source, and whom "the group" takes up."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"
TITLES = (
    ("Tarn County District Attorney Dan Roe said that the dam was old.", "District Attorney"),
    ("Rear Adm. Dan Roe said that the dam was old.", "Rear Adm."),
    ("Norbank Managing Director Dan Roe said that the dam was old.", "Managing Director"),
    ("Norbank Chief Financial Officer Dan Roe said that the dam was old.", "Chief Financial Officer"),
)


@pytest.mark.parametrize(("text", "role"), TITLES)
def test_a_title_of_two_words_is_kept_whole(text: str, role: str):
    (source,) = read(HEAD + text).sources
    assert (source.name, source.role) == ("Dan Roe", role)


EMPLOYERS = (
    ("Islamist websites reported that the dam was old.", None),
    ("Joe Roe, a Tarn-born teacher, said the dam was old.", None),
    ("Roe's friends told the Gazette that the dam was old. Joe Roe wrote a book.", None),
    ("Roe's lawyers told the Gazette that the dam was old. Joe Roe wrote a book.", "Roe"),
    ("Norbank's engineers said the dam was old.", "Norbank"),
)


@pytest.mark.parametrize(("text", "affiliation"), EMPLOYERS)
def test_faith_origin_and_friends_are_no_employer(text: str, affiliation: str | None):
    assert read(HEAD + text).sources[0].affiliation == affiliation


SILENT = (
    "A video has surfaced purporting to show that the dam was old.",
    "Photos from the town showed that the dam was old.",
    "A clip that went round on Monday shows that the dam is old.",
)


@pytest.mark.parametrize("text", SILENT)
def test_what_shows_something_is_no_source(text: str):
    assert not read(HEAD + text).sources


TAKEN_UP = (
    "The Dam Workers Alliance said it was glad of the new TWPD rule. “Most of us are old,” the group said.",
    "Norbank said it had bought Tarn Water. “The dam is old,” the company said.",
)


@pytest.mark.parametrize("text", TAKEN_UP)
def test_the_group_is_the_last_body_that_spoke(text: str):
    assert len(read(HEAD + text).sources) == 1


def test_the_company_is_another_that_acts_since():
    text = "Norbank said it was glad of the dam. Tarn Water bought a mill. The company said the mill was old."
    assert [one.name for one in read(HEAD + text).sources] == ["Norbank", "Tarn Water"]


def test_a_video_that_says_something_is_a_document():
    (source,) = read(f"{HEAD}The campaign video says that the dam is old.").sources
    assert (source.name, source.kind) == ("campaign video", "document")


ISSUED = (
    "The Dam Workers Guild met on Monday and wrote a letter stating that the dam was old. The letter said it leaked.",
    "Tarn Water said the dam was old. “It leaks,” the Tarn Water news release said.",
    "Roe's friends said the dam was old. “It leaks,” his friends said. Joe Roe met the mayor.",
    "Roe's mother, Jane, said the dam was old. Joe Roe left. “It leaks,” Jane Roe said.",
)


STUDIES = (
    "A study in the Journal of Dams found that it leaks. “It is old,” the researchers said. The team said it grew.",
    "A paper by Joe Roe and his colleagues says that the dam is old. The findings of Mr Roe suggest that it leaks.",
    "Researchers at Tarn University said the dam was old. The researchers said it leaked. The team said it grew.",
)


@pytest.mark.parametrize("text", [*ISSUED, *STUDIES])
def test_what_is_issued_who_is_close_to_one_person_and_a_study_with_its_authors_are_one_source(text: str):
    assert len(read(HEAD + text).sources) == 1


def test_a_report_that_somebody_releases_is_another_source():
    text = "Joe Roe, a teacher, released a report saying that the dam was old. Jane Hale, a diver, said it was new."
    assert len(read(HEAD + text).sources) == 2


def test_each_of_two_senators_has_a_state_of_their_own():
    text = "Ohio Sen. Ann Hale and Vermont Sen. Joe Roe met on Monday. “I am tired of the dam,” Roe said."
    assert [(one.name, one.affiliation) for one in read(HEAD + text).sources] == [("Joe Roe", "Vermont")]


def test_the_researchers_are_no_study_of_which_somebody_by_name_spoke_since():
    text = "A study in the Journal of Dams found that it leaks. Diver Joe Roe said it was old. The team said it grew."
    assert len(read(HEAD + text).sources) > 1


def test_letters_with_stops_are_a_body_s():
    (source,) = read(
        f"{HEAD}The World Dam Organization said it was glad of it. The dam is old, the W.D.O. said."
    ).sources
    assert source.name == "World Dam Organization"
