"""The forms of German adjectives, nouns and weak verbs, for lexicons that list base forms."""

ENDINGS = ("", "e", "en", "er", "es", "em")
INSEPARABLE = ("be", "emp", "ent", "er", "ge", "miss", "ver", "zer")
IRREGULAR: dict[str, tuple[str, str, str]] = {  # third person, past, participle
    "ergreifen": ("ergreift", "ergriff", "ergriffen"),
    "reißen": ("reißt", "riss", "gerissen"),
    "schreien": ("schreit", "schrie", "geschrien"),
    "treiben": ("treibt", "trieb", "getrieben"),
    "werfen": ("wirft", "warf", "geworfen"),
    "zerreißen": ("zerreißt", "zerriss", "zerrissen"),
}


def inflect_adjective(word: str) -> dict[str, str]:
    """An adjective with each ending, by the ending; one in -el or -er loses its e before a vowel (dunkel, dunkle)."""
    stem = word[:-2] + word[-1] if word.endswith(("auer", "euer", "el")) else word.removesuffix("e")
    return {ending: stem + ending if ending else word for ending in ENDINGS}


def inflect_noun(entry: str) -> dict[str, str]:
    """The forms of a noun, given as in a dictionary: `Hardliner|s|` is the word, the ending of its genitive and that of
    its plural; without the marks it has no other forms."""
    word, *endings = entry.split("|")
    if not endings:
        return {"singular": word}
    genitive, plural = word + endings[0], word + endings[-1]
    dative = plural if plural.endswith(("n", "s")) else plural + "n"
    return {"singular": word, "genitive": genitive, "plural": plural, "dative": dative}


def inflect_verb(entry: str) -> dict[str, str]:
    """The forms of a verb; a bar stands behind a prefix that is split off (`herunter|spielen`), which is found only
    where it stands before its verb."""
    prefix, _, verb = entry.rpartition("|")
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    vowel = "e" if stem.endswith(("t", "d", "chn", "fn")) else ""
    regular = stem + vowel + "t"
    joined = regular if verb.endswith("ieren") or verb.startswith(INSEPARABLE) else "ge" + regular
    third, past, participle = IRREGULAR.get(verb, (regular, regular + "e", joined))
    plural = past + ("n" if past.endswith("e") else "en")
    forms = {"base": verb, "third": third, "past": past, "past plural": plural, "participle": participle}
    prefixed = {form: prefix + text for form, text in forms.items()}
    return prefixed | ({"zu": f"{prefix}zu{verb}"} if prefix else {})
