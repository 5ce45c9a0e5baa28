"""The regular and the common irregular forms of English verbs and nouns, for lexicons that list base forms."""

VOWELS = "aeiou"
IRREGULAR: dict[str, tuple[str, str]] = {
    "begin": ("began", "begun"),
    "bind": ("bound", "bound"),
    "break": ("broke", "broken"),
    "bring": ("brought", "brought"),
    "cut": ("cut", "cut"),
    "do": ("did", "done"),
    "fall": ("fell", "fallen"),
    "feel": ("felt", "felt"),
    "fight": ("fought", "fought"),
    "find": ("found", "found"),
    "flee": ("fled", "fled"),
    "forecast": ("forecast", "forecast"),
    "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"),
    "get": ("got", "got"),
    "give": ("gave", "given"),
    "go": ("went", "gone"),
    "hit": ("hit", "hit"),
    "hold": ("held", "held"),
    "keep": ("kept", "kept"),
    "know": ("knew", "known"),
    "lead": ("led", "led"),
    "learn": ("learned", "learnt"),
    "leave": ("left", "left"),
    "let": ("let", "let"),
    "lose": ("lost", "lost"),
    "make": ("made", "made"),
    "mean": ("meant", "meant"),
    "overthrow": ("overthrew", "overthrown"),
    "put": ("put", "put"),
    "read": ("read", "read"),
    "ride": ("rode", "ridden"),
    "rip": ("ripped", "ripped"),
    "rise": ("rose", "risen"),
    "run": ("ran", "run"),
    "say": ("said", "said"),
    "see": ("saw", "seen"),
    "seek": ("sought", "sought"),
    "send": ("sent", "sent"),
    "set": ("set", "set"),
    "shoot": ("shot", "shot"),
    "show": ("showed", "shown"),
    "shrink": ("shrank", "shrunk"),
    "sing": ("sang", "sung"),
    "sink": ("sank", "sunk"),
    "speak": ("spoke", "spoken"),
    "spread": ("spread", "spread"),
    "steal": ("stole", "stolen"),
    "stick": ("stuck", "stuck"),
    "strike": ("struck", "struck"),
    "swear": ("swore", "sworn"),
    "take": ("took", "taken"),
    "tear": ("tore", "torn"),
    "tell": ("told", "told"),
    "think": ("thought", "thought"),
    "throw": ("threw", "thrown"),
    "understand": ("understood", "understood"),
    "win": ("won", "won"),
    "write": ("wrote", "written"),
}
# Stress on the last syllable doubles the consonant; spelling alone cannot tell, so such verbs are listed.
DOUBLING = frozenset(
    "admit aver begin commit compel concur control expel incur prefer quip rebel rebut recap refer regret".split()
)


def _doubles(verb: str) -> bool:
    if verb in DOUBLING:
        return True
    one_syllable = sum(letter in VOWELS for letter in verb) == 1
    return one_syllable and len(verb) > 2 and verb[-2] in VOWELS and verb[-1] not in VOWELS + "wxy"


def _sibilant(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")) or (word.endswith("o") and word[-2:-1] not in VOWELS):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1] if _doubles(verb) else "") + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def inflect_verb(phrase: str) -> dict[str, str]:
    """The forms of a verb phrase given in its base form ("lash out at"): the first word is inflected."""
    verb, space, rest = phrase.partition(" ")
    past, participle = IRREGULAR.get(verb, (_past(verb), _past(verb)))
    third = {"do": "does", "go": "goes"}.get(verb, _sibilant(verb))
    forms: dict[str, str] = {
        "base": verb,
        "third": third,
        "past": past,
        "participle": participle,
        "gerund": _gerund(verb),
    }
    return {form: text + space + rest for form, text in forms.items()}


def inflect_noun(phrase: str) -> dict[str, str]:
    """Singular and plural of a noun phrase ("power grab"): the last word is inflected."""
    head, space, noun = phrase.rpartition(" ")
    plural = noun[:-3] + "men" if noun.endswith("man") else _sibilant(noun)
    return {"base": phrase, "plural": head + space + plural}


SINGULARS = (("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"), ("xes", "x"), ("men", "man"), ("s", ""))


def singular(noun: str) -> str:
    """The singular of a regular plural in lower case: secretaries, witnesses, spokesmen; any other word as it is."""
    for ending, kept in SINGULARS:
        if noun.endswith(ending) and len(noun) - len(ending) >= 2:
            return noun.removesuffix(ending) + kept
    return noun


SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ers",
    "ies",
    "ied",
    "ed",
    "er",
    "es",
    "ly",
    "s",
)


def stem(word: str) -> str:
    """A crude stem: what the inflections of a word, and its commonest derivations, have in common (lower case)."""
    word = word.lower().removesuffix("'s").removesuffix("’s")
    for suffix in SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("eiy") or word
