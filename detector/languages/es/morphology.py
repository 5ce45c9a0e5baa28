"""The forms of Spanish adjectives, nouns and verbs, for lexicons that list base forms."""

from collections.abc import Mapping, Sequence
from functools import cache

from detector.languages import parts

_VOWELS = "aeiouáéíóú"
_PLAIN = str.maketrans("áéíóú", "aeiou")
_AGENTS = ("or", "ón", "án", "ín", "és")  # adjectives with a feminine in -a
_NO_FEMININE = frozenset("mayor menor mejor peor anterior posterior superior inferior exterior interior marrón".split())
_TABLE = parts.table("es", "lexicon", "verbs.toml")
_IRREGULAR: Mapping[str, Mapping[str, str]] = _TABLE["irregular"]
_CHANGES: Mapping[str, tuple[str, str]] = {
    verb: (stressed, weak) for verb, (stressed, weak) in _TABLE["stem_changes"].items()
}
_COMPOUND = 4  # letters: verbs that are longer stand at the end of others as they are
_HAVE = ("ha", "han", "había", "habían", "haya", "hayan")
_ENCLITICS = ("se", "lo", "la", "los", "las")
# Endings by conjugation, -ar, -er and -ir: a form's name -> its ending; those in `_STRESSED` take the changed stem.
_ENDINGS: Mapping[str, Mapping[str, str]] = {
    "ar": {
        "third": "a", "plural": "an", "first plural": "amos", "imperfect": "aba", "imperfect plural": "aban",
        "past": "ó", "past plural": "aron", "subjunctive": "e", "subjunctive plural": "en", "past subjunctive": "ara",
        "past subjunctive plural": "aran",
        "participle": "ado", "feminine": "ada", "masculine plural": "ados", "feminine plural": "adas", "gerund": "ando",
    },
    "er": {
        "third": "e", "plural": "en", "first plural": "emos", "imperfect": "ía", "imperfect plural": "ían",
        "past": "ió", "past plural": "ieron", "subjunctive": "a", "subjunctive plural": "an",
        "past subjunctive": "iera", "past subjunctive plural": "ieran",
        "participle": "ido", "feminine": "ida", "masculine plural": "idos",
        "feminine plural": "idas", "gerund": "iendo",
    },
}  # fmt: skip
_BEFORE_E = (("c", "qu"), ("g", "gu"), ("z", "c"))
_BEFORE_A = (("gu", "g"), ("qu", "c"), ("g", "j"), ("c", "z"))
_STRESSED = frozenset({"third", "plural", "subjunctive", "subjunctive plural"})
_WEAK = frozenset({"past", "past plural", "past subjunctive", "past subjunctive plural", "gerund"})


def inflect_adjective(word: str) -> dict[str, str]:
    """An adjective by gender and number; one with an ending for both (`cruel`) has the same text for either."""
    masculine, feminine = word, word
    if word.endswith("o"):
        feminine = word[:-1] + "a"
    elif word.endswith(_AGENTS) and word not in _NO_FEMININE:
        feminine = word[:-2] + word[-2:].translate(_PLAIN) + "a"
    return {
        "masculine": masculine,
        "feminine": feminine,
        "masculine plural": plural(masculine),
        "feminine plural": plural(feminine),
    }


def inflect_noun(entry: str) -> dict[str, str]:
    """Singular and plural of a noun; `mentiroso|a` has a feminine too. Of several words the first is inflected, and
    with it an adjective behind it (`cortina de humo`, `pelotazo urbanístico`)."""
    word, _, rest = entry.partition(" ")
    base, bar, ending = word.partition("|")
    agreeing = plural(rest) if rest and " " not in rest else rest
    forms = {"singular": [base, rest], "plural": [plural(base), agreeing]}
    if bar:
        feminine = inflect_adjective(base)["feminine"] if ending == "a" else ending
        forms |= {"feminine": [feminine, rest], "feminine plural": [plural(feminine), agreeing]}
    return {form: " ".join(filter(None, words)) for form, words in forms.items()}


def plural(word: str) -> str:
    """The plural of a noun or an adjective."""
    if word.endswith("s") and word[-2:] not in {"és", "ós"} and len(word) > 3:
        return word
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word[-1] in _VOWELS:
        return word + "s"
    if word[-2:] in {"ón", "án", "ín", "én", "ún", "és", "ós"}:
        return word[:-2] + word[-2:].translate(_PLAIN) + "es"
    return word + "es"


def inflect_verb(entry: str) -> dict[str, str]:
    """The forms of a verb that news use: the third persons of each tense, `we` in the present, participles, gerund, and
    infinitive and gerund with a pronoun joined to them. Of several words the first is inflected (`vender humo`); a
    reflexive verb (`jactarse`) has its pronoun before or behind."""
    first, _, rest = entry.partition(" ")
    reflexive = first.endswith("se")
    verb = first.removesuffix("se")
    forms = _reflexive(verb) if reflexive else {"base": verb, **_finite(verb)}
    if not rest and not reflexive:
        forms |= _with_pronouns(verb, forms["gerund"], _ENCLITICS)
    return {form: f"{text} {rest}" if rest else text for form, text in forms.items()}


@cache
def _finite(verb: str) -> dict[str, str]:
    ending = "ar" if verb.endswith("ar") else "er"
    stem = verb[:-2]
    stressed, weak = _CHANGES.get(verb, (stem, stem))
    forms: dict[str, str] = {}
    for form, suffix in _ENDINGS[ending].items():
        root = stressed if form in _STRESSED else weak if form in _WEAK else stem
        forms[form] = _spelled(root, suffix, verb)
    if verb.endswith("ir"):
        forms["first plural"] = stem + "imos"
    irregular = _irregular(verb)
    future = irregular.get("future stem", verb)
    forms |= {"future": future + "á", "future plural": future + "án"}
    forms |= {"conditional": future + "ía", "conditional plural": future + "ían"}
    return forms | {form: text for form, text in irregular.items() if form != "future stem"}


def _irregular(verb: str) -> Mapping[str, str]:
    """The irregular forms of a verb, or of the one that it is made of: sostener, tener."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    base = next((each for each in _IRREGULAR if len(each) > _COMPOUND and verb.endswith(each)), verb)
    return {form: verb.removesuffix(base) + text for form, text in _IRREGULAR.get(base, {}).items()}


def _spelled(stem: str, suffix: str, verb: str) -> str:
    """Stem and ending as they are spelt: ataque, cargue, destroce, finja, distribuyó, bruñó."""
    if stem.endswith("u") and verb.endswith("uir") and not stem.endswith(("gu", "qu")) and suffix[0] in "ae":
        return f"{stem}y{suffix}"
    if suffix.startswith(("ie", "ió")) and stem[-1:] in "aeou" and not stem.endswith(("gu", "qu")):
        return f"{stem}y{suffix[1:]}"
    if suffix.startswith(("ie", "ió")) and stem.endswith("ñ"):
        return stem + suffix[1:]
    if (verb.endswith("ar") and suffix[0] == "e") or (not verb.endswith("ar") and suffix[0] == "a"):
        return _softened(stem, verb) + suffix
    return stem + suffix


def _softened(stem: str, verb: str) -> str:
    """A stem before the other vowel, spelt so that its last letter is spoken as before."""
    changes = _BEFORE_E if verb.endswith("ar") else _BEFORE_A
    if verb.endswith(("ecer", "ucir")):
        return stem[:-1] + "zc"
    return next((stem.removesuffix(last) + other for last, other in changes if stem.endswith(last)), stem)


def _reflexive(verb: str) -> dict[str, str]:
    """The forms of a reflexive verb, its pronoun before them or joined behind."""
    plain = _finite(verb)
    bare = {"participle", "feminine", "masculine plural", "feminine plural", "gerund", "first plural"}
    forms = {form: f"se {text}" for form, text in plain.items() if form not in bare}
    perfect = {f"participle after {have}": f"se {have} {plain['participle']}" for have in _HAVE}
    return forms | perfect | _with_pronouns(verb, plain["gerund"], ("se",))


def _with_pronouns(verb: str, gerund: str, pronouns: Sequence[str]) -> dict[str, str]:
    """Infinitive and gerund with each pronoun joined to them."""
    accented = gerund.replace("ando", "ándo").replace("endo", "éndo")
    joined = {f"base with {pronoun}": verb + pronoun for pronoun in pronouns}
    return joined | {f"gerund with {pronoun}": accented + pronoun for pronoun in pronouns}


_SUFFIXES = (
    *("amientos", "imientos", "aciones", "iciones", "adoras", "adores", "amente", "mente", "ciones", "iéndose"),
    *("amiento", "imiento", "ación", "ición", "adora", "ador", "antes", "ieron", "aron", "ando", "iendo", "ados"),
    *("adas", "idos", "idas", "ción", "ado", "ada", "ido", "ida", "aban", "aba", "ían", "ía", "arán", "erán", "irán"),
    *("ará", "erá", "irá", "ar", "er", "ir", "an", "en", "es", "os", "as", "ió", "ó", "a", "e", "o", "s"),
)
_SHORTEST = 3  # letters that are left of a stem


def stem(word: str) -> str:
    """What the forms of a word have in common: it without its longest known ending, and without accents but on the two
    letters that it begins with."""
    low = word.lower()
    fits = (each for each in _SUFFIXES if low.endswith(each) and len(low) - len(each) >= _SHORTEST)
    kept = low.removesuffix(next(fits, ""))
    return kept[:2] + kept[2:].translate(_PLAIN)
