"""Who says what in French, by rules: the grammar is French's, the engine knows no word of it."""

import pytest

from detector import attribution, languages
from detector.text import prose
from training.evaluation.marks import article_of

PACK = languages.pack_for("fr")
TITLE = "Le conseil parle du budget"


def read(text):
    """Content and source of each quotation of a text below a title that says nothing."""
    article = article_of(f"{TITLE}\n\n{text}")
    found = attribution.attribute(article, prose.read_prose(article, PACK), PACK)
    names = {source.id: source.name for source in found.sources}
    return [
        (" … ".join(piece.of(article.text) for piece in one.content), names.get(one.source)) for one in found.quotations
    ]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("La mairie affirme faire beaucoup pour le port.", "faire beaucoup pour le port", "mairie"),
        ("La mairie assure avoir vidé le port.", "avoir vidé le port", "mairie"),
        ("Le préfet a accusé la mairie de mentir.", "de mentir", "préfet"),
        ("L’armée russe qui assure avoir visé un pont attend.", "avoir visé un pont attend", "armée russe"),
        ("La mairie qui de son côté annonce vider le port attend.", "vider le port attend", "mairie"),
        ("La maire, Anne Roe, s’est dite prête à partir.", "prête à partir", "Anne Roe"),
        ("Le maire a confirmé la fermeture du port.", "la fermeture du port", "maire"),
        ("Hier, Luc Roe, le maire, expliquait, ce lundi, que tout va bien.", "que tout va bien", "Luc Roe"),
        ("Comme l’écrit la presse locale, le port ferme.", "le port ferme", None),
        ("Le chef de la région nord, Dmitri Koula, a nié la fuite.", "la fuite", "Dmitri Koula"),
    ],
)
def test_a_frame_gives_its_words_to_its_source(text, content, source):
    assert read(text) == [(content, source)]


def test_a_view_behind_pour_is_somebodys():
    assert read("Luc Roe a parlé. Luc Roe a nié la fuite. Pour lui, tout est clair.")[-1] == (
        "tout est clair",
        "Luc Roe",
    )


def test_what_is_somebodys_does_not_speak_for_him():
    (_, source), *_ = read("L’avocat de Luc Roe avait nié toute fuite.")
    assert source == "avocat de Luc Roe"


def test_a_pronoun_takes_up_the_body_that_spoke_last():
    said = read("L’association a nié la fuite. Une méthode qui viole selon elle le droit du port.")
    assert {source for _, source in said} == {"association"}


def test_an_acronym_is_the_body_it_stands_for():
    said = read("L’Organisation maritime du nord a nié la fuite. L’OMN affirme que tout va bien.")
    assert len({source for _, source in said}) == 1


def test_a_clause_of_time_is_not_said():
    assert not read("Le maire a réagi après que la pluie a cessé.")


def test_a_thing_says_nothing_of_its_object():
    assert not read("La pluie annonce la fermeture du port.")
