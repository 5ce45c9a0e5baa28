"""A body under each of its names is one source, and whoever belongs to it belongs to that."""

import pytest

from detector.article import Source
from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"


def sources(body: str) -> list[Source]:
    return list(read(HEAD + body).sources)


BODIES = (
    ("Harwood University said it was late. Harwood, based in Tarn, said it was old.", ["Harwood University"]),
    ("The Federal Reserve said it was late. The Fed said it was old.", ["Federal Reserve"]),
    (
        "Mona Peel left. Peel's legal team said it was late. Peel's team said it was old. Her legal team said so too.",
        ["Peel's legal team"],
    ),
    (
        "Mona Peel left. Peel's legal team said it was late. Peel's transition team said it was old.",
        ["Peel's legal team", "Peel's transition team"],
    ),
    ("The order, the Tarn Post reports, is late. It is old, the news organization reported.", ["Tarn Post"]),
    ("The Tarn Energy Agency said it was late. The energy watchdog said it was old.", ["Tarn Energy Agency"]),
    (
        "The Tarn Energy Agency said it was late. The Grid Energy "
        "Board said it was new. The energy watchdog said it was old.",
        ["Tarn Energy Agency", "Grid Energy Board", "energy watchdog"],
    ),
    ("The Anti-Flood League said it was late. The AFL said it was old.", ["Anti-Flood League"]),
    ("The Grid Safety Board (TPDA) said it was late. The TPDA said it was old.", ["Grid Safety Board"]),
)


@pytest.mark.parametrize(("body", "names"), BODIES)
def test_a_body_is_one_source_under_each_of_its_names(body: str, names: list[str]):
    assert [source.name for source in sources(body)] == names


def test_whom_somebody_belongs_to_is_written_as_the_body_itself():
    told = "The Federal Reserve said it was late. The Fed said it was old. Jane Roe, a Fed governor, said it was new."
    assert sources(told)[-1].affiliation == "Federal Reserve"


def test_somebody_told_by_a_pronoun_belongs_to_whom_that_means():
    told = "Mona Peel left. Her spokeswoman said it was late."
    assert [source.affiliation for source in sources(told)] == ["Mona Peel"]
