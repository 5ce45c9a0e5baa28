"""Statements given to whoever makes them, by kinds that whole articles showed to be missed."""

import pytest

from tests.attribution.said import statements


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "According to Ida Pell, a nurse at the clinic, the ward was never warm.",
            "Ida Pell",
            "the ward was never warm",
        ),
        ("The ward was never warm, as Ida Pell noted in May.", "Ida Pell", "The ward was never warm"),
        (
            "The mayor did not know that the board had the report, a spokesman said.",
            "a spokesman",
            "The mayor did not know that the board had the report",
        ),
        (
            "A third of those who see him as weak will stay away, according to Gazette editor Ida Pell.",
            "Ida Pell",
            "A third of those who see him as weak will stay away",
        ),
        ("Ida Pell confirmed Tuesday she would back the bill.", "Ida Pell", "she would back the bill"),
        ("Ida Pell has been saying for weeks that the bill is dead.", "Ida Pell", "that the bill is dead"),
        ("Ida Pell implied the bill might be dead.", "Ida Pell", "the bill might be dead"),
        (
            "The court held that the bill was void.",
            "court",
            "the bill was void",
        ),
        ("Nobody believed Ida Pell’s assertion she did nothing wrong.", "Ida Pell", "she did nothing wrong"),
        (
            "Nobody believed Ida Pell’s famous excuse for the delay that it had rained.",
            "Ida Pell",
            "that it had rained",
        ),
        (
            "However, according to Acme’s explainer on how it chooses, most of the goods are picked by lot.",
            "Acme’s explainer",
            "most of the goods are picked by lot",
        ),
        (
            "He is ahead in no poll (he is at 13 percent, per the Harbour Gazette’s polling average) of the year.",
            "Harbour Gazette",
            "he is at 13 percent",
        ),
        (
            "Hours before the vote was due on Monday, the Harbour Gazette reported, Ida Pell pressed friends to go.",
            "Harbour Gazette",
            "Hours before the vote was due on Monday … Ida Pell pressed friends to go",
        ),
        ("Ida Pell compared the mayor to a mule.", "Ida Pell", "the mayor to a mule"),
        ("Ida Pell did not mince words: “We shall not go back to it.”", "Ida Pell", "We shall not go back to it."),
        ("There is this from Ida Pell: “We shall not go back to it.”", "Ida Pell", "We shall not go back to it."),
        (
            "Ida Pell was criticized as being soft on crime by some of her own colleagues.",
            "some of her own colleagues",
            "being soft on crime",
        ),
        (
            "Joan Roe was told by Ida Pell that the mayor was adamant about it.",
            "Ida Pell",
            "that the mayor was adamant about it",
        ),
        (
            "Ida Pell argued that those from the U.S. were often just trying to help, saying “they did their best.”",
            "Ida Pell",
            "they did their best.",
        ),
        (
            "Democrats want tighter rules, with Ida Pell remaining calm, saying a deal was “near at hand by now.”",
            "Ida Pell",
            "a deal was “near at hand by now.”",
        ),
        (
            "Ida Pell, warming up a crowd in the town of Rep. Tom Dunn, who left the party, said the mayor was late.",
            "Ida Pell",
            "the mayor was late",
        ),
        (
            "Joan Roe mocked Rep. Ida Pell, who voted for the bill and said her husband would have liked it.",
            "Ida Pell",
            "her husband would have liked it",
        ),
    ],
)
def test_the_words_are_given_to_whoever_says_them(text: str, source: str, words: str):
    assert (source, words) in statements(text)


def test_what_somebody_is_said_to_have_said_is_given_to_both():
    found = statements("Ida Pell’s spokesman said Joan Roe urged keeping the bridge.")
    assert ("Ida Pell’s spokesman", "Joan Roe urged keeping the bridge") in found
    assert ("Joan Roe", "keeping the bridge") in found


def test_what_is_set_under_a_line_that_ends_with_a_document_is_said_by_that():
    found = statements(
        "Here is the language used in the draft:\n\n“The port is old. It has no crane and no light.”\n\n"
    )
    assert [source for source, _ in found] == ["draft"]


def test_what_the_author_sums_up_with_stays_the_authors():
    assert statements("Ida Pell held that it was worth nothing — a notion at odds with the facts.") == [
        ("Ida Pell", "that it was worth nothing")
    ]
    assert statements("Ida Pell confirmed she would back the bill, something that helps the mayor.") == [
        ("Ida Pell", "she would back the bill")
    ]


def test_a_case_at_law_says_nothing():
    found = statements("The rule was void in Pell Partners v. United States, which held that it was of no value now.")
    assert found == []
