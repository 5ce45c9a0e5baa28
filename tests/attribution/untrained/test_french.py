"""Who says what in French, by rules: the grammar is French's, the engine knows no word of it."""

import pytest

from tests.attribution import said

TITLE = "Le conseil parle du budget"


def read(text):
    """Content and source of each quotation of a text below a title that says nothing."""
    return said.read("fr", TITLE, text)[0]


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
        ("Le maire a quitté la salle, affirmant que le port ferme.", "que le port ferme", "maire"),
        ("« On l’utilise pour sa couleur », nous confie la maire.", "« On l’utilise pour sa couleur »", "maire"),
        ("« Le port ferme », peut-on lire dans le rapport.", "« Le port ferme »", "rapport"),
        ("Le maire a été accusé par l’opposition d’avoir menti.", "d’avoir menti", "opposition"),
        ("Hier, dans le port, Anne Roe, ministre, assure que tout va bien.", "que tout va bien", "Anne Roe"),
        ("C’est grave puisque Luc Roe, maire, affirmait que tout va mal.", "que tout va mal", "Luc Roe"),
        ("La Norvège a confirmé la fermeture du port.", "la fermeture du port", "Norvège"),
        ("Le ministre, invité de la radio, a assuré que tout va bien.", "que tout va bien", "ministre"),
        ("Le communiqué du conseil parle de « sauver le port ».", "« sauver le port »", "communiqué du conseil"),
        ("La maire se félicite de la fermeture du port.", "de la fermeture du port", "maire"),
        ("Le maire l’a redit : « Le port ferme. »", "« Le port ferme. »", "maire"),
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


def test_a_quotation_alone_is_of_whom_the_sentence_before_it_is_about():
    said = read("Le préfet est venu au port. « Tout va bien, nous restons ici. »")
    assert said == [("« Tout va bien, nous restons ici. »", "préfet")]


def test_a_pronoun_takes_up_whom_the_sentence_before_is_about():
    assert read("Le préfet est arrivé. Selon lui, le port est sûr.") == [("le port est sûr", "préfet")]
    assert read("Les salariés ont défilé. Le port ferme, disent-ils.") == [("Le port ferme", "salariés")]


def test_a_verb_that_goes_on_has_the_subject_of_the_line():
    said = read("L’article exhorte les marins à partir, et mentionne que le port ferme.")
    assert {source for _, source in said} == {"article"}


def test_a_bare_noun_takes_up_the_named_body_and_the_document():
    said = read("Le magazine Norvia affirme que tout va bien. Selon Norvia, le port ferme. Le magazine ajoute que oui.")
    assert {source for _, source in said} == {"Norvia"}
    said = read("Un billet publié hier affirme que le port ferme. L’article ajoute que tout va mal.")
    assert {source for _, source in said} == {"billet"}


def test_an_aside_that_closes_a_sentence_gives_all_of_it_to_its_speaker():
    said = read("Les élus ont annoncé la fermeture du port, écrit le journal.")
    assert ("Les élus ont annoncé la fermeture du port", "journal") in said


@pytest.mark.parametrize(
    "text",
    [
        "La taxe varie selon l’âge des bateaux.",
        "La taxe varie selon le calendrier de Roeville.",
        "Le port se révèle trop petit pour les bateaux du nord.",
        "La société Norport a été critiquée par la direction du port.",
        "Un mécanisme d’alerte du port règle la taxe des marins.",
        "Ces marins affirmant que tout va bien sont partis.",
        "Selon nos informations, le port ferme.",
        "La taxe sur le port explique la hausse des prix.",
    ],
)
def test_what_nobody_says_has_no_source(text):
    assert [source for _, source in read(text) if source] == []
