"""Blame that no verb of accusation puts, who answers for whom, and how surely a party is missed."""

from dataclasses import replace

import pytest

from detector.article import Part, Party, Prose, Sentence, Span
from detector.attribution.parties.confidence import confidence, signs_of, weigh_parties
from detector.settings import SETTINGS
from tests.attribution.test_accusations import accused
from training.evaluation.plain_articles import read

SAME = "Tom Berg was born here."


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz called Mayor Tom Berg a liar.",
        "Ana Ruiz branded Tom Berg reckless.",
        "Ana Ruiz took aim at Mayor Tom Berg.",
        "Anger over Tom Berg grew in the town.",
        "Tom Berg’s botched repair of the quay cost millions.",
        "Tom Berg’s antics tired the captains.",
        "Mayor Tom Berg is complicit, Ana Ruiz said.",
        "Tom Berg has been a bully for years.",
        "Mayor Tom Berg published false claims about the quay.",
        "Mayor Tom Berg made threats.",
        "Tom Berg should have told the captains.",
        "Tom Berg must apologise to the captains.",
        "Tom Berg has yet to answer the captains.",
        "Tom Berg doesn’t care about the boats.",
        "Tom Berg has raised suspicions among the captains.",
        "A captain, Tom Berg, also published this false rumour.",
        "Tom Berg fired over the quay.",
        "The union suspended Mayor Tom Berg.",
        "Ana Ruiz accused Mayor Eva Moe and Captain Tom Berg of sloth.",
        "Ana Ruiz criticised the Tom Berg plan for the quay.",
        "Mayor Tom Berg allegedly sold the boats.",
        "The Tom Berg administration violated the harbour law.",
    ],
)
def test_blame_is_told_by_what_stands_beside_the_name(text):
    assert "Tom Berg" in accused(f"{text} {SAME}")


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz called Mayor Tom Berg on Monday.",
        "Ana Ruiz met Mayor Tom Berg and took aim at the union.",
        "Tom Berg’s new quay is long.",
        "Mayor Tom Berg is not complicit, Ana Ruiz said.",
        "If Tom Berg is guilty, the union will sail.",
        "Tom Berg denied false claims about the quay.",
        "Mayor Tom Berg spread the nets.",
        "Tom Berg should sail at noon.",
        "Tom Berg was considered guilty by nobody.",
        "Tom Berg fired a shot over the quay.",
        "The captain fired a third ball past Tom Berg.",
        "A day after the union suspended Tom Berg, the boats sailed.",
        "The union suspended the Tom Berg Captain Eva Moe.",
        "Ana Ruiz accused the union of sloth, and Tom Berg sailed.",
        "Ana Ruiz and Tom Berg accused the union of sloth.",
        "Ana Ruiz condemned the lie that Tom Berg sold the boats.",
        "The union accused a former Tom Berg national adviser of sloth.",
    ],
)
def test_no_blame_is_told_of_whoever_is_named_beside_it(text):
    assert "Tom Berg" not in accused(f"{text} {SAME}")


def test_a_name_that_only_an_accusation_shows_to_be_a_persons_is_a_party():
    text = "Trial at the quay\n\nA second officer, Yorvik Brandal, was charged with theft on Monday. It rained."
    assert [party.name for party in read(text).parties] == ["Yorvik Brandal"]


def test_a_place_or_a_thing_that_is_blamed_is_no_suspect():
    text = "Trial at the quay\n\nThe captains blasted the Yorvik Brandal. It rained, and the boats stayed in port."
    assert read(text).parties == ()


def test_what_a_namesake_did_is_not_laid_to_the_other():
    text = (
        "Berg on the quay\n\nMayor Tom Berg owns the quay. Tom Berg was born here. The police accused Eva Berg."
        " It rained."
    )
    party = next(party for party in read(text).parties if party.name.endswith("Berg"))
    assert party.accused == ()


@pytest.mark.parametrize("reply", ["has pushed back on that", "defended his record", "rejected the charge"])
def test_whoever_pushes_back_is_heard(reply):
    text = f"Row over the quay\n\nAna Ruiz accused Mayor Tom Berg of sloth. Berg {reply}. Tom Berg was born here."
    assert next(party for party in read(text).parties if "Berg" in party.name).heard == "paraphrase"


def test_the_federal_government_answers_for_its_president():
    text = (
        "Row over the quay\n\nAna Ruiz sued the Berg administration. President Tom Berg was born here. A lawyer for the"
        " federal government declined to comment."
    )
    assert next(party for party in read(text).parties if "Berg" in party.name).heard == "declined"


def test_another_body_with_government_in_its_name_does_not_answer_for_him():
    text = (
        "Row over the quay\n\nThe Berg administration violated the law. President Tom Berg was born here. The quay was"
        " closed, the Government Quay Office said."
    )
    assert next(party for party in read(text).parties if "Berg" in party.name).heard == "none"


LINE = "Berg built the quay."
HEADLINE, BODY = Span(0, 4), Span(21, 25)


def party(**changes: object) -> Party:
    plain = Party("Berg", None, (HEADLINE, BODY), (HEADLINE,), "none", "person", accused=(), acts=2)
    return replace(plain, **changes)


def prose(loaded: float) -> Prose:
    first = Sentence(Span(0, 20), Part.HEADLINE, 0, 0, 0, loaded=loaded)
    return Prose(f"{LINE} {LINE}", (first, replace(first, span=Span(21, 41), part=Part.BODY)), (), ())


def weight(missed: Party, loaded: float, opinion: bool) -> float:
    return confidence(missed, signs_of(missed, prose(loaded), opinion))


def test_whoever_a_report_accuses_is_missed_and_nobody_else():
    assert weight(party(accused=(BODY,)), 0.0, opinion=False) > SETTINGS.parties.confidence
    assert weight(party(), 0.9, opinion=False) < SETTINGS.parties.confidence


def test_an_opinion_piece_misses_the_target_of_its_headline_alone():
    assert weight(party(), 0.95, opinion=True) > SETTINGS.parties.confidence
    assert weight(party(), 0.3, opinion=True) < SETTINGS.parties.confidence
    assert weight(party(headline=(), accused=(BODY,)), 0.95, opinion=True) < SETTINGS.parties.confidence


def test_what_others_say_of_it_in_an_opinion_piece_is_no_blame_of_the_writers():
    quoted = replace(prose(0.3), sentences=tuple(replace(each, voice="source:s1") for each in prose(0.3).sentences))
    assert signs_of(party(accused=(BODY,), voiced=True), quoted, opinion=True).blamed == 0.0
    assert signs_of(party(accused=(BODY,), voiced=True), prose(0.3), opinion=True).blamed == 1.0


def test_rows_keep_their_confidence_and_who_is_heard_is_sure():
    weighed = weigh_parties([party(accused=(BODY,)), party(heard="direct")], prose(0.1), opinion=False)
    assert [each.confidence for each in weighed] == [pytest.approx(0.807, abs=0.01), 1.0]


@pytest.mark.parametrize(
    "pair", [("Mr Berg", "Ms Berg"), ("Democrats", "Republicans"), ("Norwegian", "Icelandic"), ("Tom", "Eva")]
)
def test_who_it_is_moves_nothing(pair):
    text = (
        "Mr Berg under fire\n\nDemocrats called Mr Berg a liar. Tom Berg did nothing for the Norwegian captains. He"
        " was born here."
    )
    one, other = read(text), read(text.replace(*pair))
    assert [(len(each.accused), each.heard, each.acts) for each in one.parties] == [
        (len(each.accused), each.heard, each.acts) for each in other.parties
    ]
