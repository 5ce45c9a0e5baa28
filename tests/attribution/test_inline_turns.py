"""Transcripts that an article quotes: turns inside a paragraph, their host, where they end, and one speaker alone."""

from training.evaluation.plain_articles import read

QUOTED = (
    "Dam debate goes on\n\n"
    "Host Ann Kemp asked Councillor Jane Roe about the dam. Kemp pressed her on it.\n\n"
    "KEMP: Does she know? ROE: Well, she is new here -- KEMP: You think so? ROE: I do, and I say it is a disgrace.\n\n"
    "After that Kemp turned to the bridge.\n\n"
    "KEMP: And what of the bridge? ROE: I would blow it up.\n\n"
    "Roe was elected in 2012."
)
ALONE = (
    "Dam debate goes on\n\n"
    "Radio host Sean Vale has an old show.\n\n"
    "SEAN VALE (HOST): I want to go over this fraud of an establishment.\n\n"
    "It is what you people have said for years. I am tired of it.\n\n"
    "The show of Sean Vale has been on for years."
)


def _said(text: str) -> dict[str, list[str]]:
    made = read(text)
    names = {source.id: source.name for source in made.sources}
    said: dict[str, list[str]] = {}
    for each in made.quotations:
        if each.source is not None:
            said.setdefault(names[each.source], []).extend(piece.of(text) for piece in each.content)
    return said


def test_turns_inside_a_paragraph_are_told_apart_and_end_where_the_author_goes_on():
    said = _said(QUOTED)
    assert said["Ann Kemp"] == ["Does she know?", "You think so?", "And what of the bridge?"]
    assert said["Jane Roe"] == [
        "Well, she is new here --",
        "I do, and I say it is a disgrace.",
        "I would blow it up.",
    ]


def test_one_label_in_capitals_is_a_speakers_as_long_as_somebody_speaks_of_himself():
    assert _said(ALONE) == {
        "Sean Vale": [
            "I want to go over this fraud of an establishment.",
            "It is what you people have said for years. I am tired of it.",
        ]
    }


def test_a_topic_in_capitals_is_no_speaker():
    text = "Dam debate goes on\n\nTHE BIG PICTURE: I think the dam is old.\n\nWe saw it. The bridge is new."
    assert _said(text) == {}
