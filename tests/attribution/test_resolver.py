"""Who is who: names, roles, pronouns, organisations, origins and sides."""

import re

import pytest

from detector.article import Source
from detector.attribution import Attribution
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"


def only(text: str) -> Source:
    (source,) = read(HEAD + text).sources
    return source


def names(result: Attribution) -> list[str]:
    return [source.name for source in result.sources]


MERGED = (
    "Mona Archer said the dam was safe. Archer said it was old.",
    "Mona Archer said the dam was safe. Ms. Archer said it was old.",
    "Mona Archer said the dam was safe. She said it was old.",
    "Mona Archer, an engineer, said the dam was safe. The engineer said it was old.",
    "Mona Archer spoke on Monday.\n\n“The dam is safe today,” said the analyst.",
    "Mona J. Archer said the dam was safe. Mona Archer said it was old.",
    "Professor Mona Archer said the dam was safe. Archer, who is 60, said it was old.",
    "Mona Archer said the dam was safe. The 56-year-old added that it was old.",
    "“It is safe,” Tarn-based developer Mona Archer wrote in a post. Archer said it was old.",
)


@pytest.mark.parametrize("text", MERGED)
def test_mentions_of_one_person_are_one_source(text: str):
    assert only(text).name.endswith("Archer")


APART = (
    "Mona Archer said the dam was safe. Paul Archer said it was old.",
    "Mona Archer said the dam was safe. The mayor said it was old.",
    "Mona Archer said the dam was safe. Police said it was old.",
    "Mona Archer said the dam was safe. He said it was old.\n\nTom Bell said nothing was safe.",
)


@pytest.mark.parametrize("text", APART)
def test_different_people_stay_apart(text: str):
    assert len({q.source for q in read(HEAD + text).quotations}) >= 2


INTRODUCED = (
    ("Mona Archer, director of the Tarn Institute, said it was old.", "director", "Tarn Institute"),
    ("Acme Mills chief executive Mona Archer said it was old.", "chief executive", "Acme Mills"),
    ("French Foreign Minister Mona Archer said it was old.", "Foreign Minister", "France"),
    ("Mona Archer, a spokeswoman for Acme Mills, said it was old.", "spokeswoman", "Acme Mills"),
    ("The director of the Tarn Institute, Mona Archer, said it was old.", "director", "Tarn Institute"),
    ("Mona Archer of the Tarn Institute, an engineer, said it was old.", "engineer", "Tarn Institute"),
    ("Mona Archer, 61, a grower, said it was old.", "grower", None),
    ("Political consultant Mona Archer said it was old.", "consultant", None),
    ("“It is old,” said Mona Archer, the acting US attorney in Leeds, where it began.", "acting US attorney", "Leeds"),
    (
        "Mona Archer, secretary-general of the Tarn Union, to which it belongs, said it was old.",
        "secretary-general",
        "Tarn Union",
    ),
)


@pytest.mark.parametrize(("text", "role", "affiliation"), INTRODUCED)
def test_role_and_affiliation_are_read_beside_the_name(text: str, role: str, affiliation: str | None):
    source = only(text)
    assert (source.name, source.role, source.affiliation) == ("Mona Archer", role, affiliation)
    assert source.identified


KINDS = (
    ("Mona Archer said it was old.", "person", True, False),
    ("A resident said it was old.", "person", False, False),
    ("US officials said it was old.", "collective", False, False),
    ("Critics said it was old.", "collective", False, False),
    ("The report said it was old.", "document", False, False),
    ("The Tarn Institute said it was old.", "organisation", True, True),
    ("The White House said it was old.", "organisation", True, True),
    ("Moscow said it was old.", "collective", False, False),
)


@pytest.mark.parametrize(("text", "kind", "named", "identified"), KINDS)
def test_kind_and_how_far_a_source_is_known(text: str, kind: str, named: bool, identified: bool):
    source = only(text)
    assert (source.kind, source.named, source.identified) == (kind, named, identified)


def test_a_press_office_and_its_chief_are_one_origin():
    result = read(
        f"{HEAD}Acme Mills chief executive Mona Archer said it was old. A spokesman for Acme Mills said it was safe. "
        "Acme Mills said it would pay."
    )
    assert len({source.origin for source in result.sources}) == 1


def test_a_chain_of_sources_is_no_quotation_more_than_who_said_it_and_who_tells_so():
    text = f"{HEAD}Mona Archer has revealed a new crack, according to the Acme Mills press office, quoting her words."
    said = [q.content[0].of(text) for q in read(text).quotations]
    assert said == ["Mona Archer has revealed a new crack", "a new crack"]


def test_a_relative_pronoun_stands_for_what_is_before_it():
    assert only("The plan angered Norway, which said it was old.").name == "Norway"


def test_a_company_taken_up_by_a_common_noun_is_the_same():
    text = "Quillon withdrew its offer. The company said it was old."
    assert only(text).name == "Quillon"


def test_shares_add_up_to_one():
    result = read(f"{HEAD}Mona Archer said it was old. Police said it was safe. Critics fear that it may fail.")
    assert sum(source.share for source in result.sources) == pytest.approx(1, abs=0.001)
    assert all(source.words for source in result.sources)


def test_words_before_somebody_else_give_no_side():
    text = "The Democratic fear of Mona Archer grew. Mona Archer said it was old. Republicans said it was new."
    assert [source.side for source in read(HEAD + text).sources if source.name == "Mona Archer"] == [None]


def test_a_role_with_a_side_is_not_the_last_person_named():
    text = "Mona Archer waited for Tom Bell. The Democratic leader said it was old. Republicans said it was new."
    assert "Tom Bell" not in names(read(HEAD + text))


def test_those_who_stand_for_somebody_are_not_that_person():
    result = read(
        f"{HEAD}Mona Archer spoke. Critics of Mona Archer said it was old. A lawyer for Mona Archer said it was new."
    )
    assert names(result) == ["Critics of Mona Archer", "A lawyer for Mona Archer"]


def test_sides_are_countries_where_the_story_spans_some():
    result = read(f"{HEAD}Norwegian officials said it was old. Iceland said it was new. Police said it was safe.")
    assert [source.side for source in result.sources] == ["Norway", "Iceland", None]


def test_an_organisation_is_of_the_country_of_its_people():
    result = read(
        f"{HEAD}The director of Norwegian boat maker Fjordline, Jon Vik, said it was old. Fjordline said it would pay. "
        "Iceland said it was new."
    )
    assert [source.side for source in result.sources] == ["Norway", "Norway", "Iceland"]


def test_sides_are_parties_at_home():
    result = read(f"{HEAD}Sen. Mona Archer, D-Ohio, said it was old. Republicans said it was new.")
    assert [source.side for source in result.sources] == ["Democratic Party", "Republican Party"]


SWAPS = (
    ("Democrats", "Republicans", "Democratic", "Republican"),
    ("Russia", "Ukraine", "Russian", "Ukrainian"),
    ("he", "she", "his", "her"),
)
STORY = (
    "Dam debate goes on\n\nDemocrats said the dam was old. Republicans fear that it may fail. "
    "Russian officials told reporters "
    "that Ukraine was late. Ukraine denied the claim. Tom Bell of the Democratic Party said he was "
    "tired. “I saw it,” said Robin Vale. "
    "Vale said he knew.\n\nRussia said the Republican plan was dead, adding that his hopes were low."
)


@pytest.mark.parametrize("swap", SWAPS, ids=lambda swap: "/".join(swap[:2]))
def test_swapping_the_parties_changes_no_structure(swap: tuple[str, ...]):
    table = {swap[0]: swap[1], swap[1]: swap[0], swap[2]: swap[3], swap[3]: swap[2]}
    swapped = re.sub(r"\w+", lambda match: table.get(match[0], match[0]), STORY)
    one, other = read(STORY), read(swapped)
    assert [(q.style, q.kind, q.source) for q in one.quotations] == [
        (q.style, q.kind, q.source) for q in other.quotations
    ]
    assert [(s.kind, s.named, s.identified) for s in one.sources] == [
        (s.kind, s.named, s.identified) for s in other.sources
    ]
    assert sorted(party.heard for party in one.parties) == sorted(party.heard for party in other.parties)


def test_a_pronoun_outweighs_what_a_first_name_tells_where_nobody_else_fits():
    said = "Ashley Marsh, the head of the harbour, said the dam was safe."
    assert only(f"{said} He said it was old.").name == only(f"{said} She said it was old.").name == "Ashley Marsh"
    told = "Mary Archer, the head of the harbour, said the dam was safe. He said it was old."
    assert only(told).name == "Mary Archer"


@pytest.mark.parametrize("pronoun", ["he", "she"])
def test_where_a_text_has_pronouns_of_one_gender_a_first_name_tells_little(pronoun: str):
    said = (
        f"Anders Voss walked in. Donald Reeve, who leads the board, has made it clear {pronoun} is not behind the levy."
    )
    found = read(f"{HEAD}{said} Last week, {pronoun} said the dam was old.")
    assert names(found) == ["Donald Reeve"]


@pytest.mark.parametrize("woman", ["Mary Archer", "Mrs. Archer"])
def test_a_first_name_tells_where_somebody_else_fits(woman: str):
    found = read(f"{HEAD}{woman} met Tom Bell. He said it was old. He said it leaked. She said it was safe.")
    assert sorted(names(found)) == sorted([woman.removeprefix("Mrs. "), "Tom Bell"])


def test_a_role_tells_for_sure():
    assert only(f"{HEAD}Tom Bell, a businessman, said the dam was safe. She said it was old.").words == 4
    assert only(f"{HEAD}Tom Bell, a clerk, said the dam was safe. She said it was old.").words == 7
