"""Unnamed sources: a remark where nobody can know who speaks, and none where the text lets a reader know."""

import pytest

from detector import rules
from detector.dimensions import sourcing
from tests.readings import reading

BOOK = rules.load("en")
RULES = {"sourcing.unnamed-collective", "sourcing.anonymous-source", "sourcing.anonymity-explained"}


def marked(body: str) -> list[str]:
    """The unnamed sources that are a remark in a story about a ferry."""
    found = sourcing.find(reading(body, "Ferry firm may move its boats"), BOOK)
    return [finding.exact for finding in found if finding.rule in RULES]


HIDDEN = (
    ("Union officials said on Monday that the firm would move its boats.", "Union officials"),
    ("The boats will go in May, former workers said.", "former workers"),
    ("Some of the workers said they were sent away.", "Some of the workers"),
    ("A harbour official said on Monday that the boats would go.", "A harbour official"),
    ("The person, who asked not to be named, said that the boats would go.", "The person"),
    ("The boats will go, according to sources close to the firm.", "sources close to the firm"),
    ("Voters said on Monday that the boats should stay.", "Voters"),
    ("In a note on Monday, former workers said that the boats would go.", "former workers"),
    ("Some harbour captains hinted that the boats would go.", "Some harbour captains"),
    ("A few captains shouted that the boats would go.", "A few captains"),
)


@pytest.mark.parametrize(("body", "exact"), HIDDEN)
def test_who_cannot_be_known_is_a_remark(body: str, exact: str):
    assert marked(body) == [exact]


KNOWN = (
    "Ana Ruiz, a nurse, works on the boats. The nurse said that the boats would go.",
    "The mayor, Tom Berg, met the crew. His lawyers said that the boats would go.",
    "The inspector general for the Harbour Department found that the boats were unsafe, and said so.",
    "The mayor met Ruiz on Monday. Ruiz and other workers said that the boats would go.",
    "Workers, including Ana Ruiz, said that the boats would go.",
    "Several members said that the vote was late. “It was dark,” said Ana Ruiz, a member of the board.",
    "One historian described the quay as old. “It is a ruin,” said Ana Ruiz, who teaches at the college.",
    "Council leaders told the paper that they stand by the vote.\n\n“It was right,” said Tom Berg, deputy leader.",
    "Authorities said that the boats would go.",
    "In a research note on Monday, analysts at Norbank said that the boats would go.",
    "A poll in May found that the mayor is ahead, but voters say that the boats should stay.",
    "Residents in Molde said the quay was old.\n\n“It is a ruin,” Ana Ruiz told the local radio.",
)


@pytest.mark.parametrize("body", KNOWN)
def test_who_may_be_somebody_named_is_none(body: str):
    assert marked(body) == []


NO_STATEMENT = (
    "Passengers responded to the offer, probably without knowing that the boats were old.",
    "The firm talked with strikers demanding a pay rise for the whole crew.",
    "He tells the truth even when rivals say that the boats are old.",
    "“The boats are old,” the crew was told by a captain.",
    "Passengers should not sail with people who insist that the boats are new.",
    "Icelandic people said that the boats would go.",
    "The plans specify how the crew will leave the boats.",
    "Harbour Department guidelines say that the boats would go.",
    "In those years captains would sometimes argue that the boats were old.",
    "Some brave captains told their stories, and the boats are safer for it.",
    "On the quay there were several captains arguing that the boats are old.",
    "That is what conservatives say of the boats.",
    "That is what former captains rarely say of the boats.",
    "Nor did officials add that the boats were old.",
    "Harbour captains shouted that the boats would go.",
)


@pytest.mark.parametrize("body", NO_STATEMENT)
def test_what_states_nothing_is_none(body: str):
    assert marked(body) == []
