"""What attribution must know of English, out of the files in `lexicon/`."""

from functools import partial
from importlib.resources import files

from detector.errors import reading
from detector.languages.en import places, reporting
from detector.languages.en.morphology import inflect_verb, singular
from detector.languages.entity_words import Coreference, NameWords, PartyWords, People
from detector.languages.grammar import AttributionGrammar, Clauses, NounPhrases, SpeechActs, Tagger
from detector.languages.lexicons import Table, fill, read_table

MODEL = "models/attribution"
VERBS = {  # the verbs among the words of parties, and the forms that say something of somebody
    "accusing": ("base", "third", "past", "participle", "gerund"),
    "meeting": ("base", "third", "past", "participle", "gerund"),
    "challenging": ("base", "third", "past", "participle", "gerund"),
    "wrongs": ("base", "third", "past", "participle", "gerund"),
    "naming": ("base", "third", "past", "participle", "gerund"),
    "committing": ("base", "third", "past", "participle", "gerund"),
    "punishing": ("third", "past", "participle", "gerund"),
}


def load() -> AttributionGrammar:
    """The whole grammar. Raises `DataError` where a file is missing or damaged."""
    people = read_table("en", "people")
    twins = _twins(people)
    folder = files("detector.languages.en").joinpath(*MODEL.split("/"))
    with reading("lexicon/*.toml"):
        return AttributionGrammar(
            cues=reporting.load(),
            noun_phrases=fill(NounPhrases, read_table("en", "noun_phrases")),
            clauses=fill(Clauses, read_table("en", "clauses")),
            speech_acts=fill(SpeechActs, read_table("en", "speech_acts")),
            names=fill(NameWords, read_table("en", "names")),
            coreference=fill(Coreference, read_table("en", "coreference")),
            people=fill(People, people),
            parties=fill(PartyWords, _inflected(read_table("en", "parties"))),
            gazetteer=places.load(),
            singular=singular,
            tagger=Tagger(folder, f"languages/en/{MODEL}", partial(neutral, twins)),
            twins=twins,
        )


def _twins(people: Table) -> dict[str, str]:
    """Words of women with their twins of men, pronouns too: "spokeswoman" with "spokesman"."""
    found: dict[str, str] = {}
    for kind in ("twins", "words"):
        found |= zip(people[f"female_{kind}"].split(), people[f"male_{kind}"].split(), strict=True)
    return found


def _inflected(table: Table) -> Table:
    """The words of parties, the verbs among them in all their forms; whoever is accused undergoes that."""
    undergone = f"{table['undergone']} {table['accusing']}"
    table["undergone"] = " ".join(inflect_verb(lemma)["participle"] for lemma in undergone.split())
    for key, forms in VERBS.items():
        verbs = (inflect_verb(lemma) for lemma in table[key].split())
        table[key] = " ".join(sorted({verb[form] for verb in verbs for form in forms}))
    return table


def neutral(twins: dict[str, str], low: str, form: str) -> str:
    """The word that both sexes share, so that nobody is heard more or less by theirs."""
    if low == "her":
        return "his" if form == "possessive" else "him"
    return twins.get(low, low)
