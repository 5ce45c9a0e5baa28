"""The forms of French adjectives, nouns and verbs, for lexicons that list base forms."""

PREPOSITIONS = frozenset("à au aux contre d' dans de des du en par pour sans sur".split())
FEMININES = (  # endings of the masculine with those of the feminine, the longest first
    ("eux", "euse"), ("eil", "eille"), ("el", "elle"), ("en", "enne"), ("on", "onne"), ("er", "ère"), ("et", "ette"),
    ("if", "ive"), ("ïf", "ïve"), ("e", "e"),
)  # fmt: skip
REGULAR_AL = frozenset("banal bancal fatal final glacial naval".split())  # banals, not "banaux"
GRAVE = frozenset(  # achète, gèle: the others in -eler and -eter double their consonant (jette, appelle)
    "acheter celer ciseler démanteler écarteler geler haleter harceler marteler modeler peler racheter".split()
)
# Endings of irregular verbs with those of the third person, its plural, the stem of the imperfect, the past, the stem
# of the future and the participle; the longest ending decides.
IRREGULAR: dict[str, tuple[str, str, str, str, str, str]] = {
    "andre": ("and", "andent", "and", "andit", "andr", "andu"),
    "endre": ("end", "endent", "end", "endit", "endr", "endu"),
    "ondre": ("ond", "ondent", "ond", "ondit", "ondr", "ondu"),
    "erdre": ("erd", "erdent", "erd", "erdit", "erdr", "erdu"),
    "ordre": ("ord", "ordent", "ord", "ordit", "ordr", "ordu"),
    "prendre": ("prend", "prennent", "pren", "prit", "prendr", "pris"),
    "mettre": ("met", "mettent", "mett", "mit", "mettr", "mis"),
    "battre": ("bat", "battent", "batt", "battit", "battr", "battu"),
    "uire": ("uit", "uisent", "uis", "uisit", "uir", "uit"),
    "crire": ("crit", "crivent", "criv", "crivit", "crir", "crit"),
    "dire": ("dit", "disent", "dis", "dit", "dir", "dit"),
    "indre": ("int", "ignent", "ign", "ignit", "indr", "int"),
    "enir": ("ient", "iennent", "en", "int", "iendr", "enu"),
    "courir": ("court", "courent", "cour", "courut", "courr", "couru"),
    "frir": ("fre", "frent", "fr", "frit", "frir", "fert"),
    "vrir": ("vre", "vrent", "vr", "vrit", "vrir", "vert"),
    "entir": ("ent", "entent", "ent", "entit", "entir", "enti"),
    "partir": ("part", "partent", "part", "partit", "partir", "parti"),
    "sortir": ("sort", "sortent", "sort", "sortit", "sortir", "sorti"),
    "servir": ("sert", "servent", "serv", "servit", "servir", "servi"),
    "dormir": ("dort", "dorment", "dorm", "dormit", "dormir", "dormi"),
    "faire": ("fait", "font", "fais", "fit", "fer", "fait"),
    "traire": ("trait", "traient", "tray", "trait", "trair", "trait"),
    "taire": ("tait", "taisent", "tais", "tut", "tair", "tu"),
    "aître": ("aît", "aissent", "aiss", "ut", "aîtr", "u"),
    "croire": ("croit", "croient", "croy", "crut", "croir", "cru"),
    "clure": ("clut", "cluent", "clu", "clut", "clur", "clu"),
    "vivre": ("vit", "vivent", "viv", "vécut", "vivr", "vécu"),
    "mourir": ("meurt", "meurent", "mour", "mourut", "mourr", "mort"),
    "rire": ("rit", "rient", "ri", "rit", "rir", "ri"),
    "rompre": ("rompt", "rompent", "romp", "rompit", "rompr", "rompu"),
    "suivre": ("suit", "suivent", "suiv", "suivit", "suivr", "suivi"),
    "lire": ("lit", "lisent", "lis", "lut", "lir", "lu"),
    "prévoir": ("prévoit", "prévoient", "prévoy", "prévit", "prévoir", "prévu"),
    "voir": ("voit", "voient", "voy", "vit", "verr", "vu"),
    "envoyer": ("envoie", "envoient", "envoy", "envoya", "enverr", "envoyé"),
}
ENDINGS = sorted(IRREGULAR, key=len, reverse=True)
PASTS = {"ça": "cèrent", "gea": "gèrent", "a": "èrent", "it": "irent", "ut": "urent", "int": "inrent"}
VOWELS = "aeiouyéèêâîôû"


def inflect_adjective(entry: str) -> dict[str, str]:
    """The four forms of an adjective; a bar stands before a feminine that no rule gives (`faux|fausse`)."""
    masculine, _, feminine = entry.partition("|")
    feminine = feminine or _feminine(masculine)
    return {
        "masculine": masculine,
        "feminine": feminine,
        "masculine plural": _plural(masculine),
        "feminine plural": _plural(feminine),
    }


def inflect_noun(entry: str) -> dict[str, str]:
    """The forms of a noun: singular and plural, or the four of one with a form for each gender (`menteur|menteuse`). In
    a phrase the words before the first preposition take the plural (`chasse aux sorcières`)."""
    if "|" in entry:
        masculine, feminine = entry.split("|")
        forms = {"masculine": masculine, "feminine": feminine}
        return forms | {f"{gender} plural": _plural_phrase(text) for gender, text in forms.items()}
    return {"singular": entry, "plural": _plural_phrase(entry)}


def inflect_verb(phrase: str) -> dict[str, str]:
    """The forms in which news uses a verb, or the first word of a phrase: infinitive, third persons, the first of the
    plural in the present, and participles."""
    verb, space, rest = phrase.partition(" ")
    third, plural, stem, past, future, participle = _principal_parts(verb)
    # -er verbs keep the sound of their consonant before a and o: fustigeait, dénonça
    open_stem = stem[:-1] + "ç" if stem.endswith("c") and verb.endswith("cer") else stem
    open_stem = stem + "e" if verb.endswith("ger") else open_stem
    forms = {
        "infinitive": verb,
        "third": third,
        "third plural": plural,
        "first plural": open_stem + "ons",
        "imperfect": open_stem + "ait",
        "imperfect plural": open_stem + "aient",
        "past": past,
        "past plural": _past_plural(past),
        "future": future + "a",
        "future plural": future + "ont",
        "conditional": future + "ait",
        "conditional plural": future + "aient",
        "gerund": open_stem + "ant",
        "participle": participle,
        "participle feminine": participle + "e",
        "participle plural": _plural(participle),
        "participle feminine plural": participle + "es",
    }
    return {form: text + space + rest for form, text in forms.items()}


def _principal_parts(verb: str) -> tuple[str, ...]:
    """The third person, its plural, the stem of the imperfect, the past, the stem of the future and the participle."""
    if ending := next((known for known in ENDINGS if verb.endswith(known)), ""):
        return tuple(verb.removesuffix(ending) + part for part in IRREGULAR[ending])
    stem = verb[:-2]
    if verb.endswith("ir"):
        return stem + "it", stem + "issent", stem + "iss", stem + "it", verb, stem + "i"
    strong = _strong(verb)
    open_stem = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    future = verb if "é" in stem[-3:] else strong + "er"
    return strong + "e", strong + "ent", stem, open_stem + "a", future, stem + "é"


def _strong(verb: str) -> str:
    """The stem of an -er verb before an ending that is not heard: lève, cède, jette, emploie."""
    stem = verb[:-2]
    if stem.endswith(("oy", "uy", "ay")):
        return stem[:-1] + "i"
    cut = len(stem.rstrip("bcdfghjklmnpqrstvxz"))
    vowel, closing = stem[:cut], stem[cut:]
    if (
        not closing
        or not vowel
        or vowel[-1] not in "eé"
        or (len(closing) > 1 and closing not in ("ch", "gn", "qu", "vr"))
    ):
        return stem
    if verb.endswith(("eler", "eter")) and verb not in GRAVE:
        return stem + closing
    return vowel[:-1] + "è" + closing


def _past_plural(past: str) -> str:
    ending = next(known for known in sorted(PASTS, key=len, reverse=True) if past.endswith(known))
    return past.removesuffix(ending) + PASTS[ending]


def _feminine(masculine: str) -> str:
    ending, other = next((pair for pair in FEMININES if masculine.endswith(pair[0])), ("", "e"))
    return masculine.removesuffix(ending) + other


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al") and word not in REGULAR_AL:
        return word[:-2] + "aux"
    return word + ("x" if word.endswith(("eau", "eu")) else "s")


def _plural_phrase(phrase: str) -> str:
    words = phrase.split(" ")
    end = next((index for index, word in enumerate(words) if word in PREPOSITIONS or word[:2] == "d'"), len(words))
    return " ".join(_plural(word) if index < end else word for index, word in enumerate(words))


SUFFIXES = (
    "issements", "issement", "ations", "ation", "ements", "ement", "ateurs", "ateur", "euses", "euse", "aient", "ières",
    "ière", "iques", "ique", "ables", "able", "ions", "ives", "ive", "erait", "eront", "antes", "ante", "ants", "ant",
    "eurs", "eur", "eux", "ées", "ée", "ers", "er", "ent", "ait", "ais", "era", "és", "é", "ir", "it", "is", "if", "es",
    "e", "s", "a", "x",
)  # fmt: skip


def stem(word: str) -> str:
    """A crude stem: what the inflections of a word, and its commonest derivations, have in common (lower case)."""
    low = word.lower().rpartition("’")[2].rpartition("'")[2]
    for suffix in SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) >= 3:
            low = low[: -len(suffix)]
            break
    return low.rstrip("eéisx") or low
