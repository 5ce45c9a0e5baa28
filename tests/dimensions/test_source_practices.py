"""How a report handles its sources: outlets, handouts, origins, unequal treatment, reasons for anonymity."""

from dataclasses import replace

import pytest

from detector import rules
from detector.article import Finding
from detector.dimensions import sourcing
from detector.languages.en import PACK as ENGLISH
from tests.readings import reading

BOOK = rules.load("en")
ICELAND = "Jon Einarsson, the fisheries minister of Iceland"
NORWAY = "Kari Dahl, the fisheries minister of Norway"
LONG = "the boats had taken twice their share of the herring from the waters of the other side this spring"

UNHEARD = "The mayor gave the quay to a friend, and the harbour lost its boats and its trade. " * 12


def found(body: str, title: str = "Norway and Iceland quarrel over herring") -> dict[str, Finding]:
    return {finding.rule.removeprefix("sourcing."): finding for finding in sourcing.find(reading(body, title), BOOK)}


REASONS = (
    ("A senior official, who asked not to be named because the talks are secret, said it was late.", True),
    ("An official said it was late, speaking on condition of anonymity to discuss the talks.", True),
    ("An official, who was not authorised to speak, said it was late because it rained.", False),
    ("An official said it was late. She spoke on condition of anonymity, citing fear of her superiors.", True),
    ("An official, who asked not to be named, said it was late. It had rained because of the wind.", False),
    ("An official said it was late because the boats had not come.", False),
)


@pytest.mark.parametrize(("body", "explained"), REASONS)
def test_a_reason_for_anonymity_is_told_from_none(body: str, explained: bool):
    remarks = found(body)
    assert ("anonymity-explained" in remarks, "anonymous-source" in remarks) == (explained, not explained)


def quarrel(first: str, second: str, verbs: tuple[str, str, str, str]) -> str:
    said, added, held, went_on = verbs
    return f"{first} {said} that {LONG}. He {added} that it is. {second} {held} that {LONG}. She {went_on} that it was."


def test_verbs_that_doubt_one_side_and_vouch_for_the_other_are_told():
    remark = found(quarrel(ICELAND, NORWAY, ("claimed", "admitted", "explained", "noted")))["unequal-verbs"]
    assert (remark.evidence["name"], remark.evidence["other"], remark.exact) == ("Iceland", "Norway", "claimed")
    assert "“claimed” and “admitted”" in remark.message
    assert "“explained” and “noted”" in remark.message


def test_it_is_told_of_the_other_side_just_as_well():
    remark = found(quarrel(ICELAND, NORWAY, ("explained", "noted", "claimed", "admitted")))["unequal-verbs"]
    assert (remark.evidence["name"], remark.evidence["other"]) == ("Norway", "Iceland")


@pytest.mark.parametrize(
    "verbs",
    [
        ("said", "said", "said", "said"),
        ("claimed", "noted", "explained", "admitted"),
        ("claimed", "said", "noted", "said"),
    ],
)
def test_verbs_that_treat_both_alike_pass(verbs: tuple[str, str, str, str]):
    assert "unequal-verbs" not in found(quarrel(ICELAND, NORWAY, verbs))


LONGER = f"{LONG}, and that the books of the whole fleet would prove it in May"


def sides(quoted: str, other: str, other_said: str) -> str:
    """A quarrel in which `quoted` accuses the country of `other`."""
    return f"“We say that {LONGER},” said {quoted}. He accused {other.rsplit(maxsplit=1)[-1]} of theft. {other_said}"


def test_one_side_quoted_and_one_paraphrased_is_told_of_either():
    for quoted, other in ((ICELAND, NORWAY), (NORWAY, ICELAND)):
        remark = found(sides(quoted, other, f"{other}, said that {LONGER}."))["unequal-quoting"]
        assert remark.evidence["name"] == other.split()[-1]
        assert "unequal-quoting" not in found(sides(quoted, other, f"“We say that {LONGER},” said {other}."))


def test_few_words_a_body_alone_and_sides_that_do_not_quarrel_are_not_compared():
    assert "unequal-quoting" not in found(sides(ICELAND, NORWAY, f"{NORWAY}, said that it was late."))
    assert "unequal-quoting" not in found(sides(ICELAND, NORWAY, f"Norway said that {LONGER}."))
    assert "unequal-quoting" not in found(f"“We say that {LONGER},” said {ICELAND}. {NORWAY}, said that {LONGER}.")


def test_whoever_the_story_is_about_may_have_most_of_the_words():
    said = f"“We say that {LONG}, and that {LONG}, and that {LONG},” said {ICELAND}."
    body = f"{said} Tom Berg, who leads the union, said that he agreed."
    assert "one-voice" in found(body, "Boats stay in port")
    assert "one-voice" not in found(body, "Einarsson opens the quay")


def test_who_dominates_is_marked_at_the_name_and_not_at_a_pronoun():
    said = f"who said that {LONG}, that {LONG}, and that {LONG}"
    body = f"The vote was an answer to Jon Einarsson, {said}. Tom Berg, who leads the union, said that he agreed."
    assert "Einarsson" in found(body, "Boats stay in port")["one-voice"].exact


def test_a_named_study_answers_for_what_is_taken_from_it():
    assert "no-named-source" in found(f"Residents said that {LONG}. Residents said that {LONG}.", "Boats stay in port")
    body = f"A study by the Harbour Institute found that {LONG}. Residents said that {LONG}."
    assert not {"no-named-source", "no-role-given"} & set(found(body, "Boats stay in port"))


def test_a_remark_that_takes_no_points_is_not_scored():
    text = reading(
        f"“We say that {LONG},” said {ICELAND}. {UNHEARD} The boats are reportedly old.", "Boats stay in port"
    )
    _, findings = sourcing.score(text, sourcing.find(text, BOOK))
    assert {finding.scored for finding in findings if not finding.points} == {False}


def test_an_agency_that_names_itself_at_the_head_is_not_second_hand():
    body = "OSLO (Reuters) – The boats will go, Reuters reported on Monday."
    assert "second-hand" not in found(body, "Boats leave the quay")
    assert "second-hand" in found("The boats will go, Reuters reported on Monday.", "Boats leave the quay")


def test_an_outlet_is_second_hand_but_once():
    body = "The Coastal Times reported that it was late. The Times said that it was dark."
    assert [one.rule for one in sourcing.find(reading(body), BOOK) if "second" in one.rule] == ["sourcing.second-hand"]


def test_what_is_said_to_an_outlet_is_not_the_outlets():
    assert "second-hand" not in found("“It is late,” Tom Berg, who leads the union, told the Coastal Times.")


def test_an_outlet_that_asks_passes_nothing_on():
    assert "second-hand" not in found("A captain who was interviewed by the Coastal Times said that it was late.")


def test_statements_that_are_a_small_part_pass():
    spoken = f"Tom Berg, who leads the union, said that {LONG}, and that {LONG}."
    assert "press-release" not in found(f"{spoken} Norport said in a statement that it was sorry.")
    assert "press-release" in found(f"Norport said in a statement that {LONG}, and that {LONG}.")


def test_one_voice_alone_is_no_hidden_single_origin():
    assert "single-origin" not in found(f"Ana Ruiz, a director of Norport, said that {LONG}. She said that {LONG}.")


def test_nothing_is_told_of_a_text_without_sources():
    assert found("It rained. The boats stayed in port.", "Boats stay in port") == {}


def test_without_a_grammar_of_attribution_there_is_no_score_and_a_reason(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("detector.languages.load", lambda _: replace(ENGLISH, attribution=None))
    score, _ = sourcing.score(reading(f"{ICELAND}, said {LONG}. {NORWAY}, said {LONG}.", "Norway quarrels"), ())
    assert (score.value, score.reason) == (None, "Who says what cannot be told yet in English.")


def test_who_speaks_for_a_body_and_a_reporter_who_asks_are_not_hidden():
    body = "A Norport spokesman said on Monday that the boats would move. A reporter said that the quay was empty."
    assert "anonymous-source" not in found(body)
    assert "anonymous-source" in found("An official said on Monday that the boats of the firm would move.")


def test_an_outlet_that_the_story_is_about_is_not_second_hand():
    body = "The Coastal Times said on Monday that it would close. “We are sad,” said Ana Ruiz, who edits it."
    assert "second-hand" not in found(body, "Coastal Times closes its office")


@pytest.mark.parametrize(("body", "scored"), [(UNHEARD, True), (UNHEARD[:500], False)])
def test_a_long_report_in_which_nobody_is_heard_is_thin(body: str, scored: bool):
    text = reading(body, "Mayor gives quay to a friend")
    score, _ = sourcing.score(text, ())
    assert (score.level == "thin") == scored
    assert (score.reason is None) == scored
