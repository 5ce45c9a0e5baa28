"""The forms of Spanish words."""

import pytest

from detector.languages.es import morphology


@pytest.mark.parametrize(
    ("verb", "form", "text"),
    [
        ("dilapidar", "past", "dilapidó"),
        ("atacar", "subjunctive", "ataque"),
        ("cargar", "subjunctive", "cargue"),
        ("destrozar", "subjunctive plural", "destrocen"),
        ("mentir", "third", "miente"),
        ("mentir", "past", "mintió"),
        ("mentir", "participle", "mentido"),
        ("embestir contra", "third", "embiste contra"),
        ("distribuir", "third", "distribuye"),
        ("distribuir", "past plural", "distribuyeron"),
        ("fingir", "subjunctive", "finja"),
        ("escarnecer", "subjunctive", "escarnezca"),
        ("hacer el ridículo", "past", "hizo el ridículo"),
        ("sostener", "past", "sostuvo"),
        ("sostener", "future", "sostendrá"),
        ("describir", "participle", "descrito"),
        ("devolver", "participle", "devuelto"),
        ("jactarse", "past", "se jactó"),
        ("jactarse", "participle after ha", "se ha jactado"),
        ("jactarse", "gerund with se", "jactándose"),
        ("ningunear", "base with los", "ningunearlos"),
    ],
)
def test_a_verb(verb, form, text):
    assert morphology.inflect_verb(verb)[form] == text


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("vergonzoso", ("vergonzoso", "vergonzosa", "vergonzosos", "vergonzosas")),
        ("cruel", ("cruel", "cruel", "crueles", "crueles")),
        ("feroz", ("feroz", "feroz", "feroces", "feroces")),
        ("abusón", ("abusón", "abusona", "abusones", "abusonas")),
        ("peor", ("peor", "peor", "peores", "peores")),
        ("común", ("común", "común", "comunes", "comunes")),
    ],
)
def test_an_adjective(adjective, forms):
    assert tuple(morphology.inflect_adjective(adjective).values()) == forms


@pytest.mark.parametrize(
    ("noun", "forms"),
    [
        ("caza de brujas", ("caza de brujas", "cazas de brujas")),
        ("estado fallido", ("estado fallido", "estados fallidos")),
        ("bocazas", ("bocazas", "bocazas")),
        ("bufón|a", ("bufón", "bufones", "bufona", "bufonas")),
    ],
)
def test_a_noun(noun, forms):
    assert tuple(morphology.inflect_noun(noun).values()) == forms


def test_forms_of_a_word_share_a_stem():
    assert len({morphology.stem(word) for word in ("destrozó", "destrozar", "destrozan", "Destrozado")}) == 1
