"""Statements given to the one of several who makes them: by descriptions, short names, pronouns and shared verbs."""

import pytest

from tests.attribution.said import statements


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        # What somebody says is theirs, whatever it is called.
        ("Ida Pell stayed. Her response began with “Good, I hope that they will do something.”", "Ida Pell", "Good, I"),
        # A lawsuit that is pointed to is of whoever went to court in the sentence before.
        (
            "The lawsuit of the union said it was new. Ida Pell sued the town on Monday over the rule, arguing that it"
            " was old. That lawsuit also contended that the town forgot the pupils.",
            "Ida Pell",
            "that the town forgot the pupils",
        ),
        # Whom a speaker names is not the speaker.
        (
            "Former Mayor Ida Pell will not run again. “I would defeat Tom Hale in a vote,” the billionaire said.",
            "Ida Pell",
            "I would defeat",
        ),
        # Somebody without a name is taken up by their noun.
        (
            "“It was late,” said one defense official. “It is old now,” that official said.",
            "one defense official",
            "It is",
        ),
        # A public body by a noun that its name does not hold.
        (
            "Ida Pell runs the Centers for Milk and Cheese Services (CMS). CMS officials were silent. The ruling stops"
            " the programme until the case is over, the agency said.",
            "Centers for Milk and Cheese Services",
            "The ruling stops the programme",
        ),
        # An office by its letters.
        (
            "The Milk Trade Representative office said it was late. The MTR said it would go.",
            "Milk Trade Representative office",
            "it would go",
        ),
        # A short first name.
        ("Michael Pell asked for help. Mike Pell said it was late.", "Michael Pell", "it was late"),
        # Whoever has spoken comes before whoever is only spoken of.
        (
            "The husband of Ida Pell sued. Tim Pell told reporters that it was late. “She deserves it,” Pell said.",
            "Tim Pell",
            "She deserves it",
        ),
        # A wife by her name in full.
        (
            "Roy Pell denied it. Also on Monday, Pell’s wife said he was tired. At a rally, Kay Pell said he was fine.",
            "Kay Pell",
            "he was tired",
        ),
        # "Who" behind an apposition.
        (
            "Ida Pell came. The jury gave custody of the sons to Pell, a doctor, who contended that the boy is ill.",
            "Ida Pell",
            "that the boy is ill",
        ),
        # A name before a verb in the past is its subject.
        (
            "Mayor Tom Hale was at home. Ida Pell demonstrated her plan at the clinic. She said it was late.",
            "Ida Pell",
            "it was late",
        ),
        # The subject of a verb of saying comes before whoever spoke in the sentence before.
        (
            "Tom Hale said he had raised it. Ned Pell notes his forecast is low, but he says it may rise.",
            "Ned Pell",
            "it may",
        ),
        # Two who speak together are each a source; so are two bodies.
        (
            "On Monday, the Dairy Board and the Milk Council announced they were closing.",
            "Dairy Board",
            "they were closing",
        ),
        (
            "On Monday, the Dairy Board and the Milk Council announced they were closing.",
            "Milk Council",
            "they were closing",
        ),
        ("Pell is old. Ida Pell and another friend also concluded that it was late.", "Ida Pell", "that it was late"),
        # A dependent clause is not all that is said.
        (
            "Ida Pell said that while she does not like the right, it was time to draw the line on the left as well.",
            "Ida Pell",
            "that while she does not like the right, it was time",
        ),
        (
            "Some health scholars say patients, particularly those willing to shop around for care, are not stupid.",
            "Some health scholars",
            "patients, particularly those willing to shop around for care, are not stupid",
        ),
        # A claim that somebody makes; somebody themselves.
        ("Ida Pell has often made the unfounded claim that voting by mail leads to fraud.", "Ida Pell", "that voting"),
        ("Ida Pell herself also denied there is a war.", "Ida Pell", "there is a war"),
        # Cited in the middle of a clause.
        (
            "He won because, according to polls by Acme, most voters felt the town was going down.",
            "polls by Acme",
            "most voters felt",
        ),
        # The report of the sentence before, and no sort of report that somebody only mentions.
        (
            "The Labor Department report showed it was fine. “This is a full jobs report,” said Ida Pell, a professor."
            " Shops had the worst month, according to the report.",
            "Labor Department report",
            "Shops had the worst month",
        ),
    ],
)
def test_who_says_it(text: str, source: str, words: str):
    assert [name for name, said in statements(text) if said.startswith(words)] == [source] or (
        source in [name for name, said in statements(text) if said.startswith(words)] and " and " in text
    )


@pytest.mark.parametrize(
    ("text", "words", "nobody"),
    [
        # Another first name is another person.
        ("Michael Pell asked for help. Mark Pell said it was late.", "it was late", "Michael Pell"),
        # The First Lady is not whom the text calls by the last name alone.
        (
            "Pell left. Bad for Pell. First lady Melanie Pell was there. “It is fine,” Pell said. Don Pell will go.",
            "It is fine",
            "Melanie Pell",
        ),
        # Several officials are not one of them.
        ("“It was late,” said one defense official. “It is old now,” officials said.", "It is", "one defense official"),
        # A thing makes no claim.
        ("The drought made the claim that it rained absurd.", "that it rained", "drought"),
        # Whom "the president" is taken for is not what keeps a full name from being theirs.
        (
            "Pell left. Bad for Pell. First lady Melanie Pell was there. The president was angry. He said it was bad."
            " “It is fine,” Don Pell said.",
            "It is fine",
            "Pell",
        ),
        # A full name elsewhere tells somebody else from an office without a name.
        (
            "Ned Pell, the chief, was away. The president said it was bad. Pell said it was good.",
            "it was bad",
            "Ned Pell",
        ),
    ],
)
def test_who_does_not_say_it(text: str, words: str, nobody: str):
    assert (nobody, words) not in [(name, said[: len(words)]) for name, said in statements(text)]
