"""Who says what in French: offices, asides and what somebody says of himself, each with its wrong side."""

import pytest

from tests.attribution import said

TITLE = "Le port vote la taxe"


def read(text):
    """Content and source of each quotation, and all that is found, of a text below a title that says nothing."""
    return said.read("fr", TITLE, text)


def sources(text):
    """The names of the sources of a text."""
    return [source.name for source in read(text)[1].sources]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("« On voit que c’est difficile ici », se désole Anne Roe.", "« On voit que c’est difficile ici »", "Anne Roe"),
        ("Luc Roe, chef du port de Norville a dit que la taxe monte.", "que la taxe monte", "Luc Roe"),
        ("Invitée à Norville, Anne Roe a souri, affirmant que la taxe monte.", "que la taxe monte", "Anne Roe"),
        ("La taxe monte, a indiqué, ce lundi, la ministre des Ports, Anne Roe.", "La taxe monte", "Anne Roe"),
    ],
)
def test_who_speaks_is_found_beside_asides_and_appositions(text, content, source):
    assert (content, source) in read(text)[0]


def test_what_is_said_by_somebodys_own_count_is_the_last_speakers():
    said, _ = read("Anne Roe a dit que la taxe monte. Le projet ferait baisser selon ses calculs le prix du pain.")
    assert [name for _, name in said] == ["Anne Roe", "Anne Roe"]


def test_an_office_takes_up_the_one_who_has_none_yet_or_whose_name_follows():
    assert sources("Anne Roe a dit que la taxe monte. « C’est trop », a ajouté la présidente du port.") == ["Anne Roe"]
    two = "Luc Roe a dit que la taxe monte. « C’est trop », a ajouté la présidente du port."
    assert len(sources(two)) == 2  # a woman


def test_whoever_refuses_to_do_something_says_nothing():
    assert sources("Les pêcheurs refusent d’entrer dans le port.") == []
    assert sources("Il y a fort à parier que la taxe monte.") == []
    assert sources("Les pêcheurs affirment avoir vu le port.") == ["pêcheurs"]
