"""Who has a row among the sources, kind by kind: those who are given words, and on the other side those who are not."""

import pytest

from tests.attribution.said import statements

SOURCES = (
    # What two people or two bodies say together is said by each.
    ("Actor Tom Hale and his wife, Ida Pell, also said they would leave.", ["Tom Hale", "Ida Pell"]),
    ("Mayor Tom Hale and his lawyer Ida Pell have claimed that the dam is old.", ["Tom Hale", "Ida Pell"]),
    ("Tom Hale and his colleagues said it was late.", ["Tom Hale"]),
    (
        "The Hale administration and the Pell administration both refused, contending that the dam is old.",
        ["Hale administration", "Pell administration"],
    ),
    # What those who look into things find.
    ("Researcher Ida Pell has demonstrated that the dam leaks.", ["Ida Pell"]),
    ("A 2015 metastudy showed that old dams leak.", ["A 2015 metastudy"]),
    ("The Herald wrote of a study, which showed that old dams leak.", ["a study"]),
    ("In May a psychologist found him to be a “cheerful young man” with plans.", ["a psychologist"]),
    ("Ida Pell found that the door was locked.", []),
    ("He found the keys to be missing.", []),
    # Who gives their word, points to something, or fears something in public.
    ("Mayor Tom Hale promised to ban the mills from the valley.", ["Tom Hale"]),
    ("Tom Hale offered to pay for the mills.", []),
    ("His witnesses were doctors who pointed out the dangers of the cure.", ["doctors"]),
    ("Legal experts fear that these plans will spread.", ["Legal experts"]),
    ("The children fear that the wolf will come.", []),
    ("The board projected sales of water to grow by five percent.", ["board"]),
    ("The board projected confidence.", []),
    ("Ida Pell indicated that she would leave.", ["Ida Pell"]),
    ("Some commentators have attributed the flood to the dam.", ["Some commentators"]),
    ("Ida Pell has crowed about the idea of a new dam.", ["Ida Pell"]),
    ("Judge Tom Hale, who ran in 1980, used to quip that he did not think about the dam.", ["Tom Hale"]),
    ("The dam lobby’s claim that the water is clean breaks down.", ["dam lobby"]),
    ("The clinic informed her that the results would be late.", ["clinic"]),
    ("Hale’s position is that the trade is so tangled that nobody can untie it.", ["Hale"]),
    ("The position that Hale holds is old.", []),
    # Words that are announced as somebody's.
    (
        "The old rarely repeat the words of their leader, Tom Hale: “There is a time when the water of the river rises"
        " and nobody sleeps.”",
        ["Tom Hale"],
    ),
    ("Which brings us to one of Ida Pell’s teachings: “The river rises when nobody looks at it.”", ["Ida Pell"]),
    (
        "The Herald has this quote from strategist Ida Pell about the harm to Hale:\n\n“Hale is the raft on a sinking"
        " river, and the board would leave him if it could.”",
        ["Ida Pell"],
    ),
    # Whose report it is that somebody else said something.
    (
        "“We raised the levels in the valley, and the board has now tried to lower them,” Ida Pell said Monday in Tarn,"
        " according to the Tarn Post.",
        ["Ida Pell", "Tarn Post"],
    ),
    ("“When the law changed, we left,” the group wrote, according to Reuters.", ["group", "Reuters"]),
    ("“We can keep the dam and the mill as it is,” Pell said, according to prepared remarks.", ["Pell"]),
    # Whom somebody quotes, by name or as one of those who can speak.
    (
        "“People thought I was mad,” Tom Hale said. “One investor told me Tarn is where mills go to die. Ida Pell told"
        " us that the dam was old. They said so too.”",
        ["Tom Hale", "One investor", "Ida Pell"],
    ),
    ("“A reporter asked Ida Pell how the dam could break in May,” Tom Hale said.", ["Tom Hale"]),
    ("“Whatever Ida Pell says, the board has to comply with it,” Tom Hale said.", ["Tom Hale"]),
    ("“At no time did Ida Pell relay the alarm that I learned of later,” Tom Hale said.", ["Tom Hale"]),
    # A phrase in quotation marks inside what somebody else says.
    (
        "A valley that one Liberal strategist called “tailor-made” for dams may be lost, according to the Herald.",
        ["Herald", "one Liberal strategist"],
    ),
)


@pytest.mark.parametrize(("text", "names"), SOURCES)
def test_who_is_a_source(text: str, names: list[str]):
    assert sorted({name for name, _ in statements(text)}) == sorted(names)
