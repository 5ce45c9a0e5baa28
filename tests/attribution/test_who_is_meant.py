"""Who of two is meant, by what else somebody is told, and what of their office is no statement."""

import pytest

from detector import Analyzer, Text

ANALYZER = Analyzer(model=None)
REST = (
    "\n\nThe council met on Tuesday in the old hall of the town and adopted the plan for the harbour by nine votes to"
    " four after a long evening."
)


def statements(text: str) -> list[tuple[str, str]]:
    """Who is given which words in an article that begins with `text`."""
    report = ANALYZER.analyze(Text(text + REST, title="The plan for the harbour")).to_dict(("text",))
    names = {source["id"]: source["name"] for source in report["sources"]}
    words = report["document"]["text"]
    return [
        (names[quote["source"]], " … ".join(words[first:last] for first, last in quote["content"]))
        for quote in report["quotes"]
        if quote["kind"] == "speech" and quote["source"]
    ]


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        # A last name means whom it has meant before, not whose relative was named in between.
        (
            "Governor Hugo Lind met reporters. Lind was tired. The report was about Marta Lind and the shop she runs."
            " Lind derided it as “a fake story”.",
            "Hugo Lind",
            "it as “a fake story”",
        ),
        # A pronoun is not somebody whose first name tells the other gender, in a text that has both.
        (
            "Tina Dorn hit back at the radio host Reed Falk, after he slammed her as a “silly person” on his show. She"
            " left.",
            "Reed Falk",
            "her as a “silly person”",
        ),
        # A state or a party tells a member of parliament of whom neither was told.
        (
            "After the flood, Sen. Carl Dorn slammed the board over the dams.\n\n“Why are these dams still"
            " here?” the Illinois Democrat said at a clinic.",
            "Carl Dorn",
            "Why are these dams still here?",
        ),
        (
            "“We need facts,” said Carl Dorn, the Senate minority leader.\n\nThe New York senator said: “We must go.”",
            "Carl Dorn",
            "We must go.",
        ),
        # What a source is belongs to no statement.
        (
            "Wages will rise, according to Karl Moll, chief U.S. economist at Dorf Mills.",
            "Karl Moll",
            "Wages will rise",
        ),
        (
            "The rule is old, according to Ida Pell, litigation director at the Centre for River Law.",
            "Ida Pell",
            "The rule is old",
        ),
    ],
)
def test_the_words_are_theirs_and_nothing_else(text: str, source: str, words: str):
    assert (source, words) in statements(text)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        # Of two met alike the one met last, and the epithet of another state is another's.
        ("Chris Moss railed. Andrew Moss lectured.\n\n“It will stay,” Moss said.", "Andrew Moss", "It will stay,"),
        (
            "Sen. Carl Dorn of Iowa slammed the board.\n\n“It has to go,” the Ohio Democrat said.",
            "Ohio Democrat",
            "It has to go,",
        ),
        # What goes on with a subject of its own is said too.
        (
            "The rule is old, according to Ida Pell, and the mayor of Tarn will go.",
            "Ida Pell",
            "The rule is old … and the mayor of Tarn will go",
        ),
    ],
)
def test_others_keep_their_words(text: str, source: str, words: str):
    assert (source, words) in statements(text)
