"""The forms of Italian adjectives, nouns and verbs, for lexicons that list base forms."""

from collections.abc import Iterator, Mapping

from detector.languages.reporting import VerbForm

# Endings by conjugation: third person, third person plural, past, past plural, imperfect, imperfect plural, participle.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "are": ("a", "ano", "ò", "arono", "ava", "avano", "ato"),
    "ere": ("e", "ono", "é", "erono", "eva", "evano", "uto"),
    "ire": ("e", "ono", "ì", "irono", "iva", "ivano", "ito"),
}
NAMES = ("third", "plural", "past", "past plural", "imperfect", "imperfect plural", "participle")
WITH_ISC = frozenset("chiarire definire ribadire riferire smentire tradire demolire zittire sminuire".split())
IRREGULAR: Mapping[str, tuple[str, ...]] = {
    "aggiungere": ("aggiunge", "aggiungono", "aggiunse", "aggiunsero", "aggiungeva", "aggiungevano", "aggiunto"),
    "ammettere": ("ammette", "ammettono", "ammise", "ammisero", "ammetteva", "ammettevano", "ammesso"),
    "chiedere": ("chiede", "chiedono", "chiese", "chiesero", "chiedeva", "chiedevano", "chiesto"),
    "concludere": ("conclude", "concludono", "concluse", "conclusero", "concludeva", "concludevano", "concluso"),
    "dire": ("dice", "dicono", "disse", "dissero", "diceva", "dicevano", "detto"),
    "insistere": ("insiste", "insistono", "insistette", "insistettero", "insisteva", "insistevano", "insistito"),
    "promettere": ("promette", "promettono", "promise", "promisero", "prometteva", "promettevano", "promesso"),
    "proporre": ("propone", "propongono", "propose", "proposero", "proponeva", "proponevano", "proposto"),
    "respingere": ("respinge", "respingono", "respinse", "respinsero", "respingeva", "respingevano", "respinto"),
    "rispondere": ("risponde", "rispondono", "rispose", "risposero", "rispondeva", "rispondevano", "risposto"),
    "scrivere": ("scrive", "scrivono", "scrisse", "scrissero", "scriveva", "scrivevano", "scritto"),
    "sostenere": ("sostiene", "sostengono", "sostenne", "sostennero", "sosteneva", "sostenevano", "sostenuto"),
}


def inflect_adjective(word: str) -> dict[str, str]:
    """An adjective by gender and number; one in -e has one form for both genders."""
    if word.endswith("e"):
        return {"singular": word, "plural": word[:-1] + "i"}
    stem = word[:-1]
    hard = stem + "h" if stem.endswith(("c", "g")) else stem
    return {
        "masculine": word,
        "feminine": stem + "a",
        "masculine plural": _soft_plural(stem),
        "feminine plural": hard + "e",
    }


def _soft_plural(stem: str) -> str:
    """The masculine plural: ridicolo, ridicoli; folle has its own; vecchio, vecchi; fantastico, fantastici."""
    return stem if stem.endswith("i") else stem + "i"


def inflect_noun(entry: str) -> dict[str, str]:
    """A noun with its plural, which stands behind a bar (`traditore|traditori`); one without has no other form."""
    word, bar, plural = entry.partition("|")
    return {"singular": word, "plural": plural} if bar else {"singular": word}


def inflect_verb(verb: str) -> dict[str, str]:
    """The infinitive of a verb, its third persons, and its participle by gender and number."""
    stem, ending = verb[:-3], verb[-3:]
    isc = stem + "isc" if verb in WITH_ISC else stem
    regular = [(isc if index < 2 else stem) + each for index, each in enumerate(ENDINGS.get(ending, ()))]
    forms = dict(zip(NAMES, IRREGULAR.get(verb) or regular, strict=True))
    participle = forms["participle"][:-1]
    agreeing = {"feminine": "a", "masculine plural": "i", "feminine plural": "e"}
    return {"base": verb} | forms | {name: participle + each for name, each in agreeing.items()}


def conjugate(entry: str) -> Iterator[tuple[str, VerbForm, tuple[str, ...]]]:
    """The forms of an entry of `lexicon/reporting.toml`, each with the words it needs, which stand before the verb."""
    *needed, verb = entry.split()
    needs, forms = tuple(needed), inflect_verb(verb)
    for text in sorted({forms[name] for name in NAMES[:-1]}):
        yield text, "finite", needs
    for name in ("participle", "feminine", "masculine plural", "feminine plural"):
        yield forms[name], "participle", needs
    yield verb, "infinitive", needs
