"""Who says what: whole passages, and one construction at a time."""

import pytest

from detector.attribution import Attribution
from tests.attribution.passages import PASSAGES, Passage
from training.evaluation.plain_articles import read

Found = list[tuple[str | None, str, str]]


def found_in(result: Attribution, text: str) -> Found:
    """Source's name, style and first words of each quotation."""
    names = {source.id: source.name for source in result.sources}
    return [(names.get(q.source or ""), q.style, q.content[0].of(text)) for q in result.quotations]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.name)
def test_a_passage_gets_its_marks_and_no_others(passage: Passage):
    found = found_in(read(passage.text), passage.text)
    expected = list(passage.marks)
    for source, style, opening in found:
        match = next(
            (
                mark
                for mark in expected
                if (mark[0] or "").lower() == (source or "").lower()
                and mark[1] == style
                and opening.startswith(mark[2])
            ),
            None,
        )
        assert match is not None, (source, style, opening)
        expected.remove(match)
    assert expected == []


def test_when_it_was_said_is_no_part_of_what_was_said():
    text = "Title\n\nThe dam was safe, Mona Archer said on Monday, two weeks after the board had met in the town hall."
    (quotation,) = read(text).quotations
    assert [piece.of(text) for piece in quotation.content] == ["The dam was safe"]


CONSTRUCTIONS = (
    ("Mona Archer said the dam was safe.", "Mona Archer", "the dam was safe"),
    ("The dam, Mona Archer said, was safe for now.", "Mona Archer", "The dam"),
    ("The dam was safe, said Mona Archer.", "Mona Archer", "The dam was safe"),
    ("The dam was safe, according to Mona Archer.", "Mona Archer", "The dam was safe"),
    ("According to Mona Archer, the dam was safe.", "Mona Archer", "the dam was safe"),
    ("Mona Archer, who chairs the dam board, said it was safe.", "Mona Archer", "it was safe"),
    ("Mona Archer told reporters that the dam was safe.", "Mona Archer", "that the dam was safe"),
    ("Mona Archer told the Daily Beacon on Monday that the dam was safe.", "Mona Archer", "that the dam was safe"),
    ("Mona Archer told state television the dam was safe.", "Mona Archer", "the dam was safe"),
    ("Mona Archer told parliament the dam would hold.", "Mona Archer", "the dam would hold"),
    ("Mona Archer told local media two dams had failed.", "Mona Archer", "two dams had failed"),
    ("Mona Archer told Radio 5 his dam would hold.", "Mona Archer", "his dam would hold"),
    ("Mona Archer told engineers this week she would resign.", "Mona Archer", "she would resign"),
    ("NORDVIK — The dam was safe, Mona Archer said on Monday.", "Mona Archer", "The dam was safe"),
    ("NORDVIK, Norway (AP) — The dam was safe, Mona Archer said.", "Mona Archer", "The dam was safe"),
    (
        "According to a report by the board, published in May, the dam was safe.",
        "a report by the board",
        "the dam was safe",
    ),
    ("In a statement, Mona Archer said the dam was safe.", "Mona Archer", "the dam was safe"),
    ("Mona Archer said in a statement on Monday that the dam was safe.", "Mona Archer", "that the dam was safe"),
    ("Mona Archer went on to say that the dam was safe.", "Mona Archer", "that the dam was safe"),
    ("Mona Archer visited the site and said that it was safe.", "Mona Archer", "that it was safe"),
    ("Mona Archer defended the plan, saying it was sound.", "Mona Archer", "it was sound"),
    ("The claim was rejected by Mona Archer.", "Mona Archer", "The claim"),
    ("Mona Archer’s claim that the dam is safe is new.", "Mona Archer", "that the dam is safe"),
    ("The report found that the dam was cracked.", "report", "that the dam was cracked"),
    ("Mona Archer pointed out that the dam was new.", "Mona Archer", "that the dam was new"),
    ("Mona Archer has repeatedly warned of floods.", "Mona Archer", "floods"),
)


@pytest.mark.parametrize(("sentence", "source", "content"), CONSTRUCTIONS, ids=[row[0] for row in CONSTRUCTIONS])
def test_a_construction_gives_its_content_to_its_subject(sentence: str, source: str, content: str):
    text = f"Dam debate goes on\n\n{sentence}"
    assert (source, content) in [(name, said) for name, _, said in found_in(read(text), text)] or any(
        name == source and said.startswith(content) for name, _, said in found_in(read(text), text)
    )


SILENT = (
    "The report was published on Monday.",
    "Mona Archer declined to comment on Tuesday.",
    "His claim to the throne is old.",
    "Mona Archer did not say when.",
    "The problem called for a hammer.",
    "I think the dam is safe.",
    "The expected rain did not come.",
    "Mona Archer walked to the dam and looked at it.",
)


@pytest.mark.parametrize("sentence", SILENT)
def test_a_sentence_that_gives_nobody_words_has_no_quotation(sentence: str):
    assert read(f"Dam debate goes on\n\n{sentence}").quotations == ()


def test_a_quotation_without_cue_goes_on_with_the_last_speaker():
    text = "Dam debate goes on\n\n“The dam is safe,” said Mona Archer.\n\n“It has always been safe. It will stay so.”"
    (quotation,) = read(text).quotations
    assert [piece.of(text) for piece in quotation.content] == [
        "The dam is safe,",
        "It has always been safe. It will stay so.",
    ]


def test_quoted_words_of_nobody_have_no_source():
    text = "Dam debate goes on\n\nA banner hung from the wall. “Save the valley before it drowns,” in red paint."
    assert [(q.source, q.style) for q in read(text).quotations] == [(None, "direct")]


def test_a_headline_may_name_its_speaker_before_a_colon():
    text = "Archer: Dam will hold for a century\n\nThe engineer Mona Archer spoke on Monday, and Archer left."
    assert [q.content[0].of(text) for q in read(text).quotations] == ["Dam will hold for a century"]


@pytest.mark.parametrize(
    "headline", ["France: Dam bursts after the rain", "DEFYING RAIN: Dam holds for a day", "OPINION: The dam is old"]
)
def test_a_topic_before_a_colon_is_no_speaker(headline: str):
    assert read(f"{headline}\n\nThe dam in France held for a day.").quotations == ()


def test_an_interview_gives_each_paragraph_to_its_label():
    paragraphs = (
        "ARCHER: The dam is safe now.",
        "BELL: I am not so sure.",
        "ARCHER: You may go.",
        "BELL: I will go there.",
    )
    text = "\n\n".join(("An interview", *paragraphs))
    result = read(text)
    assert [source.name for source in result.sources] == ["ARCHER", "BELL"]
    assert len(result.quotations) == 4


def test_spans_are_of_the_text_and_sorted():
    for passage in PASSAGES:
        result = read(passage.text)
        starts = [q.content[0].start for q in result.quotations]
        assert starts == sorted(starts)
        assert [q.id for q in result.quotations] == [f"q{n}" for n in range(1, len(starts) + 1)]
        assert all(0 <= piece.start < piece.end <= len(passage.text) for q in result.quotations for piece in q.content)
