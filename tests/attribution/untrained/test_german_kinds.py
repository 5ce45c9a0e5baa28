"""Kinds of German attribution beyond the plain frames: where the subject stands, whom it takes up, where it ends."""

import pytest

from tests.attribution.untrained.test_german import read


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Den Plan bezeichnete Kolbe in seiner Rede als „seltsam“.", "in seiner Rede als „seltsam“", "Kolbe"),
        ("Als Grund dafür nannte die Ministerin, dass Geld fehlt.", "dass Geld fehlt", "Ministerin"),
        ("Es ist ein Haus, von dem Anna Weber sagt, dass es zu teuer ist.", "dass es zu teuer ist", "Anna Weber"),
        ("Anna Weber lobte den Plan, warnte aber vor den Kosten.", "aber vor den Kosten", "Anna Weber"),
        ("Die Lage ist ernst, darauf weisen viele Fachleute hin.", "Die Lage ist ernst", "Fachleute"),
        ("Der in Rheden lebende Autor Max Roth sagte, das Buch sei fertig.", "das Buch sei fertig", "Max Roth"),
        ("Die Karten sind, dem „Herold“ zufolge, falsch.", "Die Karten sind … falsch", "Herold"),
        ("Das Blatt schreibt unter Berufung auf Ermittler, er sei geflohen.", "er sei geflohen", "Blatt"),
        ("In dem Brief, der dem Rat vorliegt, heißt es: „Wir gehen.“", "„Wir gehen.“", "Brief"),
        ("Auf die Frage, ob er gehe, sagte Max Roth: „Nein.“", "„Nein.“", "Max Roth"),
        ("Ihm wird von der Opposition vorgeworfen, gelogen zu haben.", "gelogen zu haben", "Opposition"),
        ("Der Fachmann verhehlt nicht, dass Geld fehlt.", "dass Geld fehlt", "Fachmann"),
        ("Es sei spät, so die Ministerin am Montag.", "Es sei spät", "Ministerin"),
        ("Der „Herold“ zitiert eine Zeugin mit den Worten: „Es war laut.“", "„Es war laut.“", "Zeugin"),
        ("Die Pläne liegen vor. Das meldeten mehrere Medien, darunter der „Herold“.", "Die Pläne liegen vor", "Medien"),
        ("Von der Brück betonte, es gehe gut.", "es gehe gut", "Von der Brück"),
        ("Max Roth leugnete, dass er dort war.", "dass er dort war", "Max Roth"),
    ],
)
def test_who_speaks_is_found_wherever_he_stands(text, content, source):
    said, _ = read(f"Am Montag regnete es. {text}")
    assert [(one.rstrip("."), name) for one, name in said if name] == [(content.rstrip("."), source)] or (
        content,
        source,
    ) in said


@pytest.mark.parametrize(
    "lead",
    ["Anna Weber ist Wirtin. Sie schrieb im Netz:", "Dazu Anna Weber im Gespräch mit dem „Herold“:"],
)
def test_a_line_that_ends_with_a_colon_announces_who_speaks_in_the_next(lead):
    said, _ = read(f"{lead}\n\n„Das Haus ist alt, und niemand will es kaufen.“\n\nMehr weiß man nicht.")
    assert said[-1] == ("„Das Haus ist alt, und niemand will es kaufen.“", "Anna Weber")


@pytest.mark.parametrize(
    "text",
    [
        "Wenn der Minister sagt, dass er geht, freut das viele.",
        "Während die Stadt Verluste meldet, steigen die Preise.",
        "Davon sprach man im Hafen.",
    ],
)
def test_what_only_may_be_said_or_opens_a_sentence_is_no_statement_of_the_rest(text):
    said, _ = read(f"Am Montag regnete es. {text}")
    assert not any("freut" in content or "steigen" in content or "Hafen" in content for content, _ in said)


def test_the_author_goes_on_behind_what_is_reported():
    said, _ = read("Der Minister sagt, es gehe gut, Zahlen nennt er aber nicht.")
    assert said[0][0] == "es gehe gut"


def test_pronouns_take_up_offices_and_last_names():
    said, _ = read("Anna Weber kam spät. Dem neuen Minister gefiel das, er verkündete, dass er bleibe.")
    assert said == [("dass er bleibe", "Minister")] or said[0][1] == "neuen Minister"


def test_several_ministers_are_not_the_minister():
    _, found = read("Die Minister sagten, es fehle Zeit. Der Minister sagte, er warte.")
    assert [source.kind for source in found.sources] == ["collective", "person"]


def test_an_office_takes_up_the_one_person_who_has_none():
    _, found = read("Paul Kurz sagte, er komme. Der roerländische Präsident betonte, er freue sich.")
    assert [source.name for source in found.sources] == ["Paul Kurz"]


def test_whoever_is_asked_about_is_not_named_by_the_question():
    said, _ = read("Die Rede gefiel dem Saal. Was meldete er wirklich? „Wir gehen alle nach Hause.“")
    assert "Was" not in {name for _, name in said}
