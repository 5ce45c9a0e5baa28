"""Whether a name that stands alone is a person's, what somebody's role is, and what is no source."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"
PEOPLE = (
    # a modifier of "campaign" says nothing of the name; "he" does
    ("Roe said he would veto it. The Roe campaign and the Roe administration agreed.", "Roe"),
    # no "he", no first name, no title: whom all news names by one word
    ("Merkel said the dam was old. Critics of Merkel disagreed.", "Merkel"),
    # the label of an interview is no acronym where the name is known
    ("Clara Holt took questions on the dam. “The dam is old and has to go,” HOLT said.", "Clara Holt"),
)
FIRMS = (
    "Acme said its pumps were sold out. Shares of Acme fell, and he who held them was poorer.",
    "Spotify said the dam was none of its business.",
    "The Fund said the loan was safe.",
    "City Hall said the dam was safe.",
    "Tarn Water said the dam was safe.",
    "The carrier, Holm Vesta, denied that the dam was old.",
)


@pytest.mark.parametrize(("text", "name"), PEOPLE)
def test_a_name_alone_is_a_person(text: str, name: str):
    first = read(HEAD + text).sources[0]
    assert (first.name, first.kind) == (name, "person")


@pytest.mark.parametrize("text", FIRMS)
def test_a_name_alone_is_an_organisation(text: str):
    assert read(HEAD + text).sources[0].kind == "organisation"


def test_a_particle_written_large_makes_no_second_person():
    text = "Luis de Miranda says the dam is old. De Miranda argues that it should go."
    assert [source.name for source in read(HEAD + text).sources] == ["Luis de Miranda"]


ROLES = (
    ("Vice President Jane Roe said the dam was old.", "Jane Roe", "Vice President", None),
    ("Foreign Press Secretary Jane Roe said the dam was old.", "Jane Roe", "Foreign Press Secretary", None),
    ("Secretary of State Jane Roe said the dam was old.", "Jane Roe", "Secretary of State", None),
    ("Arden Secretary of State Quell Roe said the dam was old.", "Quell Roe", "Secretary of State", None),
    ("Jane Roe, Senior Vice President of Sales for Acme, Inc., says: “The dam is old.”", "Jane Roe",
     "Senior Vice President", "Acme"),
    ("Lawmakers questioned Lt. Jane Roe. “The dam is old,” Roe said.", "Jane Roe", "Lt.", None),
    ("Jane Roe, one of the more vocal ones, said the dam was old.", "Jane Roe", None, None),
    ("Chief Justice Jane Roe said the dam was old.", "Jane Roe", "Chief Justice", None),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name", "role", "affiliation"), ROLES)
def test_a_role_is_whole_and_nothing_more(text: str, name: str, role: str | None, affiliation: str | None):
    source = next(source for source in read(HEAD + text).sources if source.name == name)
    assert (source.role, source.affiliation) == (role, affiliation)


def test_a_minister_of_something_is_taken_up_by_the_office():
    text = (
        "The minister of economy, Carla Ribeiro, said that the dam was old. As the minister has explained, it must go."
    )
    assert [source.name for source in read(HEAD + text).sources] == ["Carla Ribeiro"]


NO_SOURCES = (
    "Each character says that the dam is old.",
    "$250 says the dam is old.",
    "The contrary shows that the dam is old.",
    "Tuesday showed that the dam was old.",
    "Trucks large and small, that wanted to say something, came by.",
    "The mayor seems to think that the dam is old and tired.",
    "Please see a short video on the dam and how it was built.",
    "Norway saw a record number of old dams. Editors note: This article will be updated.",
    "The dam is old. (RELATED: Mayor Roe Says BuzzFeed Is ‘Wrong’ On Dams) It may go.",
    "The dam is old. (Read more: Mayor Roe says that it may go.)",
)


@pytest.mark.parametrize("text", NO_SOURCES)
def test_things_days_and_sums_say_nothing(text: str):
    assert read(HEAD + text).sources == ()


def test_what_a_group_is_called_is_no_quotation_of_it():
    text = "On the web a group called “We keep the dam”, referring to the plan, has five thousand members."
    assert not [quotation for quotation in read(HEAD + text).quotations if quotation.cue]


def test_what_stands_before_an_apposition_announces_and_is_not_announced():
    text = "Acme, a maker of pumps for mobile dams and homes, announced a new North American integrated dam system."
    (source,) = read(HEAD + text).sources
    assert source.name == "Acme"


def test_who_is_behind_in_light_of_is_named_alone():
    text = "The vote came in light of Jane Roe’s announcement that the dam was old and had to be closed."
    assert [source.name for source in read(HEAD + text).sources] == ["Jane Roe"]


def test_those_who_were_told_are_people():
    (source,) = read(HEAD + "Two people briefed on the talks said the dam was old.").sources
    assert (source.kind, source.named) == ("collective", False)


REPORTS = (
    ("The dam leaks, according to a report by the Institute for Dams.", "Institute for Dams"),
    ("According to a survey conducted by the Water Board, half of the dams leak.", "Water Board"),
    ("The dam leaks, according to data released by the Labor Department on Monday.", "Labor Department"),
    ("The dam leaks, according to a letter seen by the Guardian.", None),
)


@pytest.mark.parametrize(("text", "author"), REPORTS)
def test_a_document_speaks_for_who_wrote_it(text: str, author: str | None):
    (source,) = read(HEAD + text).sources
    assert (source.kind, source.affiliation) == ("document", author)


def test_who_knows_a_matter_is_a_person_without_a_name():
    text = "The town declined to comment, but a person familiar with the talks said the plan had been dropped."
    (source,) = read(HEAD + text).sources
    assert (source.name, source.kind) == ("a person familiar with the talks", "person")


MARKED = (
    "“The dam is old and tired,’’ Will Moy, chief executive of Acme, told the BBC.",
    "“The dam is old and tired,'' Will Moy said.",
    "‘‘The dam is old and tired,’’ said Will Moy.",
)


@pytest.mark.parametrize("text", MARKED)
def test_two_single_marks_close_what_is_quoted(text: str):
    result = read(HEAD + text + " The sea is calm.")
    (source,), (quotation,) = result.sources, result.quotations
    assert (source.name, quotation.style) == ("Will Moy", "direct")
    (piece,) = quotation.content
    assert piece.of(HEAD + text) == "The dam is old and tired,"


def test_a_last_name_may_be_a_verb_elsewhere():
    text = "Prime Minister Theresa May said the dam was old. It may go. “We go on,” May said."
    assert [source.name for source in read(HEAD + text).sources] == ["Theresa May"]
    asked = read(f"{HEAD}Will Roe say that the dam is old? Roe said it was not.")
    assert [source.name for source in asked.sources] == ["Roe"]


PASSIVE = (
    "The Labour Party was accused on Monday of trying to deceive voters.",
    "The mayor was criticized for lying to the council about the dam.",
)


@pytest.mark.parametrize("text", PASSIVE)
def test_whoever_is_accused_does_not_say_it(text: str):
    assert read(HEAD + text).sources == ()


def test_a_word_between_commas_does_not_turn_a_sentence_around():
    text = "The Labour Party, however, claimed that the dam was old."
    assert [source.name for source in read(HEAD + text).sources] == ["Labour Party"]


def test_the_military_speaks():
    assert read(f"{HEAD}Two boats were lost, the US military said on Monday.").sources[0].name == "US military"


APPOSED = (
    ("Jane Roe, a senior military analyst at Stratline, the institute in Oslo, said the dam was old.", "Jane Roe"),
    ("Jane Roe, research director of dams at Acme, a pump firm, says the dam is old.", "Jane Roe"),
    ("Cmdr. Jane Roe, a spokesperson for Dam Watch, the operation in the north, said so. “It is old,” Roe said.",
     "Jane Roe"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name"), APPOSED)
def test_two_appositions_keep_the_name_before_them(text: str, name: str):
    assert [source.name for source in read(HEAD + text).sources] == [name]


BODIES = (
    "Centers for Dam Control and Prevention",
    "Committee to Protect Dams",
    "Council on Dam Relations",
    "National Institute on Dams",
    "People’s Daily",
    "Institute for Policy Studies",
)


@pytest.mark.parametrize("name", BODIES)
def test_the_name_of_a_body_is_whole(name: str):
    (source,) = read(f"{HEAD}On Monday, the {name} said that it was old. The committee met on Tuesday.").sources
    assert (source.name, source.kind) == (name, "organisation")


def test_a_body_is_known_by_its_letters_and_by_its_shorter_name():
    text = (
        "The Centers for Dam Control and Prevention said it was old. The CDC said it was weak. The U.S. Centers for "
        "Dam Control said it would go."
    )
    assert [source.name for source in read(HEAD + text).sources] == ["Centers for Dam Control and Prevention"]


OFFICES = (
    ("The prime minister said the dam was old.", True),
    ("The French president said the dam was old.", True),
    ("The chairman of the Conservative Party said the dam was old.", True),
    ("The former president said the dam was old.", False),
    ("A manager of Acme said the dam was old.", False),
    ("The police chief said the dam was old.", False),
)


@pytest.mark.parametrize(("text", "tells"), OFFICES)
def test_an_office_that_one_person_holds_tells_who_it_is(text: str, tells: bool):
    (source,) = read(HEAD + text).sources
    assert (source.kind, source.named, source.in_office) == ("person", False, tells)


def test_a_secretary_of_two_matters_is_one_of_two_people():
    text = "Attorney General Jane Roe and Health and Human Services Secretary Tom Hale said the dam was old."
    assert [source.name for source in read(HEAD + text).sources] == ["Jane Roe", "Tom Hale"]


def test_whose_child_somebody_is_puts_nobody_on_a_side():
    (source,) = read(HEAD + "Jane Roe, the daughter of Irish immigrants, said the dam was old.").sources
    assert (source.name, source.role, source.side) == ("Jane Roe", "daughter", None)


TITLED = (
    ("“It is old,” said Sen. Angus S. King Jr., Maine independent. “It is,” Mr. King said.", "Angus S. King Jr."),
    ("Jane Bishop said the dam was old. Ms. Bishop said it would go.", "Jane Bishop"),
    ("Martin Luther King Jr. said the dam was old.", "Martin Luther King Jr."),
    ("Senator Susan Hale said the dam was old. “It may go,” said Hale of Maine.", "Susan Hale"),
    ("King Harald said the dam was old. The king said it would go.", "Harald"),
)


@pytest.mark.parametrize(("text", "name"), TITLED)
def test_a_last_name_is_told_from_what_it_is_elsewhere(text: str, name: str):
    assert [source.name for source in read(HEAD + text).sources] == [name]
