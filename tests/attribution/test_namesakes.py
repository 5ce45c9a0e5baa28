"""Who of several of one name, or one office, has said something."""

import pytest

from detector.attribution import Attribution
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"
LAST = (
    # Of two with one last name the one met last.
    ("Chris Moss said it was bad. Andrew Moss said it was good.\n\n“It will stay,” Moss said.", "Andrew Moss"),
    (
        "Chris Moss rails on the radio. Andrew Moss lectures.\n\nRecall Andrew's words on Friday. Later he signed "
        "the bill.\n\n“It will stay,” Moss said.",
        "Andrew Moss",
    ),
    # A bare office: whoever held it last, and no foreign one where there is another.
    (
        "Icelandic President Jon Hale called President Jane Roe on Monday, and Hale thanked her for ships.\n\n“It "
        "was short,” the president said.",
        "Jane Roe",
    ),
    (
        "Elections supervisor Brenda Sloane met the press.\n\nAsked if she would go, the supervisor replied: "
        "“Perhaps.”",
        "Brenda Sloane",
    ),
    ("U.S. Ambassador to Japan Jane Roe spoke on Monday. “It is late,” the ambassador said.", "Jane Roe"),
    # Husband and wife.
    (
        "First Lady Melanie Roe opened the school. President Roe stayed at home.\n\n"
        "“It was late,” the first lady said.",
        "Melanie Roe",
    ),
    ("First lady Melanie Roe opened the school. “It was late,” President Roe said.", "Roe"),
    # Parent and child.
    ("President Roe left. Alan Roe Jr. said it was late. “It is fine,” President Roe said.", "Roe"),
    ("Alan Roe Jr. said it was late. President Roe left. “It is fine,” Roe Jr. said.", "Alan Roe Jr."),
    ("Alan Roe Jr. met Carla Dell. President Roe left. “It is fine,” the younger Roe said.", "Alan Roe Jr."),
    ("Alan Roe Jr. met Carla Dell. “It is fine,” the president’s son said.", "president’s son"),
    ("Alan Roe Jr. spoke. “It is fine,” Roe said.", "Alan Roe Jr."),
    # Who of a couple holds the office.
    ("Senator Mary Roe met Alan Roe. “It is fine,” Senator Roe said.", "Mary Roe"),
    ("Mary Roe met Karl Roe. “It is fine,” President Roe said.", "Roe"),
    ("Jane Roe spoke after a call to Tom Hale. “It is fine,” the former governor said.", "Jane Roe"),
    # A relative or somebody's somebody is not the last person named.
    ("Tom Hale was arrested. “It was late,” the girlfriend said.", "girlfriend"),
    # Whose gender is known comes before whose is not.
    ("Judge Mary Poole met Ruan Dell on Friday. “It was late,” she said.", "Mary Poole"),
    # What stands behind a preposition is not the subject.
    (
        "Lawyers for the clerk behind the complaint about Mayor Moss’s call with the leader of the union said that it "
        "was late.",
        "Lawyers for the clerk behind the complaint about Mayor Moss’s call with the leader of the union",
    ),
    (
        "An aide to Icelandic President Jon Hale said it was late. Jon Hale left at noon.",
        "An aide to Icelandic President Jon Hale",
    ),
    (
        "A spokesperson for Judiciary Chairman Charles Grass said it was late. Grass left at noon.",
        "A spokesperson for Judiciary Chairman Charles Grass",
    ),
    # A country that is a first name here, and a body by another noun.
    ("The film shows psychologist Chad Peel. “It is late,” Peel said.", "Chad Peel"),
    ("The Harbour Safety Committee backed it. “It is late,” the panel said.", "Harbour Safety Committee"),
    # A document that somebody wrote in, and those whom a survey asked.
    ("Acme Mills wrote in a 2012 report that it was late. “It is old,” the report continued.", "Acme Mills"),
    (
        "A new poll by Tarn News found that Roe leads. A majority of voters said he was right.",
        "A new poll by Tarn News",
    ),
    ("A majority of the councillors said it was late.", "A majority of the councillors"),
    ("The Associated Press reported that it was late. The AP said it was old.", "Associated Press"),
    ("The ordinance states, “The sale of boats is not permitted.”", "ordinance"),
)


def last_speaker(article: Attribution) -> str | None:
    speeches = [quotation for quotation in article.quotations if quotation.source]
    names = {source.id: source.name for source in article.sources}
    return names.get(speeches[-1].source) if speeches else None


@pytest.mark.parametrize(("body", "name"), LAST)
def test_the_last_words_are_given_to_whom_they_are_by(body: str, name: str):
    assert last_speaker(read(HEAD + body)) == name
