"""Adjectives that are spelled like a form of a verb: a remark where they describe, none where somebody does it."""

import pytest

from detector import page, rules
from detector.analysis import read_article
from detector.article import Language
from detector.dimensions import wording

DESCRIBED = (
    ("fr", "Ce marché indigne a été signé mardi.", "indigne"),
    ("fr", "Un accord louche a été signé mardi.", "louche"),
    ("es", "El reparto indigno se firmó el lunes.", "indigno"),
    ("es", "La indigna maniobra del alcalde duró dos horas.", "indigna"),
)
DONE = (
    ("fr", "« Le quai est fermé », s'indigne Anne Roux, patronne du bar."),
    ("fr", "Le bruit des grues nous indigne depuis mardi."),
    ("fr", "La fermeture du quai indigne tout le port."),
    ("fr", "La cuisinière sublime les légumes du marché."),
    ("es", "La subida de la tasa indigna a los pescadores."),
    ("es", "El cierre indigna al barrio entero."),
)


def found(code: str, text: str) -> list[str]:
    reading = read_article(page.read_text(text, None), Language(code, 1.0, "full"))
    return [finding.exact for finding in wording.find(reading, rules.load(code)) if finding.scored]


@pytest.mark.parametrize(("code", "text", "word"), DESCRIBED)
def test_what_describes_is_a_remark(code: str, text: str, word: str):
    assert found(code, text) == [word]


@pytest.mark.parametrize(("code", "text"), DONE)
def test_what_somebody_does_is_none(code: str, text: str):
    assert found(code, text) == []
