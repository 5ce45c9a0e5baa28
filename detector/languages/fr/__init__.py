"""French: sentences, parts of speech, lexicons of wording and headlines, and the texts of reports."""

from detector.languages import messages, parts, terms
from detector.languages.fr import morphology, tagging
from detector.languages.fr.reporting import conjugate, unjoin
from detector.languages.pack import Pack
from detector.languages.parts import Morphology
from detector.languages.reporting import load as load_reporting

PACK = Pack(
    code="fr",
    tagger=tagging,
    splitting=parts.splitting("fr"),
    grammar=parts.grammar("fr"),
    layout=parts.layout("fr"),
    page_terms=terms.page_terms("fr"),
    morphology=Morphology(
        {
            "adjectives": morphology.inflect_adjective,
            "nouns": morphology.inflect_noun,
            "verbs": morphology.inflect_verb,
        },
        morphology.stem,
    ),
    numbers=parts.numbers("fr"),
    genre=parts.genre_words("fr"),
    messages=messages.load("fr"),
    rules=("headline", "sourcing", "wording", "claims"),
    reporting=load_reporting("fr", conjugate, unjoin),
)
