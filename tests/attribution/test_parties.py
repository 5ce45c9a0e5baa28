"""Whom the story is about, and whether they are heard."""

from detector.article import Party
from detector.attribution import Attribution
from training.evaluation.plain_articles import read


def party(result: Attribution, name: str) -> Party:
    return next(one for one in result.parties if one.name == name)


def names(text: str) -> list[str]:
    return [one.name for one in read(text).parties]


def test_a_country_is_one_party_by_all_its_names():
    result = read(
        "Norway and Iceland quarrel over cod\n\nOslo sent a letter. Norwegian boats stayed in "
        "port.\n\nIcelandic officials said they "
        "were calm. “We are calm here,” said Icelandic minister Jon Vik. Iceland waits."
    )
    norway, iceland = party(result, "Norway"), party(result, "Iceland")
    assert (len(norway.mentions), len(norway.headline), norway.heard) == (3, 1, "none")
    assert (len(iceland.mentions), iceland.heard) == (4, "direct")


def test_a_country_where_all_of_it_happens_is_no_party():
    text = (
        "Harbour to be repaired\n\nThe port is old, said Ana Ruiz, the Norwegian harbour minister. Norwegian law asks "
        "for repairs, and Norway pays. Norway owns the quay. {}"
    )
    assert "Norway" not in names(text.format("It is the largest in Norway."))
    assert "Norway" in names(text.format("Iceland pays too, and the Icelandic boats go there. Norway thanked Iceland."))


def test_a_paraphrase_is_told_from_a_direct_voice():
    result = read(
        "Norway answers Iceland over cod\n\nNorway said it was calm. “We are ready,” said Icelandic minister Jon Vik."
    )
    assert party(result, "Norway").heard == "paraphrase"
    assert party(result, "Iceland").heard == "direct"


def test_a_body_in_capitals_is_a_party_though_the_body_never_names_it():
    assert "NATO" in names(
        "DEFYING NATO: Norway buys boats from Iceland\n\nNorway and Iceland signed on Monday. Iceland said it was glad."
    )


def test_title_case_names_nobody():
    assert names("Old Dam Still Stands After Heavy Rain\n\nThe old dam still stands after heavy rain fell.") == []


def test_a_person_of_the_headline_is_a_party_by_surname():
    result = read("Archer under fire over dam\n\nEngineer Mona Archer built the dam. Critics said it was old.")
    assert party(result, "Archer").heard == "none"


def test_whoever_declines_is_not_unheard():
    result = read("Quarrel at Acme Mills\n\nWorkers at Acme Mills said they were cold. Acme Mills declined to comment.")
    assert party(result, "Acme Mills").heard == "declined"


def test_the_place_where_it_happens_is_no_party():
    assert names("Storm kills three in Norway\n\nOSLO — A storm killed three people in Norway on Monday.") == []


def test_a_chamber_is_heard_through_its_members():
    result = read("Senate splits over dam\n\nSen. Mona Archer said it was old. “It is new,” said Sen. Tom Bell.")
    assert party(result, "Senate").heard == "direct"


def test_a_country_of_unplaced_sources_is_not_called_unheard():
    text = (
        "Norway opens dam\n\nIt cost Iceland little. Iceland paid. Norway thanked Iceland. Mona Archer said it was old."
    )
    assert all(one.heard != "none" for one in read(text).parties)


def test_the_dead_are_not_asked():
    body = (
        "The killing of Jane Roe shook the town. Roe was loved. Roe sang. Roe swam. Roe ran. Roe lived here. It rained."
    )
    assert read(f"Town mourns\n\n{body}").parties == ()


def test_an_acronym_that_nobody_spells_out_is_no_party():
    body = "The HTQP page broke. An HTQP page is a file. HTQP is slow. HTQP is old."
    assert read(f"Pages break\n\n{body}").parties == ()


def test_a_person_of_the_headline_is_shown_by_the_whole_name():
    parties = read("Anna Van Der Berg quits\n\nAnna Van Der Berg left. Berg was tired, she said.").parties
    assert [(party.name, len(party.headline)) for party in parties] == [("Anna Van Der Berg", 1)]


def test_a_state_that_somebody_goes_to_is_no_party():
    text = (
        "Jane Roe takes campaign to South Carolina\n\nJane Roe went to South Carolina on Monday. “I like South "
        "Carolina,” Roe said. Then she left for South Carolina’s coast."
    )
    assert "South Carolina" not in names(text)


def test_the_dead_of_a_headline_could_not_be_asked():
    text = (
        "Senate adjourns over Roe’s death\n\nThe Senate adjourned on Monday for the late Senator Jane Roe. “We grieve,”"
        " said Adam Berg, its leader."
    )
    assert not [name for name in names(text) if "Roe" in name]


def camps(text: str) -> dict[str, str | None]:
    return {source.name: source.camp for source in read(text).sources}


def test_nobody_stands_in_a_camp_where_nobody_is_accused():
    text = (
        "Norport opens a second quay\n\n“It is a good day,” said Anna Roe, the director of Norport. “It will bring"
        " boats,” said Adam Berg, an economist."
    )
    assert set(camps(text).values()) == {None}


def test_one_camp_alone_is_not_told():
    text = "Roe accused of fraud\n\nAnna Roe was accused of fraud on Monday. “I did nothing,” Anna Roe said."
    assert set(camps(text).values()) == {None}


def test_a_law_that_is_called_by_a_single_name_is_nobody():
    text = "The Dolandcare mess\n\nDolandcare is a mess. The start of Dolandcare was put off. {} It is late."
    assert "Dolandcare" not in names(text.format("Nobody defends Dolandcare."))
    assert "Dolandcare" in names(
        text.format("He said nothing of it. Mr Dolandcare, who blocked it, was accused of theft.")
    )


def test_a_word_of_headline_style_is_nobody():
    text = "Berg Blasts Veteran Party Lawmaker {0} Comment\n\nBerg Blasts Veteran Party Lawmaker {0} Comment\n\n{1}"
    body = "Ann Berg rebuked a colleague for a comment. She asked for an apology for that, and for more."
    assert "For" not in names(text.format("For", body))


def test_what_is_not_done_accuses_nobody():
    text = "Poll on the mayor\n\nMona Archer is the mayor. Voters said: {} impeach Archer. The poll was taken in May."
    assert "Mona Archer" in names(text.format("they"))
    assert "Mona Archer" not in names(text.format("don't"))
    assert "Mona Archer" not in names(text.format("we should not"))


def test_a_party_is_one_by_its_short_name_too():
    body = "Senate Republicans waited. The Democrats did not answer, and Republicans said that they were late."
    assert "Dems" in names(f"Will Dems work with us?\n\n{body}")
