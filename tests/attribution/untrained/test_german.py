"""Who says what in German, by rules: the grammar is German's, the engine knows no word of it."""

import pytest

from tests.attribution import said

TITLE = "Stadtrat berät über den Haushalt"


def read(text):
    """Content and source of each quotation, and all that is found, of a text below a title that says nothing."""
    return said.read("de", TITLE, text)


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Anna Weber sagte, die Stadt müsse sparen.", "die Stadt müsse sparen", "Anna Weber"),
        ("Anna Weber sagte, dass die Stadt sparen muss.", "dass die Stadt sparen muss", "Anna Weber"),
        ("Die Stadt müsse sparen, sagte Anna Weber.", "Die Stadt müsse sparen", "Anna Weber"),
        ("„Wir müssen sparen“, sagte Anna Weber am Montag.", "„Wir müssen sparen“", "Anna Weber"),
        ("Anna Weber hat angekündigt, dass sie geht.", "dass sie geht", "Anna Weber"),
        ("Anna Weber teilte mit, sie werde gehen.", "sie werde gehen", "Anna Weber"),
        ("Wie Anna Weber mitteilte, fehlen Lehrer.", "fehlen Lehrer", "Anna Weber"),
        ("Laut Anna Weber fehlen Lehrer.", "fehlen Lehrer", "Anna Weber"),
        ("Die Straße war nach Angaben der Polizei gesperrt.", "Die Straße war … gesperrt", "Polizei"),
        ("Angaben der Feuerwehr zufolge gab es keine Verletzten.", "gab es keine Verletzten", "Feuerwehr"),
        ("„Das wird teuer“, so Anna Weber.", "„Das wird teuer“", "Anna Weber"),
        ("Anna Weber kritisierte den Haushalt.", "den Haushalt", "Anna Weber"),
        ("Der Chef der Firma, Paul Kurz, sagte dem Magazin, es gehe gut.", "es gehe gut", "Paul Kurz"),
        ("Der Spiegel berichtet, dass Lehrer fehlen.", "dass Lehrer fehlen", "Spiegel"),
        ("Der Zeitung sagte der Minister, es fehle Geld.", "es fehle Geld", "Minister"),
        ("Dazu Anna Weber: „Das wird teuer.“", "„Das wird teuer.“", "Anna Weber"),
        ("Nach eigenen Angaben hat die Bahn geprüft.", "hat die Bahn geprüft", "Bahn"),
        ("Die Bahn kündigte an, die Brücke zu sperren.", "die Brücke zu sperren", "Bahn"),
        ("Aus Sicht des Verbandes ist das falsch.", "ist das falsch", "Verband"),
        ("Nach Daten der Roer Post fehlen Lehrer.", "fehlen Lehrer", "Roer Post"),
        ("„Das wird teuer“, soll Anna Weber gesagt haben.", "„Das wird teuer“", "Anna Weber"),
        ("Paul Kurz, der Vogt von Rheden, gestand ein, dass er geht.", "dass er geht", "Paul Kurz"),
        ("Die Sprecherin für Bau- und Bodenfragen Anna Kurz sagte, es gehe gut.", "es gehe gut", "Anna Kurz"),
    ],
)
def test_a_frame_gives_its_content_to_its_subject(text, content, source):
    said, _ = read(text)
    assert (content, source) in said


def test_a_sentence_in_reported_mood_goes_on_with_the_last_speaker():
    said, _ = read("Anna Weber sagte, die Stadt müsse sparen. Die Lage sei ernst.")
    assert said[-1] == ("Die Lage sei ernst", "Anna Weber")


def test_a_sentence_in_the_indicative_is_the_authors_again():
    said, _ = read("Anna Weber sagte, die Stadt müsse sparen. Der Rat hat vierzig Mitglieder.")
    assert len(said) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat stimmte dem Haushalt zu.",
        "Ich sage, das geht so nicht.",
        "Es sei denn, es regnet.",
        "Der Handel hatte gegen die Pläne gestimmt.",
    ],
)
def test_what_nobody_says_is_no_quotation(text):
    assert read(text)[0] == []


def test_a_pronoun_and_a_last_name_are_the_person_named_before():
    said, found = read(
        "Bürgermeisterin Anna Weber (SPD) sagte, die Stadt müsse sparen. Sie erklärte, es fehle Geld. "
        "Weber betonte, das gelte für alle."
    )
    assert {source for _, source in said} == {"Anna Weber"}
    (source,) = found.sources
    assert (source.role, source.affiliation, source.named, source.identified) == ("Bürgermeisterin", "SPD", True, True)


def test_a_pronoun_of_the_other_sex_is_somebody_else():
    said, _ = read("Anna Weber traf Paul Kurz am Montag. Er sagte, das Treffen sei gut gewesen.")
    assert said[0][1] == "Paul Kurz"


def test_words_given_to_somebody_are_that_voice():
    _, found = read("Anna Weber sagte, die Stadt müsse sparen.")
    assert [voice.speaker for voice in found.voices] == ["source:s1"]


def test_a_body_without_a_name_is_known_by_its_office():
    _, found = read("Die Polizei teilte mit, dass die Straße gesperrt war.")
    (source,) = found.sources
    assert (source.kind, source.named, source.in_office) == ("collective", False, True)


def test_what_is_somebodys_does_not_speak_for_him():
    (_, source), *_ = read("Der Anwalt von Paul Kurz sagte, es gehe gut.")[0]
    assert source == "Anwalt von Paul Kurz"


def test_a_noun_of_no_speaker_says_nothing_of_its_object():
    assert not read("Die Zuwanderung fordert ihren Tribut.")[0]


def test_a_clause_about_anybody_gives_nothing_to_a_source():
    assert not read("Wer meint, die Stadt sei arm, soll rechnen.")[1].sources


def test_a_general_noun_takes_up_the_one_who_spoke():
    said, _ = read("Der Forscher Paul Kurz sagte, es gehe gut. „Wir warten“, erklärte der Experte.")
    assert {source for _, source in said} == {"Paul Kurz"}
