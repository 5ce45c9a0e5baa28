"""English."""

from detector.languages import claim_words, messages, parts, terms
from detector.languages.en import attribution, morphology, tagging
from detector.languages.en.words import FOREIGN, SHARED
from detector.languages.pack import Pack
from detector.languages.parts import Morphology, ShortText

GRAMMAR = attribution.load()
PACK = Pack(
    code="en",
    tagger=tagging,
    splitting=parts.splitting("en"),
    grammar=parts.grammar("en"),
    layout=parts.layout("en"),
    page_terms=terms.page_terms("en"),
    morphology=Morphology({"verbs": morphology.inflect_verb, "nouns": morphology.inflect_noun}, morphology.stem),
    numbers=parts.numbers("en"),
    genre=parts.genre_words("en"),
    short_text=ShortText(tagging.is_english, FOREIGN, SHARED),
    messages=messages.load("en"),
    rules=("headline", "sourcing", "wording", "claims"),
    modelled=True,
    attribution=GRAMMAR,
    referenced=True,
    sure_tags=True,
    claim_words=claim_words.load("en"),
)
