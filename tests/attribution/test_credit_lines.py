"""Credits after a dash, under a quotation or in the same paragraph."""

from itertools import combinations

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"
SIGNED = (
    ("“It is old. It leaks.” — Mona Archer", [("Mona Archer", "It is old. It leaks.")]),
    ("“It is old and it leaks.” ― Mona Archer, 34, nurse, Leeds", [("Mona Archer", "It is old and it leaks.")]),
    (
        "“It is old.”― Mona Archer\n“It is not.” ― Tom Bell.",
        [("Mona Archer", "It is old."), ("Tom Bell", "It is not.")],
    ),
    (
        "“It is old and it leaks,” and so on.\n\n“Water is a friend.”\n\n— Tom Bell",
        [("Tom Bell", "Water is a friend.")],
    ),
    ("“It is old.” – Tom Bell “It is new.” – Mona Archer", [("Tom Bell", "It is old."), ("Mona Archer", "It is new.")]),
)
UNSIGNED = (
    "The dam — Mona Archer built it — is old.",
    "“It is old and it leaks” — Mona Archer left the room.",
    "“It is old and it leaks” — an old song",
)


@pytest.mark.parametrize(("body", "expected"), SIGNED, ids=range(len(SIGNED)))
def test_a_name_after_a_dash_signs_what_is_quoted(body: str, expected: list[tuple[str, str]]):
    text = HEAD + body
    result = read(text)
    names = {source.id: source.name for source in result.sources}
    found = [(names[one.source], one.content[0].of(text)) for one in result.quotations if one.source]
    assert [pair for pair in found if pair in expected] == expected


@pytest.mark.parametrize("body", UNSIGNED)
def test_other_dashes_sign_nothing(body: str):
    assert read(HEAD + body).sources == ()


def test_what_one_credit_takes_no_other_takes_again():
    text = HEAD + "“Water is a friend\n\n“Mona Archer, nurse\n\n“Tom Bell, baker"
    pieces = [piece for one in read(text).quotations for piece in one.content]
    assert all(not one.overlaps(other) for one, other in combinations(pieces, 2))


def test_a_credit_alone_under_a_line_that_announces_gives_nobody_words():
    text = HEAD + "Mona Archer wrote of the dam. The graph accompanied the post:\n\n[The Courier, 11/8/24]\n\nIt leaks."
    pieces = [piece for one in read(text).quotations for piece in one.content]
    assert all(piece.start < piece.end for piece in pieces)
