"""Further kinds of German attribution: moods, objects, marks of gender, asides; every text is made up."""

import pytest

from tests.attribution import said
from tests.attribution.untrained.test_german import read


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Anna Roth sagte, der Kai sei alt. Die Farbe schütze das Holz.", "Die Farbe schütze das Holz", "Anna Roth"),
        ("Anna Roth sagte, der Kai sei alt. Nur die Halle sei noch nass.", "Nur die Halle sei noch nass", "Anna Roth"),
        ("Der Rat fordert mehr Geld, sagte Anna Roth.", "Der Rat fordert mehr Geld", "Anna Roth"),
        ("Dort sprach Paul Kurz mit Anna Roth, die versicherte, der Kai sei dicht.", "der Kai sei dicht", "Anna Roth"),
        ("Der Kai ist – laut Polizei – gesperrt.", "Der Kai ist … gesperrt", "Polizei"),
        ("Am Abend wurde die Wirtin deutlich: „Der Kai ist zu.“", "„Der Kai ist zu.“", "Wirtin"),
        ("Der Kai sei zu, verkündete etwas düster der Minister.", "Der Kai sei zu", "Minister"),
        ("Von hohen Schulden sprach Anna Roth.", "Von hohen Schulden", "Anna Roth"),
        ("Forscher*innen warnten, dass das Eis schmilzt.", "dass das Eis schmilzt", "Forscher*innen"),
        ("Forscher:innen warnten, dass das Eis schmilzt.", "dass das Eis schmilzt", "Forscher:innen"),
        ("„Der Kai ist alt.“ Mit diesen Worten widersprach Anna Roth dem Rat.", "„Der Kai ist alt.“", "Anna Roth"),
    ],
)
def test_words_are_given_to_whoever_says_them(text, content, source):
    heard, _ = read(f"Am Montag regnete es. {text}")
    assert (content, source) in heard


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        ("Der Verband beschwert sich, unternimmt aber wenig.", "unternimmt"),
        ("Als die Stadt das verkündete, stieg der Preis.", "stieg"),
        ("Anna Roth sagte, der Kai sei alt. Er tat so, als sei das neu.", "als sei das neu"),
        ("Anna Roth sagte, der Kai sei alt. Das kleine Land liegt am Meer.", "kleine Land"),
        ("Anna Roth sagte, der Kai sei alt. Erwähnt sei hier nur der Preis.", "Preis"),
    ],
)
def test_the_rest_is_the_authors(text, authors):
    heard, _ = read(f"Am Montag regnete es. {text}")
    assert not any(authors in content for content, _ in heard)


@pytest.mark.parametrize(
    "text",
    [
        "Die Menge der Daten zeigt, dass es kalt war.",
        "„Der Kai ist alt“, so der Befund.",
        "Der Kai war in einer von Kennern als „schlecht“ bezeichneten Lage.",
    ],
)
def test_what_cannot_speak_is_no_source(text):
    _, found = read(f"Am Montag regnete es. {text}")
    assert not {source.name for source in found.sources} & {"Menge der Daten", "Befund", "Lage"}


def test_a_headline_leaves_out_the_article_of_an_office():
    _, found = said.read("de", "Werft-Chef beklagt hohe Kosten", "Werft-Chef Paul Kurz sagte, der Kai sei zu.")
    assert [source.name for source in found.sources] == ["Paul Kurz"]
