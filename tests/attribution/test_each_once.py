"""Each source once: names with the descriptions, documents and companions that stand for them."""

import pytest

from detector.article import Source
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"


def sources(body: str) -> list[Source]:
    return list(read(HEAD + body).sources)


ONE = (
    # Nobody named so far, then a name.
    (
        "A spokesperson for the harbour said it was safe. “We test it,” the spokesperson, Dana Reed, said in an email.",
        "Dana Reed",
    ),
    ("A retired judge said it was late. “They decide,” Stan Poole, who sat for 20 years, said.", "Stan Poole"),
    ("The governor of Tarn said it was late. Gov. Kirsti Noll said it was fine. The governor said so.", "Kirsti Noll"),
    ("Bill Clifton spoke on Friday. The former president said it was late.", "Bill Clifton"),
    # Other ways to write a name, and clauses that hold one.
    ("Rep. Alexandra Ocampo-Cole said it was late. AOC said it was fine.", "Alexandra Ocampo-Cole"),
    ("Roe’s campaign said it was late. The Roe campaign said it was fine.", "Roe’s campaign"),
    ("C.E.O. Mark Zimmer said it was late. Zimmer said it was fine.", "Mark Zimmer"),
    ("The Tarn Post reported that it was late. The newspaper said it was fine.", "Tarn Post"),
    ("The Economist said it was late. “It is old,” the magazine admitted.", "Economist"),
    ("The poll said it was late. The survey found that it was fine.", "poll"),
    # What stands between a name and its verb.
    ("Brian Welsh, Tarn strategist at Rock Solutions said it was late. He added that it was old.", "Brian Welsh"),
    # Documents and those who made them.
    ("Nora Peel said it was old. “It is late,” the statement continued. Peel's tweet said it was bad.", "Nora Peel"),
    ("“There is no doubt,” said a statement from Tom Sands, the head of the union.", "Tom Sands"),
    (
        "The Government Audit Office said it was old. The GAO’s report said it was late. A legal opinion by the "
        "Government Audit Office says it is fine.",
        "Government Audit Office",
    ),
    ("Acme Mills said it was old. In a statement the company said it was late. The statement said so.", "Acme Mills"),
    ("A lawsuit says that it was late. “It is old,” the document said.", "A lawsuit"),
    ("Court documents say that it was late. It was old, documents show.", "Court documents"),
    (
        "The Tarn Falls Courier-Post reported that it was late. The Courier-Post said it was fine.",
        "Tarn Falls Courier-Post",
    ),
    # Epithets by state or political party.
    ("Jeb Bell spoke. Bell said it was old. “It is late,” the former Florida governor said.", "Jeb Bell"),
    ("Nancy Peel spoke. Peel said it was old. “It is late,” the California Democrat said.", "Nancy Peel"),
    ("Nancy Peel spoke. Peel said it was old. “It is late,” the California Republican said.", "Nancy Peel"),
    ("Chuck Grass, R-Iowa, met Tom Dell, D-Ohio, in May. “It is late,” the Iowa Republican said.", "Chuck Grass"),
    ("Former port aides said it was late. Several former port aides said it was old.", "Former port aides"),
    # A group among another, one that only acts, and somebody who did a thing.
    (
        "Many legal and political experts said it was late. Legal experts quickly tore it down. It is old, they said.",
        "Many legal and political experts",
    ),
    ("An endorsement of Hale by Rep. Jane Roe said it was late.", "Jane Roe"),
    # What opens the sentence, and the dateline, are not the source.
    ("It is old. But two members of the council said it was late.", "two members of the council"),
    ("TARNTON (Wire) - U.S. President Jane Roe on Sunday backed off, tweeting that it was late.", "Jane Roe"),
    # Where a name ends.
    ("CBS Tarnville says it was late.", "CBS Tarnville"),
    (
        "The U.S. Fish and Farm Administration said it was late. The FFA said it was old.",
        "U.S. Fish and Farm Administration",
    ),
    ("Multiple eye witnesses said it was late.", "Multiple eye witnesses"),
    ("On Tarn News Sunday Rogers said it was late. Ben Rogers left.", "Ben Rogers"),
    # Companions, and people without a name.
    ("The mayor and her allies said that it was old. Mayor Ann Moss said it was late.", "Ann Moss"),
    ("The program's hosts said that it was old. The hosts said it was late.", "program's hosts"),
    (
        "A senior White House official said it was old. “It is late,” a senior White House official said.",
        "A senior White House official",
    ),
    ("Tom Dell met voters. “It is late,” the 56-year-old said.", "Tom Dell"),
    ("Alan Moss said it was late. President Moss said it was fine. “No,” Alan said.", "Alan Moss"),
)


@pytest.mark.parametrize(("body", "name"), ONE)
def test_one_source_is_shown_once_under_its_best_name(body: str, name: str):
    assert [source.name for source in sources(body)] == [name]


TWO = (
    "Wisconsin Gov. Scott Webb left. “It is late,” the Florida governor said. Webb said it was fine.",
    "The White House said it was late. The House said it was fine.",
    "A spokesman for Jane Roe said it was late. Jane Roe left at noon.",
    "An official said it was late. Mayor Jane Roe said it was fine.",
    "A neighbor said it was late. “It is fine,” said Jane Roe, the mayor.",
    "Tarn researchers said it was late. Officials said it was fine.",
    "Vice President Mike Penn said it was late. The president said it was fine.",
    "President Al Moss said it was late. The former president said it was fine.",
    "A resident said it was late. A resident said it was fine.",
)


@pytest.mark.parametrize("body", TWO)
def test_those_whom_nothing_makes_one_stay_apart(body: str):
    result = read(HEAD + body)
    assert len(result.sources) == len(result.quotations)


def test_a_report_whose_maker_says_nothing_else_stands_by_itself():
    (source,) = sources("The Tarn Institute’s report said it was late.")
    assert (source.kind, source.affiliation) == ("document", "Tarn Institute")


def test_what_two_say_together_is_each_ones():
    result = read(f"{HEAD}Kim Foyle and Ben Gore said it was late. Gore said that it was fine.")
    names = {source.id: source.name for source in result.sources}
    assert [names[one.source or ""] for one in result.quotations] == ["Kim Foyle", "Ben Gore", "Ben Gore"]
    both = sources("Kim Foyle and Ben Gore said it was late.")
    assert [one.name for one in both] == ["Kim Foyle", "Ben Gore"]
    bodies = sources("On Monday, the Dairy Board and the National Milk Administration announced they were closing.")
    assert [one.name for one in bodies] == ["Dairy Board", "National Milk Administration"]


BRACKETS = ("(D., Ohio)", "(D–Ohio)", "(D-Ohio)", "(D)", "(D, Ohio)", "(D-N.Y.)")


@pytest.mark.parametrize("bracket", BRACKETS)
@pytest.mark.parametrize(("letter", "party"), [("D", "Democratic Party"), ("R", "Republican Party")])
def test_a_party_in_brackets_is_the_side(bracket: str, letter: str, party: str):
    body = f"Rep. Jamie Rusk {bracket.replace('D', letter)} said it was late. Libertarians said it was fine."
    assert sources(body)[0].side == party


def test_several_people_with_parties_are_several():
    body = "House Speaker Nora Peel (D-Ohio) and Rep. Earl Blum (R., Iowa) said it was late. Peel said it was old."
    assert [(one.name, one.side) for one in sources(body)] == [
        ("Nora Peel", "Democratic Party"),
        ("Earl Blum", "Republican Party"),
    ]


def test_who_represents_the_accusers_of_somebody_is_not_of_their_side():
    lawyer, _ = sources(
        "Lisa Blum, who represents some of Tom Epps's accusers, said it was old. Tom Epps said it was fine."
    )
    assert (lawyer.affiliation, lawyer.role) == (None, "who represents some of Tom Epps's accusers")


PRONOUNS = (
    ("Anna Berg was photographed with Lena Epps. Epps's friend left. She said it was late.", "Anna Berg"),
    ("Like former Gov. Gary Johns in 2012, Paul Amos is a favorite. He said it was late.", "Paul Amos"),
    ("While all were reading Don Tramp's mail, President Oban did something odd. He said it was late.", "Oban"),
    ("President Oban met Tom Hale on Friday. He signed the paper at noon. He said it was late.", "Oban"),
    ("The Democratic Party made a wave, CNN reported. It won. Experts doubted it. They said it was late.", "Experts"),
    ("Anna Berg left. Her claim that it was late is old.", "Anna Berg"),
)


@pytest.mark.parametrize(("body", "name"), PRONOUNS)
def test_a_pronoun_stands_for_the_subject_before_it(body: str, name: str):
    result = read(HEAD + body)
    names = {source.id: source.name for source in result.sources}
    assert names[result.quotations[-1].source or ""] == name


def test_a_pronoun_that_fits_two_alike_is_left_open():
    result = read(f"{HEAD}Tom Hale and Ben Gore were late. He said it was late.")
    assert [one.source for one in result.quotations] == [None]


STATED = (
    ("Former FBI Director Jane Comb said it was late.", "Former Director", "FBI"),
    ("House Speaker Nora Peel said it was late.", "House Speaker", None),
    ("Senate Majority Leader Tom Bell said it was late.", "Senate Majority Leader", None),
    ("Justice Department Inspector General Al Horo said it was late.", "Inspector General", "Justice Department"),
    ("Liberty Counsel founder and chairman Matt Stone said it was late.", "founder and chairman", "Liberty Counsel"),
    ("Ben Gore, the chief of staff for the Tarn Union, said it was late.", "chief of staff", "Tarn Union"),
    ("Dean’s sister, Ann Lee Dean, said it was late.", "sister", None),
    ("A White House official said it was late.", "official", "White House"),
    ("White House Press Secretary Kay Menny said it was late.", "Press Secretary", "White House"),
    ("Republican U.S. Senator Lisa Murk said it was late.", "Senator", "Republican Party"),
    ("Jason Kent, the CEO of Digital Content Next, said it was late.", "CEO", None),
    # A role is whole: what somebody is in charge of, what stands inside it, what says that it is over.
    ("Special Counsel Rob Moss said it was late.", "Special Counsel", None),
    ("White House Deputy Press Secretary Hal Gill said it was late.", "Deputy Press Secretary", "White House"),
    ("Fred Mayer, professor of public policy and law, said it was late.", "professor of public policy and law", None),
    ("Tony Dyer, chief market strategist at Acme Mills, said it was late.", "chief market strategist", "Acme Mills"),
    (
        "Tom Sands, the president and general counsel of the Tarn Fund, said it was late.",
        "president and general counsel",
        None,
    ),
    ("Jane Roe, who was British defence secretary until May, said it was late.", "former defence secretary", None),
    ("Jon Hale, a former U.S. ambassador to Peru, said it was late.", "former ambassador", None),
    ("Onikah Moss-Hale, owner of Tarn Street Books, said it was late.", "owner", "Tarn Street Books"),
    (
        "Noah Bell, director of Citizens for Truth and Ethics, said it was late.",
        "director",
        "Citizens for Truth and Ethics",
    ),
    # What somebody else is, or does, is no part of it.
    ("In addition to Jane Roe, the meeting was about Tom Dell. Roe said it was late.", None, None),
    ("Besides Jane Roe, the meeting was about Tom Dell. Roe said it was late.", None, None),
    ("Tom Roe, the former mayor and party candidate’s 26-year-old son, said it was late.", "son", None),
    ("The bill partly funds President Jane Roe’s wall. President Roe said it was late.", "President", None),
    ("House Speaker Nora Peel, an Ohio Democrat, said it was late.", "House Speaker", "Democratic Party"),
    ("Rep. Jamie Rusk (D., Ohio) said it was late.", "Rep.", "Democratic Party"),
)


@pytest.mark.parametrize(("body", "role", "affiliation"), STATED)
def test_role_and_affiliation_are_shown_as_stated(body: str, role: str, affiliation: str | None):
    (source,) = sources(body)
    assert source.role == role
    assert affiliation is None or source.affiliation == affiliation


def test_a_chamber_inside_an_office_and_the_bodys_own_name_are_no_affiliation():
    leader, bureau = sources("Senate Majority Leader Tom Bell said it was late. Census Bureau staff said it was old.")
    assert (leader.role, leader.affiliation) == ("Senate Majority Leader", None)
    assert bureau.affiliation != bureau.name


def test_a_newspaper_named_for_people_is_none():
    (source,) = sources("The Tarn Falls Leader reported that it was old.")
    assert (source.name, source.kind, source.role) == ("Tarn Falls Leader", "organisation", None)


def test_a_name_that_he_takes_up_is_a_persons():
    body = "Vontray Clerk was late. He had a family. Clerk's lawyers said it was old, and he said it was late."
    assert [source.name for source in sources(body)] == ["Clerk's lawyers", "Vontray Clerk"]


def test_a_report_of_the_headline_is_the_document_or_body_below():
    text = "Dam is old, report says\n\nThe Tarn Post reported on Friday that the dam was old."
    assert [source.name for source in read(text).sources] == ["Tarn Post"]


def test_the_agency_of_a_dateline_says_nothing():
    text = "TARNBURY (AP) — Mayor Jane Roe and her rival, Stan Hale, have found what they agree on: the dam is old."
    assert "AP" not in [source.name for source in sources(text)]
