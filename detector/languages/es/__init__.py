"""Spanish."""

from detector.languages import messages, parts, terms
from detector.languages.es import morphology, tagging
from detector.languages.es.reporting import conjugate
from detector.languages.pack import Pack
from detector.languages.parts import Morphology
from detector.languages.reporting import load as load_reporting

PACK = Pack(
    code="es",
    tagger=tagging,
    splitting=parts.splitting("es"),
    grammar=parts.grammar("es"),
    layout=parts.layout("es"),
    page_terms=terms.page_terms("es"),
    morphology=Morphology(
        {
            "adjectives": morphology.inflect_adjective,
            "nouns": morphology.inflect_noun,
            "verbs": morphology.inflect_verb,
        },
        morphology.stem,
    ),
    numbers=parts.numbers("es"),
    messages=messages.load("es"),
    reporting=load_reporting("es", conjugate),
    rules=("headline", "sourcing", "wording", "claims"),
)
