"""Which thoughts an editor would call statements, and which sources an editor would list."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from detector import attribution
from detector.attribution import Found, RawQuotation, plausibility
from detector.attribution.plausibility import SourceSigns, StatementSigns
from detector.languages.en import GRAMMAR, PACK
from detector.settings import SETTINGS
from detector.text import prose
from training.evaluation.plain_articles import article

HEAD = "Dam debate goes on\n\n"


def found(body: str) -> Found:
    page = article(HEAD + body)
    return attribution.find(page, prose.read_prose(page, PACK), GRAMMAR)


def heard(body: str) -> set[str]:
    page = article(HEAD + body)
    return {source.name for source in attribution.attribute(page, prose.read_prose(page, PACK), PACK).sources}


def of_sources(body: str) -> dict[str, SourceSigns]:
    read = found(body)
    signs = plausibility.source_signs(read.context.words, read.raws, read.raws, read.entities)
    names = {id(entity): entity.description.label for entity in read.entities if entity is not None}
    return {names[key]: each for key, each in signs.items()}


def of_statements(body: str) -> Sequence[StatementSigns]:
    read = found(body)
    density = plausibility.density_of(read.context.words, read.raws, read.entities)
    return [plausibility.statement_signs(read.context.words, raw, density) for raw in read.raws]


def test_each_sign_has_its_weight_and_no_other():
    assert SETTINGS.plausibility.statements.keys() == {"base", *StatementSigns.__annotations__}
    assert SETTINGS.plausibility.sources.keys() == {"base", *SourceSigns.__annotations__}


def test_a_source_is_known_by_its_name_and_its_longest_words():
    signs = of_sources("Ada Archer said that the old dam was safe. “No,” said the neighbours.")
    assert signs["Ada Archer"].named == signs["Ada Archer"].person == signs["Ada Archer"].proper == 1
    assert signs["neighbours"].named == signs["neighbours"].person == 0
    assert signs["Ada Archer"].words > signs["neighbours"].words


def test_a_name_that_a_source_with_more_words_has_too_is_repeated():
    said = "The Harbour Board said that the dam was safe and would hold for years."
    signs = of_sources(f"{said}\n\nSeveral clerks of the board said that it leaked.")
    assert {name: each.repeated for name, each in signs.items()} == {
        "Harbour Board": 0,
        "Several clerks of the board": 1,
    }


def test_whom_layout_lets_speak_is_not_asked_about():
    body = (
        "The interview\n\nADA ARCHER: The dam is safe, and will be.\n\nBEN COLE: Is it? I doubt it.\n\nADA ARCHER: Yes."
    )
    assert of_sources(body) == {}
    assert heard(body) == {"ADA ARCHER", "BEN COLE"}


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("Ada Archer said that the dam was safe.", "that"),
        ("Ada Archer rejected the claim that the dam leaked.", "deed"),
        ("Ada Archer resigned, claiming that the dam leaked.", "gerund"),
        ("Researchers found that the dam leaked.", "finding"),
    ],
)
def test_a_statement_is_known_by_its_cue(body: str, sign: str):
    assert [getattr(each, sign) for each in of_statements(body)] == [1]


def test_an_article_of_many_statements_is_dense():
    one = of_statements("Ada Archer said the dam was safe.")
    two = of_statements("Ada Archer said the dam was safe. Ben Cole said that the gate leaked.")
    assert one[0].density < two[0].density


def settled(body: str, **changes: object) -> list[RawQuotation]:
    """The quotations of a body as they are settled, after changes to each."""
    read = found(body)
    raws = [replace(raw, **changes) for raw in read.raws]  # type: ignore[arg-type]
    return plausibility.settle(read.context.words, raws, read.entities)


def test_a_thought_that_reads_as_a_statement_is_one_though_its_words_stay_the_authors():
    body = "Ada Archer promised that the council would repair the old dam before the next winter comes to the valley."
    (raw,) = settled(body, kind="thought")
    assert (raw.kind, raw.spoken) == ("speech", ())


def test_a_thought_that_does_not_stays_one():
    (raw,) = settled("Ada Archer wants a new dam.")
    assert raw.kind == "thought"
    assert heard("Ada Archer wants a new dam.") == set()


def test_what_is_given_to_a_doubtful_source_is_no_statement():
    body = "Ada Archer resigned, and members mocking the plan left the hall."
    assert [raw.kind for raw in settled(body, said=0.9)] == ["speech"]
    assert [raw.kind for raw in settled(body, said=0.1)] == ["thought"]
