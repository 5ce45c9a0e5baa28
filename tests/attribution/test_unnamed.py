"""People without a name, whom a pronoun or a noun takes up, and the subject of a statement among other nouns."""

import pytest

from tests.attribution.test_right_source import statements


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("A nurse who had worked there wrote to Ada Pell. She said the ward was cold.", "A nurse", "the ward was cold"),
        ("A judge in Tarn threw out the case against Tom Pell. He said it was old.", "A judge", "it was old"),
        (
            "Though a county judge found Tom Pell to be no threat, he ruled that the ban was old.",
            "a county judge",
            "that the ban was old",
        ),
        (
            "Ida Pell led the walk. On a Tarn radio show on Monday, one caller, after admitting to some tears, said it "
            "“was a very bad day for us.”",
            "one caller",
            "said it “was a very bad day for us.”",
        ),
        (
            "The individual caught in the raid said it was a mistake. But he also warned the plan was late.",
            "individual caught in the raid",
            "the plan was late",
        ),
        (
            "“It was very late for us,” said a senior aide, who like other aides said the board was tired.",
            "a senior aide",
            "the board was tired",
        ),
        (
            "Ida Pell will lose a town that one old party strategist called “tailor-made” for her.",
            "one old party strategist",
            "“tailor-made” for her",
        ),
        (
            "Or, as one friend of the Pells put it in plain, short terms to the Gazette: “The roof will fall in.”",
            "one friend of the Pells",
            "The roof will fall in.",
        ),
    ],
)
def test_somebody_without_a_name_keeps_the_words(text: str, source: str, words: str):
    assert (source, words) in statements(text)


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        (
            "Ida Pell, who worked for a mayor who disavowed the plan in May, went on Tarn radio to insist that “it was "
            "far too late for us.”",
            "Ida Pell",
            "that “it was far too late for us.”",
        ),
        (
            "When the Gazette interviewed the mayor — Tom Pell of Tarn — he was glad, saying the bridge was old.",
            "Tom Pell",
            "the bridge was old",
        ),
        (
            "Both Ida Pell in 1973 and Tom Hale in 1979 demanded letters from the cabinet.",
            "Tom Hale",
            "letters from the cabinet",
        ),
        ("Ida Pell is one of a handful of players who has said she is tired.", "Ida Pell", "she is tired"),
        (
            "Tom L. Pell, Jr., the chief of the board, rose and said the dam was old.",
            "Tom L. Pell Jr.",
            "the dam was old",
        ),
        (
            "Acting Navy Secretary Tom Pell fired Ned Cole. Cole showed “poor judgment” by sending it, the acting "
            "secretary said.",
            "Tom Pell",
            "Cole showed “poor judgment” by sending it",
        ),
        (
            "“We set the rules, and they have tried to undo them,” Ida Pell said Monday, according to the Tarn Post."
            " “It will be almost impossible to keep them.”",
            "Ida Pell",
            "We set the rules, and they have tried to undo them, … It will be almost impossible to keep them.",
        ),
        (
            "Some have poured scorn on Ida Pell’s claim that the dam is safe.",
            "Ida Pell",
            "that the dam is safe",
        ),
    ],
)
def test_the_subject_has_the_words_and_no_other_noun(text: str, source: str, words: str):
    assert (source, words) in statements(text)


def test_the_only_person_is_meant_by_a_pronoun_far_behind():
    filler = "\n\n".join(["The dam holds.", "The mill is old.", "The road is long.", "The lake is deep."])
    text = f"Ida Pell built the dam.\n\n{filler}\n\nBut she said the wall was new.\n\n"
    assert ("Ida Pell", "the wall was new") in statements(text)
    other = text.replace("The road", "Tom Hale left. Ada Cole came. The road")
    assert ("Ida Pell", "the wall was new") not in statements(other)
