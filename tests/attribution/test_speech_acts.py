"""Only who says, writes or publishes something is a source; deeds, thoughts and what nobody said make none."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

SAID = (
    ("Mona Archer agreed that the dam was old.", "Mona Archer"),
    ("Mona Archer rejected him as a relic.", "Mona Archer"),
    ("Mona Archer rejected the claim of the council.", "Mona Archer"),
    ("Mona Archer backed the plan in a statement on Friday.", "Mona Archer"),
    ("Mona Archer went on to say that the dam was old.", "Mona Archer"),
    ("Mona Archer would later say that the dam was old.", "Mona Archer"),
    ("The survey shows broad support for a new dam.", "survey"),
    ("Researchers found that the dam was old.", "Researchers"),
    ("The dam was old, according to Tarn News’ count.", "Tarn News"),
    ("Mona Archer herself assured the council that the dam was old.", "Mona Archer"),
    ("The Tarn elite claimed that the dam was old.", "Tarn elite"),
    ("The left argued that the dam was old.", "left"),
    ("The Tarn Gazette ran a story reporting that the dam was old.", "Tarn Gazette"),
    ("A 2019 letter went to 44 towns saying the dam was old.", "A 2019 letter"),
    ("Many universities said that the dam was old.", "Many universities"),
    ("Mona Archer’s answer to the council: “The dam will never be closed.”", "Mona Archer"),
    ("In Mona Archer’s words, “the dam is a disgrace to the valley.”", "Mona Archer"),
    ("Mona Archer, a nurse, was blunt: “The dam is a disgrace.”", "Mona Archer"),
)


@pytest.mark.parametrize(("sentence", "source"), SAID)
def test_who_says_something_is_a_source(sentence: str, source: str):
    assert [one.name for one in read(HEAD + sentence).sources] == [source]


@pytest.mark.parametrize(
    "sentence",
    (
        "A study carried out by the agency found that the dam was old.",
        "A report last month from the Ministry of Dams found that the dam was old.",
    ),
)
def test_a_document_is_the_source_and_not_when_or_by_whom_it_was_made(sentence: str):
    assert [one.kind for one in read(HEAD + sentence).sources] == ["document"]


SILENT = (
    "Do whatever it is that Mona Archer has called you to do.",
    "Mona Archer proposed a new dam.",
    "Ministers from both parties proposed new rules on Tuesday that would set out who may build.",
    "Mona Archer wants the council to build a dam.",
    "Mona Archer knows that the dam is old.",
    "Mona Archer hopes the dam will hold.",
    "Mona Archer has decided to sue the council.",
    "Mona Archer offered to build a dam.",
    "Mona Archer found a way over the dam.",
    "Mona Archer would say that the dam is old.",
    "Mona Archer will announce a new dam.",
    "Mona Archer did not say that the dam was old.",
    "Mona Archer was asked to say that the dam was old.",
    "Mona Archer has to convince the council of it.",
    "Mona Archer avoided attacking the council.",
    "Mona Archer has long been praised as a builder.",
    "If Mona Archer says that the dam is old, it will close.",
    "Did Mona Archer say that the dam was old?",
    "No one said that the dam was old.",
    "Little wonder that the dam is old.",
    "This move announced a new dam.",
    "All of these items refer to the dam.",
    "Anna Berg writes about law and politics.",
    "A group calling themselves the Dam Defenders staged protests.",
    "The union added the department as a defendant in its lawsuit.",
    "He did what Obama said he would.",
    "I believe that the dam is old.",
    "We have argued that the dam is old.",
)


@pytest.mark.parametrize("sentence", SILENT)
def test_who_says_nothing_is_no_source_and_takes_no_words(sentence: str):
    found = read(HEAD + sentence)
    assert found.sources == ()
    assert found.voices == ()


def test_a_thought_of_a_source_is_linked_and_gives_it_no_words():
    found = read(f"{HEAD}Mona Archer said the dam was old. Archer hopes it will hold.")
    (source,) = found.sources
    assert [(one.kind, one.source) for one in found.quotations] == [("speech", source.id), ("thought", source.id)]
    assert source.words == 4
    assert len(found.voices) == 1


def test_words_in_quotation_marks_are_given_whatever_the_cue():
    found = read(f"{HEAD}“We will build it again and again,” vowed Mona Archer.")
    assert [one.name for one in found.sources] == ["Mona Archer"]


def test_a_title_among_the_paragraphs_makes_no_source():
    found = read(
        f"{HEAD}Mayor Mona Archer Says Old Dam Will Hold For Many More Years To Come Despite Rain\n\nIt rained."
    )
    assert found.sources == ()


SUBJECTS = (
    ("Phil Ortega, a Democrat, said the state owed them a lot.", "Phil Ortega"),
    ("The dam is old, KXAN reports.", "KXAN"),
    ("As Archer notes, the dam is older than the town.", "Archer"),
    ("Mona Archer, who heads the Tarn Data Center in Boulder, Colo., agrees that the dam is old.", "Mona Archer"),
    ("Mona Archer, who left the board in 2011, predicted this week that the dam would fall.", "Mona Archer"),
    ("The council on Friday said that the dam was old.", "council"),
    ("Musk has argued that the dam is old. He met Elon Musk.", "Musk"),
    ("Polls show Mona Archer with rising support.", "Polls"),
    ("A Tarn poll earlier this year also showed 66% of farmers support the dam.", "A Tarn poll"),
    ("The dam was old, a statement posted to his account said.", "a statement posted to his account"),
)


@pytest.mark.parametrize(("sentence", "source"), SUBJECTS)
def test_the_subject_of_the_cue_is_the_source(sentence: str, source: str):
    assert [one.name for one in read(HEAD + sentence).sources] == [source]


def _said(sentence: str) -> list[str]:
    text = HEAD + sentence
    return [piece.of(text) for one in read(text).quotations for piece in one.content if one.kind == "speech"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("But, Mona Archer said, the dam was old.", "the dam was old"),
        (
            "When Mona Archer pointed out that the dam leaks, stinks and sags, the mayor still praised it.",
            "that the dam leaks, stinks and sags",
        ),
        ("The paper accused Roe of “stoking hatred” despite the age of the dam.", "Roe of “stoking hatred”"),
        (
            "Acme tweeted vaguely in favour of the dam, a predictable piece of praise.",
            "vaguely in favour of the dam",
        ),
    ],
)
def test_content_ends_where_the_author_goes_on(sentence: str, said: str):
    assert _said(sentence)[0] == said


def test_an_epithet_in_a_paraphrase_stays_the_authors():
    text = f"{HEAD}Friends of the family suggested the disgraced tycoon may have been poisoned."
    assert [voice.span.of(text) for voice in read(text).voices] == ["the", "tycoon may have been poisoned"]


def test_a_relative_clause_in_a_paraphrase_stays_the_authors():
    text = f"{HEAD}Mona Archer said that the mayor, who is a disgrace, should leave the dam."
    assert [voice.span.of(text) for voice in read(text).voices] == ["that the mayor", ", should leave the dam"]


def test_a_comment_behind_a_dash_stays_the_authors():
    text = f"{HEAD}Mona Archer said that the dam was safe and sound -- a lie."
    assert [voice.span.of(text) for voice in read(text).voices] == ["that the dam was safe and sound"]
