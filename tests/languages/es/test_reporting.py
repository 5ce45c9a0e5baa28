"""Who says what in Spanish, by rules: the grammar is Spanish's, the engine knows no word of it."""

import pytest

from tests.attribution import said

TITLE = "La junta del puerto vota la tasa"


def read(text):
    """Content and source of each quotation, and all that is found, of a text below a title that says nothing."""
    return said.read("es", TITLE, text)


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("Ana Ruiz dijo que la tasa subirá.", "que la tasa subirá", "Ana Ruiz"),
        ("«La tasa subirá en mayo», dijo Ana Ruiz.", "«La tasa subirá en mayo»", "Ana Ruiz"),
        ("La tasa subirá, según Ana Ruiz.", "La tasa subirá", "Ana Ruiz"),
        ("De acuerdo con el informe de la autoridad, la tasa cae.", "la tasa cae", "informe de la autoridad"),
        ("La tasa subirá, dijo el lunes la alcaldesa de Vigo, Ana Ruiz.", "La tasa subirá", "Ana Ruiz"),
        ("“No hay otra salida”, explicó a la prensa el alcalde.", "“No hay otra salida”", "alcalde"),
        ("—No iremos al muelle —dijo el patrón Luis Peña—.", "No iremos al muelle", "Luis Peña"),
        ("El ministro Luis Peña se quejó de que nadie le avisó.", "que nadie le avisó", "Luis Peña"),
        ("Según explicó la portavoz, Ana Ruiz, el plazo acaba en junio.", "el plazo acaba en junio", "Ana Ruiz"),
        ("“Es un robo”, lamenta Luis Peña, patrón de un barco.", "“Es un robo”", "Luis Peña"),
        ("La portavoz del PP, Ana Ruiz, ha criticado la subida de la tasa.", "la subida de la tasa", "Ana Ruiz"),
        ("Moncloa descarta otra subida.", "otra subida", "Moncloa"),
        ("El líder del Partido Liberal, Tomás Rey, replicó que irá.", "que irá", "Tomás Rey"),
        ("El plan, dice la alcaldesa, cuesta mucho dinero.", "El plan … cuesta mucho dinero", "alcaldesa"),
        ("La tasa subió, según informó ayer a la prensa la alcaldesa, Ana Ruiz.", "La tasa subió", "Ana Ruiz"),
        ("La tasa subió, según los datos facilitados por la junta.", "La tasa subió", "junta"),
        ("Ana Ruiz acudió al puerto, donde anunció que la tasa sube.", "que la tasa sube", "Ana Ruiz"),
        ("En Vigo, la capital, la ministra de Pesca, Ana Ruiz, aseguró que irá.", "que irá", "Ana Ruiz"),
        ("Luis Peña calló. Ana Ruiz salió al muelle. «Ya basta de tasas», espetó.", "«Ya basta de tasas»", "Ana Ruiz"),
        ("—No iré al muelle —cuenta, todavía enfadada, Ana Ruiz, la patrona—. Es tarde.", "Es tarde", "Ana Ruiz"),
        ("Según el registro de Vigo, hubo nueve averías.", "hubo nueve averías", "registro de Vigo"),
        ("La portavoz, Ana Ruiz, pidió retirar la tasa.", "retirar la tasa", "Ana Ruiz"),
        ("Hay quien jura que la tasa subirá.", "que la tasa subirá", None),
        ("Tomás Rey calló. Rey insistió en que irá.", "que irá", "Tomás Rey"),
    ],
)
def test_a_frame_gives_its_content_to_its_subject(text, content, source):
    said, _ = read(text)
    assert (content, source) in said


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker():
    said, _ = read("“La tasa sube”, dijo Ana Ruiz. “No hay otra salida”, añadió.")
    assert said[-1] == ("“No hay otra salida”", "Ana Ruiz")


def test_a_second_verb_has_the_subject_of_the_first():
    said, _ = read("Ana Ruiz sostiene que la tasa “asfixia a los barcos del puerto” y ha pedido ayudas a los vecinos.")
    assert {source for _, source in said} == {"Ana Ruiz"}


@pytest.mark.parametrize(
    "text",
    [
        "Se dijo que la tasa subirá.",
        "La denuncia de los vecinos sigue abierta.",
        "El puerto está en alerta.",
        "Yo digo que no.",
        "La junta aprobó la tasa.",
        "La tasa se cobrará, según el calendario previsto, en mayo.",
        "Este diario pide que la tasa baje.",
    ],
)
def test_what_nobody_says_is_no_quotation(text):
    assert read(text)[0] == []


def test_a_last_name_is_the_person_named_before():
    _, found = read("El alcalde, Luis Peña, dijo que no hay dinero. Peña añadió que la junta lo sabía.")
    (source,) = found.sources
    assert (source.name, source.role, source.identified) == ("Luis Peña", "alcalde", True)


def test_a_ministry_is_no_name():
    _, found = read("“La tasa sube en mayo”, dijo el ministro de Fomento.")
    (source,) = found.sources
    assert (source.name, source.role, source.named) == ("ministro de Fomento", "ministro de Fomento", False)


def test_an_adverb_opens_no_clause_before_the_subject():
    said, _ = read("Un informe de apenas diez hojas, hecho en Vigo, confirma que la tasa sube.")
    assert [content for content, source in said if source and source.startswith("informe")] == ["que la tasa sube"]


def test_a_verb_that_opens_a_line_names_nobody():
    _, found = read("Fue el patrón Luis Peña, quien, ya tarde, dio la clave de la noche: «Nadie sabe nada del puerto».")
    assert "Fue" not in {source.name for source in found.sources}


def test_an_office_takes_up_the_one_who_has_none_yet():
    said, found = read("Ana Ruiz dijo que la tasa subirá. «Es tarde», añadió la alcaldesa.")
    assert [source.name for source in found.sources] == ["Ana Ruiz"]
    said, found = read("Tomás Rey dijo que la tasa subirá. «Es tarde», añadió la alcaldesa.")
    assert len(found.sources) == 2
    assert ("«Es tarde»", "Tomás Rey") not in said
