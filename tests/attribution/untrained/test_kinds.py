"""Who speaks, in kinds of sentences of German, French and Spanish news: every text is made up for its kind."""

import pytest

from detector import page
from detector.analysis import read_article
from detector.article import Language

HEARD = (
    ("de", "„Wir gehen“, so der Vorsitzende des Hafenvereins, Karl Roth.", ["Karl Roth"]),
    ("de", "Für Werftchefin Anna Roth ist der Plan „kein Weg“.", ["Anna Roth"]),
    ("de", "„Der Kai ist zu“, heißt es aus dem Rathaus.", ["Rathaus"]),
    ("de", "Nach Informationen der „Hafenpost“ ist der Kai zu.", ["Hafenpost"]),
    ("de", "Paul Roth kam spät. „Der Kai ist zu“, sagte der 58-Jährige der „Hafenpost“.", ["Paul Roth"]),
    ("de", "Das Amt für Seefahrt warnt vor Eis. Die Behörde schreibt, der Kai sei zu.", ["Amt für Seefahrt"]),
    ("de", "Der Autor, der Ökonom Paul Roth, geht von neuen Schulden aus.", ["Paul Roth"]),
    ("fr", "Son président, Luc Roux, a dénoncé un texte inutile.", ["Luc Roux"]),
    ("fr", "« Nous irons », prévient Anne Roux, déléguée CGT, qui réclame une grève.", ["Anne Roux"]),
    ("fr", "À en croire l’avocat du port, maître Luc Roux, le dossier est vide.", ["Luc Roux"]),
    ("fr", "Aux yeux du politologue Luc Roux, le quai est perdu.", ["Luc Roux"]),
    ("fr", "Luc Roux n’y croit pas. « C’est non », tranche l’éleveur.", ["Luc Roux"]),
    ("fr", "L’agence du port fait état de douze cas.", ["agence du port"]),
    ("es", "El informe concluye que los barcos se irán.", ["informe"]),
    ("es", "Un informe de la cofradía revela gastos sin justificar.", ["informe de la cofradía"]),
    ("es", "Para el economista Juan Sanz, el muelle está perdido.", ["Juan Sanz"]),
    ("es", "En palabras del historiador Juan Sanz, el muelle es «único».", ["Juan Sanz"]),
    ("es", "Desde el Ayuntamiento aseguran que el muelle abrirá.", ["Ayuntamiento"]),
    ("es", "El muelle cerró, según dos personas conocedoras del asunto.", ["personas conocedoras del asunto"]),
    ("es", "El gobierno rechazó las críticas, según publica el diario La Ría.", ["diario La Ría", "gobierno"]),
    ("es", "De acuerdo con la Guardia Civil, el muelle cerró.", ["Guardia Civil"]),
    ("es", "La ministra evitó dar cifras y recordó que el muelle cerró.", ["ministra"]),
)

UNHEARD = (
    ("de", "Für Anna Roth ist der Weg zum Hafen kurz."),
    ("es", "Todo apunta a que el muelle cerró."),
)


@pytest.mark.parametrize(("code", "text", "names"), HEARD)
def test_somebody_is_heard(code: str, text: str, names: list[str]):
    reading = read_article(page.read_text(text, None), Language(code, 1.0, "full"))
    assert sorted(source.name for source in reading.sources) == names


@pytest.mark.parametrize(("code", "text"), UNHEARD)
def test_nobody_is_heard(code: str, text: str):
    reading = read_article(page.read_text(text, None), Language(code, 1.0, "full"))
    assert not reading.sources
