"""What stands behind a cue and says nothing, heads without a verb of saying, and where a paraphrase ends."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"

NOTHING = (
    "Voters scream if there is even talk of tolls.",
    "It is a wish that Jane Roe expressed while still a candidate.",
    "This is a thing that Jane Roe repeated several times.",
    "Jane Roe attacked her brother with such force that it broke his arm.",
    "Many people were talking about the town's odd new slogan that became a trend.",
    "Jane Roe struggled to explain her laughable embrace of the dam.",
    "The tolls were put off after Jane Roe criticized or mocked the mayor for two weeks.",
    "Asked about the claim that the dam was safe, Jane Roe left the hall.",
)
GIVEN = (
    ("As reported by the Gazette, the dam was built by hand.", "Gazette", "the dam was built by hand"),
    ("UPDATE: As reported by the Gazette, the dam was built by hand.", "Gazette", "the dam was built by hand"),
    ("The dam was built by hand, as noted by the Gazette.", "Gazette", "The dam was built by hand"),
    ("The dam will be closed, per the Gazette.", "Gazette", "The dam will be closed"),
    ("The spokesman Jon Vale denied responsibility.", "Jon Vale", "responsibility"),
    ("Mark Ode pleaded guilty to killing a friend.", "Mark Ode", "to killing a friend"),
    ("Tom Hale said that, yes, he means a higher dam.", "Tom Hale", "that, yes, he means a higher dam"),
    ("The town opened the dam despite advice from engineers not to do so.", "engineers", "not to do so"),
    (
        "Answering claims that Jane Roe told the town that it was late, Tom Hale ran out.",
        "Jane Roe",
        "that it was late",
    ),
    ("Jane Roe explained why the dam is dear, then showed the scolding letter.", "Jane Roe", "why the dam is dear"),
    ("Several secretaries of state said they needed more warning.", None, "they needed more warning"),
)


@pytest.mark.parametrize("text", NOTHING)
def test_circumstances_counts_and_topics_are_no_statement(text: str):
    assert read(HEAD + text).sources == ()


@pytest.mark.parametrize(("text", "source", "said"), GIVEN)
def test_what_is_reported_goes_to_who_reports_it(text: str, source: str | None, said: str):
    made = read(HEAD + text)
    assert [each.content[0].of(HEAD + text) for each in made.quotations if each.kind == "speech"] == [said]
    assert source is None or [each.name for each in made.sources] == [source]


def test_a_price_for_each_is_no_source():
    assert read(HEAD + "The toll will be 5 dollars, per car. The plan, per head, is dear.").sources == ()


def test_what_somebody_asks_with_if_is_said():
    made = read(HEAD + "Jane Roe asked if the dam was safe.")
    assert [source.name for source in made.sources] == ["Jane Roe"]


def test_who_is_blamed_for_saying_something_says_it():
    text = "Jane Roe criticized Tom Hale for saying in an interview that the dam was old."
    made = read(HEAD + text)
    assert {source.name for source in made.sources} == {"Jane Roe", "Tom Hale"}


def test_a_report_by_freed_people_is_one_subject():
    made = read(HEAD + "A May report from the Office of Water on leaks by aged dams found that leaks were rare.")
    assert next(source.name for source in made.sources).startswith("A May report")


def test_what_the_speaker_did_beside_is_the_authors():
    text = "Jane Roe has maintained that she did nothing wrong and has moved to discredit the engineer."
    made = read(HEAD + text)
    assert made.quotations[0].content[0].of(HEAD + text) == "that she did nothing wrong"


def test_a_coordination_inside_what_is_said_stays_whole():
    text = "Jane Roe has said that the dam has failed and has cost the town dear."
    made = read(HEAD + text)
    assert made.quotations[0].content[0].of(HEAD + text).endswith("dear")


def test_claims_of_something_end_before_the_verb_of_the_sentence():
    text = "Jane Roe spoke. Her repeated claims of knowing nothing that was “wrong” were met with laughter."
    made = read(HEAD + text)
    assert "laughter" not in "".join(each.content[-1].of(HEAD + text) for each in made.quotations)


def test_who_said_what_stands_before_is_named_behind_it():
    text = "“What will the town do about its dam?”\n\nSo says Councillor Tom Cole in the Gazette."
    made = read(HEAD + text)
    assert [source.name for source in made.sources] == ["Tom Cole"]


def test_a_report_of_what_somebody_says_is_kept_beside_it():
    text = "UPDATE: As reported by Acme News, Jane Roe defended her wrong attack on Mayor Hale in a June post."
    assert "Acme News" in {source.name for source in read(HEAD + text).sources}


def test_a_concession_behind_an_accusation_is_the_authors_also_where_more_is_quoted():
    text = (
        "“It is bad,” stated the magazine, which accused Roe of “inciting hatred” despite its own past. “He must go.”"
    )
    assert not any("past" in each.of(HEAD + text) for one in read(HEAD + text).quotations for each in one.content)


def test_what_advisers_fear_is_not_the_authors_voice():
    text = "The town opened the dam despite advice from engineers not to do so, lest the fiasco ruin the village."
    made = read(HEAD + text)
    at = (HEAD + text).index("fiasco")
    assert any(voice.span.start <= at < voice.span.end for voice in made.voices)


def test_what_the_author_puts_into_parentheses_inside_a_paraphrase_is_not_said():
    text = "Jane Roe said that the dam (a monstrous thing) was built by hand."
    assert [each.of(HEAD + text) for each in read(HEAD + text).quotations[0].content] == [
        "that the dam",
        "was built by hand",
    ]
