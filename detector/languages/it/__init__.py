"""Italian: sentences, parts of speech, a lexicon of wording and who says what; the texts of its reports are English."""

from detector.languages import parts
from detector.languages.it import morphology, tagging
from detector.languages.pack import Pack
from detector.languages.parts import Morphology
from detector.languages.reporting import load as load_reporting

PACK = Pack(
    code="it",
    tagger=tagging,
    splitting=parts.splitting("it"),
    grammar=parts.grammar("it"),
    morphology=Morphology(
        {
            "adjectives": morphology.inflect_adjective,
            "nouns": morphology.inflect_noun,
            "verbs": morphology.inflect_verb,
        }
    ),
    reporting=load_reporting("it", morphology.conjugate),
    rules=("wording",),
)
