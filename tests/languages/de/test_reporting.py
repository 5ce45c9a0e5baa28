"""Who says what in German: what names, nouns for bodies and opening clauses are taken for, each with its wrong side."""

import pytest

from tests.attribution.untrained.test_german import read

INTRODUCED = "Der Reeder Max Weber ist krank."


def sources(text):
    """The names of the sources of a text."""
    return [source.name for source in read(text)[1].sources]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (f"{INTRODUCED} So hatte Anna Rohm Weber vorgeworfen, er lüge.", "er lüge", "Anna Rohm"),
        (
            "Die Reise Max Webers ist lang. Weber verurteilte die Banken, dass sie zögern.",
            "dass sie zögern",
            "Max Weber",
        ),
        ("Der Wirt und Autor aus Rheden, Dr. Max Roth, sagte, es sei gut.", "es sei gut", "Max Roth"),
        ("Am Kai liegt viel Schutt. Das berichtet der „Hafenbote Nord“.", "Am Kai liegt viel Schutt", "Hafenbote Nord"),
        ("Anna Rohm lehnte ab und hat Vorwürfe bestritten, sie plane Neues.", "sie plane Neues", "Anna Rohm"),
        ("Nach Angaben Moskaus war es still.", "war es still", "Moskau"),
        ("Nach KWN-Angaben war es still.", "war es still", "KWN"),
        ("Anna Rohm kam und ist der Ansicht, dass der Kai bricht.", "dass der Kai bricht", "Anna Rohm"),
        ("Die Wirtin ging, der Max Roth vorwarf, dass sie lüge.", "dass sie lüge", "Max Roth"),
        ("Der Mann, der der Wirtin vorwarf, dass sie lüge, ging.", "dass sie lüge, ging", "Mann"),
        ("Nichtsdestotrotz sagte Anna Rohm, es sei gut.", "es sei gut", "Anna Rohm"),
        (
            "Die Antwort der Ministerin fiel kurz aus: „Wir wollen mehr Licht.“",
            "„Wir wollen mehr Licht.“",
            "Ministerin",
        ),
    ],
)
def test_who_speaks_is_told_by_names_known_elsewhere_and_by_what_is_taken_up(text, content, source):
    said, _ = read(text)
    assert (content, source) in [(one.rstrip("."), name) for one, name in said] or (content, source) in said


def test_a_clause_that_opens_the_sentence_is_no_part_of_what_follows():
    said, _ = read("Als der Kran der Werft endlich stillstand, sagte Anna Rohm, man müsse warten.")
    assert said == [("man müsse warten", "Anna Rohm")]
    said, _ = read("Wenn das so bleibe, sagte Anna Rohm, müsse man warten.")
    assert said[0][0].startswith("Wenn das so bleibe")


@pytest.mark.parametrize(
    "text",
    [
        "Berichten zufolge ist der Kai gesperrt.",
        "Die meisten Fischer lehnen es ab, mehr zu zahlen.",
        "Was sie tat, wurde später als „reiner Unsinn“ bezeichnet.",
        "Russland griff den Hafen an, nachdem der Vertrag ausgelaufen war.",
        "Der Stadtrat hat beschlossen, dass der Kai saniert wird.",
        "Der Verein befindet sich am Hafen, den alle kennen.",
        "Meiner Meinung nach ist der Kai zu schmal.",
    ],
)
def test_nobody_is_a_source_who_only_acts_or_whom_nothing_names(text):
    assert sources(text) == []


def test_what_anybody_might_say_is_not_the_last_speakers():
    said, _ = read("Anna Rohm sagte, der Kai sei alt. Diesen Eindruck könnte man leicht haben.")
    assert [content for content, _ in said] == ["der Kai sei alt"]
    said, _ = read("Anna Rohm sagte, der Kai sei alt. Er könne brechen.")
    assert ("Er könne brechen", "Anna Rohm") in [(content.rstrip("."), name) for content, name in said]


def test_a_body_is_taken_up_by_the_end_of_its_noun_or_by_its_letters():
    assert sources("Der Küstendienst sagte, es sei gut. Der Dienst sagte, man warte.") == ["Küstendienst"]
    assert len(sources("Der norische Küstendienst KDN sagte, es sei gut. Der KDN sagte, man warte.")) == 1
    assert len(sources("Der Küstendienst sagte, es sei gut. Das Amt sagte, man warte.")) == 2


def test_a_first_name_alone_is_the_one_person_who_has_it():
    told = "Die Schülerin Alma Rohm sagte, es sei gut. Alma sagte, man warte."
    assert sources(told) == ["Alma Rohm"]
    assert len(sources(f"{told} Der Autor Max Roth sagte, es sei spät. Karl sagte, er gehe.")) == 3
