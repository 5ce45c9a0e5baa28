"""German: rules for all three scores, who says what, and the texts of reports."""

from detector.languages import messages, parts, terms
from detector.languages import reporting as verbs_of_reporting
from detector.languages.de import morphology, reporting, tagging
from detector.languages.pack import Pack
from detector.languages.parts import Morphology

PACK = Pack(
    code="de",
    tagger=tagging,
    splitting=parts.splitting("de"),
    grammar=parts.grammar("de"),
    layout=parts.layout("de"),
    page_terms=terms.page_terms("de"),
    morphology=Morphology(
        {
            "adjectives": morphology.inflect_adjective,
            "nouns": morphology.inflect_noun,
            "verbs": morphology.inflect_verb,
        },
        morphology.stem,
    ),
    numbers=parts.numbers("de"),
    genre=parts.genre_words("de"),
    messages=messages.load("de"),
    rules=("headline", "sourcing", "wording", "claims"),
    reporting=verbs_of_reporting.load("de", reporting.conjugate),
)
