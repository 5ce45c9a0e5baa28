"""Whom somebody belongs to, in languages without a trained tagger: a body, and no part of what they do."""

import pytest

from detector import page
from detector.analysis import read_article
from detector.article import Language

TOLD = (
    ("fr", "« Le quai est fermé », a dit Claire Roux, infirmière à la retraite.", None),
    ("fr", "« Le quai est fermé », a dit Claire Roux, cheffe de file de l’opposition.", "opposition"),
    (
        "fr",
        "« Le quai est fermé », a dit Claire Roux, présidente de la fédération des pêcheurs.",
        "fédération des pêcheurs",
    ),
    ("es", "«El muelle está cerrado», dijo el catedrático de Derecho Marítimo Pablo Sanz.", None),
    (
        "es",
        "«El muelle está cerrado», dijo Carmen Sanz, presidenta de la cofradía de pescadores.",
        "cofradía de pescadores",
    ),
    ("de", "„Der Kai ist zu“, sagte Jana Roth, Sprecherin der Hafenbehörde.", "Hafenbehörde"),
)


@pytest.mark.parametrize(("code", "text", "body"), TOLD)
def test_an_affiliation_is_a_body(code: str, text: str, body: str | None):
    reading = read_article(page.read_text(text, None), Language(code, 1.0, "full"))
    assert [source.affiliation for source in reading.sources] == [body]
