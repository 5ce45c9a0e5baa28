"""The table of sources: no row for who says nothing, one for each who does, under their name and with their role."""

import pytest

from detector.article import Source
from tests.attribution.said import statements
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"


def sources(body: str, head: str = HEAD) -> list[Source]:
    return list(read(head + body).sources)


NOBODY = (
    # Deeds, states and works that are no words.
    "Elected leaders assert civilian control over the harbour.",
    "Police unions weigh in, obstructing the plan and thereby maintaining control of what the town knows.",
    "Voters have shown no sign they are in a hurry for the dam.",
    "The senate's majority pressed to bar the mayor from sending out ballots.",
    "Tom Hale writes a weekly column on old dams.",
    "Rebels attacked quiet villages as the police stood by.",
    "The Hale administration on Friday continued its effort to portray Tarn as a threat.",
    "She had to divert some of her energies defending the dam.",
    "It is moving, but not because Jane Roe put it there.",
    "There were no crowds on Wall Street or Capitol Hill demanding change.",
    # Nobody in particular, and what is only supposed.
    "People often tell pollsters they read more than they do.",
    "It often involves one group accusing another of being afraid.",
    "Some older members rarely repeat the warning that the dam is old.",
    "The speculation that she or her deputy wrote the letter was wrong.",
    # Who only asks.
    "Readers asked us if it was true.",
    "When the mayor was asked by local reporters about her trip, she left.",
    # What is taken for a subject.
    "That is the right call right now; it would be late.",
    "They liked the announcement of a plan to send boats as quickly as ever.",
)


@pytest.mark.parametrize("body", NOBODY)
def test_whoever_says_nothing_has_no_row(body: str):
    assert sources(body) == []


SAID = (
    ("Elected leaders assert that the dam is old.", "Elected leaders"),
    ("Acme maintains that the dam is old.", "Acme"),
    ("Tom Hale wrote that the dam was old.", "Tom Hale"),
    ("It was late, Tom Hale wrote.", "Tom Hale"),
    ("The mayor attacked the plan as a waste.", "mayor"),
    ("People in the harbour told reporters they were afraid.", "People in the harbour"),
    ("Tom Hale told us that the dam was old.", "Tom Hale"),
    ("Some of the officials said the dam was old.", "Some of the officials"),
)


@pytest.mark.parametrize(("body", "name"), SAID)
def test_whoever_says_something_keeps_theirs(body: str, name: str):
    assert [source.name for source in sources(body)] == [name]


ONE = (
    # First names for short, bodies with and without their country, by letters, by their fuller name.
    ("Union President Michael Hale said it was old. Mike Hale said it was late.", "Michael Hale"),
    (
        "The United States Conference of Catholic Bakers said it was old. The U.S. Conference of Catholic Bakers said "
        "it was late.",
        "United States Conference of Catholic Bakers",
    ),
    (
        "The United States Bread Trade office said it was late. The USBT said it was old.",
        "United States Bread Trade office",
    ),
    # Epithets.
    ("Sen. Tammy Roe spoke. The Illinoisan said it was late.", "Tammy Roe"),
    ("Tom Dell met the press. The four-time All-Star said it was late.", "Tom Dell"),
    ("Tom Dell met the press. The 30-year-old Tarn newcomer said it was late.", "Tom Dell"),
    # Groups told again, or by one of them.
    ("Experts said it was late. Some of these experts said it was old.", "Experts"),
    ("Two harbour officials said it was late. One of the officials said it was old.", "Two harbour officials"),
    (
        "Republican officials involved in the talks said it was late. The GOP officials said it was old.",
        "Republican officials involved in the talks",
    ),
    (
        "Advocates in touch with the mayor said it was late. The harbour advocates said it was old.",
        "Advocates in touch with the mayor",
    ),
    # The same words, given to somebody without a name in the deck.
    (
        "“Why was there no inquiry before he went?” one former official asked.\n\nThe town was quiet.\n\n“Why was "
        "there no inquiry before he went?” asked Jane Roe, a former harbour official.",
        "Jane Roe",
    ),
    # Where a name ends, and whose the relative clause is.
    ("The jury gave custody of the boys to Jane Roe, a doctor, who contended that it was late.", "Jane Roe"),
    (
        "A complaint written by an anonymous harbour official who said that it was late came in.",
        "an anonymous harbour official",
    ),
    ("Tom Hale, a teacher at Tarn College as well as a certified mechanic says it was late.", "Tom Hale"),
    ("“Yes,” said Arthur, “it is late.”", "Arthur"),
    ("Democratic House Minority Whip Stan Hoyle said it was late.", "Stan Hoyle"),
)


@pytest.mark.parametrize(("body", "name"), ONE)
def test_one_source_has_one_row(body: str, name: str):
    assert [source.name for source in sources(body)] == [name]


APART = (
    ("Republican officials in the talks said it was late. The Democratic officials said it was old.", 2),
    ("Harbour officials said it was late. The White House officials said it was old.", 2),
    ("Two harbour officials said it was late. One of the officials, Jane Roe, said it was old.", 2),
    ("Michael Hale said it was old. Martin Hale said it was late.", 2),
    ("George Wash died long ago. The Texan said it was late. Ann Moss said it was old.", 2),
    ("“It is fine,” one official said. “It is fine,” said Jane Roe, a teacher.", 2),
)


@pytest.mark.parametrize(("body", "count"), APART)
def test_whom_nothing_brings_together_have_rows_of_their_own(body: str, count: int):
    assert len(sources(body)) == count


def test_both_groups_are_the_last_two():
    body = "The Tarn League and the Acme Institute met. Both groups confirmed that it was old."
    assert [source.name for source in sources(body)] == ["Tarn League", "Acme Institute"]


ROLES = (
    ("First lady Jane Roe said it was late.", "First lady"),
    ("“It is late,” the harbour's press secretary, Jane Roe said in a statement.", "press secretary"),
    ("Fox contributor Jane Roe said it was late.", "contributor"),
    ("Nationals center fielder Jane Roe said it was late.", "center fielder"),
    ("On a tour of the private 40-acre plot with ecology expert Jane Roe, Roe said it was late.", "ecology expert"),
    ("Acme's founder and chief executive officer Jane Roe said it was late.", "founder and chief executive officer"),
    ("Jane Roe, an economics professor and former head of the bank, said it was late.", "economics professor"),
    ("Jane Roe met the press. The 30-year-old newcomer said it was late.", None),
)


@pytest.mark.parametrize(("body", "role"), ROLES)
def test_the_role_is_what_the_article_says(body: str, role: str | None):
    assert [(source.name, source.role) for source in sources(body)] == [("Jane Roe", role)]


def test_those_named_behind_one_title_have_it_each():
    together = sources("Ohio Gov. Jerry Rowe and Sens. Dianne Hale and Barbara Moss said it was late.")
    assert [(one.name, one.role) for one in together] == [
        ("Jerry Rowe", "Gov."),
        ("Dianne Hale", "Sen."),
        ("Barbara Moss", "Sen."),
    ]


def test_a_body_in_an_office_is_written_without_acting():
    body = "Acting Tarn Navy Secretary Tom Hale said it was late. The Navy said it was old."
    assert [(one.name, one.affiliation) for one in sources(body)] == [("Tom Hale", "Tarn Navy"), ("Tarn Navy", None)]


HEADLINES = (
    ("Tarn Mayor: We Should Go", "“We should go,” Tarn Mayor Jess Argo said on Monday.", ["Jess Argo"]),
    ("Lawmaker: We Should Go", "“We should go,” Rep. Jess Argo said on Monday.", ["Jess Argo"]),
)


@pytest.mark.parametrize(("title", "body", "names"), HEADLINES)
def test_an_office_in_the_headline_is_nobody_beside_whom_the_body_names(title: str, body: str, names: list[str]):
    assert [source.name for source in sources(body, f"{title}\n\n")] == names


def test_a_name_ends_before_the_verb():
    text = "When the Roe administration released its proposed “Safer Bread Rule” in May, it said it was late."
    assert {name for name, _ in statements(text)} == {"Roe administration"}
