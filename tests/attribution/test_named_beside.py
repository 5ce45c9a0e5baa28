"""Bodies named between commas, and those who are told only by whom they are close to."""

import pytest

from training.evaluation.plain_articles import read

HEAD = "Dam debate goes on\n\n"
NAMED_BODIES = (
    ("The utility, Tarn Water, denied that the dam was old.", "Tarn Water"),
    ("The carrier, Holm Vesta, said the dam was safe.", "Holm Vesta"),
)


@pytest.mark.parametrize(("text", "name"), NAMED_BODIES)
def test_a_body_is_called_by_the_name_between_commas(text: str, name: str):
    (source,) = read(HEAD + text).sources
    assert (source.name, source.kind) == (name, "organisation")


CLOSE = (
    "Sources close to the mayor said the dam was old.",
    "The dam was old, people close to the mayor said.",
    "Aides close to Jane Roe say the dam is old.",
)


@pytest.mark.parametrize("text", CLOSE)
def test_those_close_to_somebody_are_somebody_else(text: str):
    (source,) = read(f"{HEAD}{text} Mayor Jane Roe did not reply.").sources
    assert not source.named
    assert "close to" in source.name
