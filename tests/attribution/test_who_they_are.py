"""What the table says of a source: name, role and affiliation, whole and of the source alone."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

TOLD = (
    # An office of several words stays whole, and what only describes its holder is no part of it.
    ("National Security Adviser Robert Brill said it was late.", "Robert Brill", "National Security Adviser", None),
    ("U.S. Senate Majority Leader Mona Peel said it was late.", "Mona Peel", "Senate Majority Leader", "United States"),
    ("Rapid Response Coordinator Stan Gest said it was late.", "Stan Gest", "Rapid Response Coordinator", None),
    ("“It is late,” embattled Secretary of State Mona Peel said.", "Mona Peel", "Secretary of State", None),
    ("Event co-chairs Sen. Jane Lank (R-Okla.) said it was late.", "Jane Lank", "Sen.", "Republican Party"),
    ("He met chief Roe strategist Stan Bann, who has said it was late.", "Stan Bann", "strategist", "Roe"),
    # Whom somebody speaks or works for.
    ("Mona Casco, a spokeswoman for Sanders, said it was late.", "Mona Casco", "spokeswoman", "Sanders"),
    ("Mona Casco, a lawyer for the Sanders campaign, said it was late.", "Mona Casco", "lawyer", "Sanders campaign"),
    (
        "Roe campaign Deputy Director of Communications Jane Parks said it was late. Dana Roe spoke.",
        "Jane Parks",
        "Deputy Director of Communications",
        "Roe campaign",
    ),
    ("Stan Waxer, one of Harwood's lawyers, said it was late.", "Stan Waxer", "lawyer", "Harwood"),
    # The body behind an office of a name's own, and no month, no origin.
    ("Robin Lee, the CEO of Baiko, said it was late.", "Robin Lee", "CEO", "Baiko"),
    ("Robin Lee, the C.E.O. of Baiko, China’s answer to Tarn, said it was late.", "Robin Lee", "C.E.O.", "Baiko"),
    ("Speaker of the House Jane Hubb said it was late.", "Jane Hubb", "Speaker", None),
    ("A May 3 poll said it was late.", "A May 3 poll", None, None),
    ("African American leaders said it was late.", "African American leaders", None, None),
    ("Several Democrats left him after saying that it was late.", "Several Democrats", None, "Democratic Party"),
    ("The Office of Special Counsel said it was late.", "Office of Special Counsel", None, None),
    ("A woman said it was late. “It is old,” said the woman, Jane Phelps.", "Jane Phelps", None, None),
    ("Stan Corn, the Senate's No. 2 Republican, said it was late.", "Stan Corn", None, None),
    ("Stan Corn, a former U.N. ambassador, said it was late.", "Stan Corn", "former ambassador", "U.N."),
    ("A lawyer for the Fowl family, Stan Tepp of Tarn, said it was late.", "Stan Tepp", "lawyer", "Fowl"),
    ("He saw Govs. Jane Johns and Mona Wells. Johns said it was late.", "Jane Johns", "Gov.", None),
    (
        "“It is late,” said Stan Waxer, chief operating officer of the mill.",
        "Stan Waxer",
        "chief operating officer",
        None,
    ),
    ("Its editor-at-large Stan Levin said it was late.", "Stan Levin", "editor-at-large", None),
    ("Stan Levin, co-host of the show, said it was late.", "Stan Levin", "co-host", None),
    ("Stan Ebel, who owns a bakery in Brooklyn, said it was late.", "Stan Ebel", "who owns a bakery", None),
    # A body's name that holds "and"; an office behind a body's name is no part of it.
    (
        "Ways and Means Committee Chairman Stan Corn said it was late.",
        "Stan Corn",
        "Chairman",
        "Ways and Means Committee",
    ),
    ("Twitter CEO Stan Corn said it was late.", "Stan Corn", "CEO", "Twitter"),
    (
        "The council, led by House Speaker Mona Peel, left. The House Speaker said it was late.",
        "Mona Peel",
        "House Speaker",
        None,
    ),
    (
        "Hank Peel, director of the Center for Law and the Arts at Harwood University, said it was late.",
        "Hank Peel",
        "director",
        "Center for Law and the Arts",
    ),
    ("Tarn Post Editor in Chief Mona Peel said it was late.", "Mona Peel", "Editor in Chief", "Tarn Post"),
    ("While District Attorney Mona Peel said it was late, nobody left.", "Mona Peel", "District Attorney", None),
    # What a place was the scene of says nothing of where somebody belongs.
    ("Rivals, among them Iraq war veteran Mona Peel, who said it was late, left.", "Mona Peel", "war veteran", None),
    # A name behind quoted words keeps what is said of it.
    (
        "“We have a draft of it,” Mona Peel, the town's chief negotiator told the Times in Kabul.",
        "Mona Peel",
        "chief negotiator",
        None,
    ),
    ("However, last week senior Tarn officials said it was late.", "senior Tarn officials", None, "Tarn"),
    # Where something stands is nobody's employer; the subject of a sentence is no apposition.
    ("Mona Burns, the owner of a bakery in Harwick, said it was late.", "Mona Burns", "owner", None),
    ("Though some praise Jane Corn, an air of doubt hangs over it. Corn said it was late.", "Jane Corn", None, None),
    # What only tells when is no part of a name.
    ("The White House this afternoon said it was late.", "White House", None, None),
    # What opens the sentence is no part of a name.
    (
        "Dana Roe left. But now the Roe administration has left. “It is late,” the Roe administration said.",
        "Roe administration",
        None,
        None,
    ),
)


@pytest.mark.parametrize(("body", "name", "role", "affiliation"), TOLD)
def test_role_and_affiliation_are_told_whole(body: str, name: str, role: str | None, affiliation: str | None):
    (source,) = read(HEAD + body).sources
    assert (source.name, source.role, source.affiliation) == (name, role, affiliation)


def test_citizens_told_by_their_origin_are_of_no_side():
    assert [source.side for source in read(f"{HEAD}African American leaders said it was late.").sources] == [None]


def test_a_name_without_a_role_does_not_take_that_of_an_unnamed_source():
    text = "A senior official said it was late. Dana Mack added that it was old."
    assert [source.name for source in read(HEAD + text).sources] == ["A senior official", "Dana Mack"]
