"""Vague attributions: a remark where the words lead to nobody, and none where the text gives them an address."""

import pytest

from detector import rules
from detector.dimensions import sourcing
from detector.dimensions.sourcing.vague import RULE
from tests.readings import reading

BOOK = rules.load("en")


def marked(body: str) -> list[str]:
    """The vague attributions that are a remark in a story about a ferry."""
    found = sourcing.find(reading(body, "Ferry firm may move its boats"), BOOK)
    return [finding.exact for finding in found if finding.rule == RULE]


VAGUE = (
    ("Many captains suspect that the mast is too short.", "Many captains suspect"),
    (
        "Others inside the harbour have long argued that the boats are safe.",
        "Others inside the harbour have long argued",
    ),
    ("The harbour press insisted that the boats would stay.", "harbour press insisted"),
    ("Many people believe that the boats are safe.", "Many people believe"),
    ("The boats are safe, as some local captains have claimed.", "some local captains have claimed"),
    ("Political scientists agree that the vote was fair.", "Political scientists agree"),
    ("The vote came amid fears about the boats.", "amid fears about"),
    ("The firm has been accused of sloth.", "has been accused of"),
    ("Critics accuse Ana Ruiz of sloth. Ruiz denied that.", "Critics accuse"),
    ("Critics accuse the firm of sloth. The operator, Holm Vesta, denied that.", "Critics accuse"),
    ("The firm is now seen as a threat to the town.", "is now seen as a"),
    ("The claim has been widely debunked.", "has been widely debunked"),
    ("People have been told to keep away from the quay.", "People have been told"),
    ("The firm came under criticism after the vote.", "came under criticism"),
    ("One recent survey found that the boats are loved.", "One recent survey found"),
    ("According to a new study, the boats are loud.", "According to a new study"),
    ("The boats are louder than previously thought.", "than previously thought"),
    ("There are those who say that the boats are old.", "There are those who say"),
    ("A number of prominent residents have called for a new quay.", "A number of prominent residents have called"),
    ("Some saw the move as a threat to the town.", "Some saw"),
    ("The plan was touted by supporters as a new start.", "touted by supporters"),
    ("The captain was called a fool by some of his critics.", "called a fool by some of his critics"),
    ("The firm is widely cast as a threat.", "is widely cast as"),
    ("The vote has renewed questions over the quay.", "renewed questions"),
    ("The losses were revealed in media reports.", "revealed in media reports"),
    ("Almost everyone in the town believes that the boats will go.", "Almost everyone in the town believes"),
    ("It is a widely held view of the firm.", "widely held view"),
    ("The firm has its critics.", "critics"),
    ("Clean harbour advocates may not agree.", "Clean harbour advocates may not agree"),
    ("It was an answer to opponents of the move who argue that it is late.", "opponents of the move who argue"),
    ("Quay rights activists are worried that the boats will go.", "Quay rights activists are worried"),
    ("According to some, the boats are cursed.", "According to some"),
    ("No one who has seen the boats believes it.", "No one who has seen the boats believes"),
    ("There is talk of a new quay.", "There is talk of"),
    ("Speculation is rampant that the firm will move.", "Speculation is rampant"),
    ("After harsh criticism in the press, the firm gave way.", "criticism in the press"),
    ("One detail, much repeated, was the age of the boats.", "much repeated"),
    ("The captain is credited with the rescue.", "is credited with"),
    ("The captain, considered one of the best, left.", "considered one of"),
    ("It was considered wise to wait.", "It was considered"),
    ("Reports also suggest that the firm will move.", "Reports also suggest"),
    ("Some older captains now seem to regret it and many are starting to believe it.", "many are starting to believe"),
    ("A growing number of captains are worried.", "A growing number of captains are worried"),
    ("Investors seem to believe that the firm is sound.", "Investors seem to believe"),
    ("Some on the left want a new quay.", "Some on the left"),
    ("The move left many wondering about the quay.", "left many wondering"),
    ("The move sparked swift and sudden outrage from activists.", "sparked swift and sudden outrage from activists"),
    ("The captain was dogged by accusations of sloth.", "dogged by accusations"),
    ("The move has fuelled speculation.", "fuelled speculation"),
    ("It is well-documented that boats sink.", "It is well-documented"),
    ("Everyone knows that the firm is broke.", "Everyone knows"),
    ("The quay is loved, and it is backed by practically everyone.", "backed by practically everyone"),
    ("In the eyes of many, the boats are wrecks.", "In the eyes of many,"),
    ("The captain has been described as a fool.", "has been described as"),
    ("There has been a lot of talk about the quay.", "There has been a lot of talk about"),
    ("Consensus holds that the boats will stay.", "Consensus holds"),
)


@pytest.mark.parametrize(("body", "exact"), VAGUE)
def test_words_that_lead_to_nobody_are_a_remark(body: str, exact: str):
    assert marked(body) == [exact]


ADDRESSED = (
    "The film critics of the town met.",
    "The harbour's opponents raised nine pounds.",
    "There was no concern about the boats.",
    "The captain is credited with the rescue by the harbour union.",
    "The firm has been accused by the harbour union of sloth.",
    "If the firm is seen as a threat, the boats will go.",
    "According to a new study by the Harbour Board, the boats are loud.",
    "According to a report by the ministry, the boats are loud.",
    "We have not been told by the firm.",
    "Some counter-moves by the firm had begun.",
    "It is, in the sense that the law gives the word, a ferry.",
    "The boats for many weeks have been late.",
    "The guide was written by experts of the harbour.",
    "The move is raising eyebrows among captains of the union.",
    "The Norbank data show that the boats are loud.",
    "Our analysis of the new data shows that the boats are loud.",
    "A new study found that the boats are loud. The study, by the Harbour College, took a year.",
    "Experts say that the boats are loud. “I hear them at night,” said Ana Ruiz, who teaches at the college.",
    "Some critics, including Tom Berg, say that the boats are loud.",
    "Others are asking their crews to come on Monday.",
    "The move will cost an estimated 12,500 crowns.",
    "The firm is under scrutiny in the court of the town.",
    "The captain was accused of theft in court.",
    "In another town the boats would have been considered new.",
    "To some extent, the boats are loud.",
    "A poll by Norbank shows that most voters are worried.",
    "Experts are questioning the plan.\n\nAna Ruiz, an engineer at Norbank, said that the quay is weak.",
    "The firm’s own research showed that the boats are loud.",
    "The sale drew criticism from the mayor.",
)


@pytest.mark.parametrize("body", ADDRESSED)
def test_words_with_an_address_are_none(body: str):
    assert marked(body) == []
