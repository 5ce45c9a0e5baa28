"""A small reader of French parts of speech: words of closed classes, endings, and what stands before. It has no
sentiment.

It serves rules that ask for the kind of a neighbour, and attribution, which asks for names, nouns and verbs.
"""

from collections.abc import Mapping, Sequence

from detector.article import Form, Pos
from detector.languages import parts

_KINDS: Mapping[str, Pos] = {
    "ADJ": "ADJ", "ADP": "ADP", "ADV": "ADV", "AUX": "AUX", "CCONJ": "CCONJ", "DET": "DET", "NOUN": "NOUN",
    "NUM": "NUM", "PART": "PART", "PRON": "PRON", "PROPN": "PROPN", "PUNCT": "PUNCT", "SCONJ": "SCONJ", "VERB": "VERB",
}  # fmt: skip
_CLOSED: Mapping[str, Pos] = {  # the first class that lists a word is its commonest
    word: _KINDS[kind]
    for kind, listed in reversed(parts.table("fr", "lexicon", "closed.toml").items())
    for word in parts.words(listed)
}
_SHOUT = 0.75  # share of longer words in capitals from which capitals say nothing about names
_ARTICLES = frozenset({"le", "la", "les", "l'"})  # before a verb they are its object
_SUBJECTS = frozenset("je j' tu il elle on ils elles qui ne n' se s' me m' te t' y".split())
_NOUNS = (
    "tion", "sion", "tions", "sions", "té", "tés", "ment", "ments", "age", "ages", "isme", "ismes", "eur", "eurs",
    "ance", "ances", "ence", "ences", "ure", "ures", "ie", "ies", "iste", "istes", "ice", "ices", "esse", "esses",
)  # fmt: skip
_ADJECTIVES = tuple(
    """eux euse euses if ifs ive ives al ale ales aux el elle els elles ique iques able ables ible ibles aire aires ien
    ienne iens iennes ois oise ais aise aises ain aine ains aines ier ière iers ières ant ante ants antes ent ente ents
    entes é ée és ées iste istes esque esques u ue us ues
    éen éenne éens éennes ime imes ide ides ine ines ole oles ile iles erne ernes estre estres ande andes arde
    ardes""".split()
)
_PARTICIPLES = tuple(
    """é ée és ées i ie is ies u ue us ues it its ite ites ert erte erts ertes int inte ints aint ainte ris rise
    rises""".split()
)
_ENCLITICS = frozenset("il elle ils elles on je tu ce".split())
_INFINITIVES = ("er", "ir", "re", "oir")
_PRESENT = ("e", "t", "end", "ond")  # assure, dit, prétend
_BEFORE_OBJECTS = ("e", "ent", "t", "a")  # une équipe locale | termine le quai
_FINITE = tuple("ait aient era ira ra ront rait raient èrent irent urent issent ent it ut a".split())


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The universal part of speech of each word of a sentence; `names` are lower-case words known to be names."""
    shouted = is_shouted(words)
    low = [word.lower().replace("’", "'") for word in words]
    tags: list[str] = []
    for index, word in enumerate(words):
        following = low[index + 1] if index + 1 < len(low) else ""
        if not any(map(str.isalnum, word)):
            tags.append("PUNCT")
        elif word[0].isdigit():
            tags.append("NUM")
        elif _is_name(words, low, index, names, shouted=shouted):
            tags.append("PROPN")
        else:
            tags.append(_tag(low[index], low[index - 1] if index else "", following, tags))
    return tags


def _is_name(words: Sequence[str], low: Sequence[str], index: int, names: frozenset[str], *, shouted: bool) -> bool:
    """Whether a capital tells a name: within a sentence always; at its beginning where another follows, or where the
    word is a name elsewhere in the text."""
    word = words[index]
    if not word[0].isupper() or (len(word) == 2 and word[1] in "'’"):
        return False
    if shouted:
        return low[index] in names
    if any(map(str.isalnum, "".join(words[:index]))):
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    return low[index] in names or (low[index] not in _CLOSED and following[:1].isupper())


def _tag(low: str, before: str, following: str, tags: Sequence[str]) -> Pos:
    """The kind of a word in small letters by its class, its ending and what stands before it; a verb with a pronoun
    behind it by the verb."""
    kind = tags[-1] if tags else ""
    verb, pronoun = unjoined(low)
    if pronoun:
        return "AUX" if _CLOSED.get(verb) == "AUX" else "VERB"
    if low in _ARTICLES and (before in _SUBJECTS or (kind == "ADP" and following.endswith(_INFINITIVES))):
        return "PRON"
    known = _CLOSED.get(low)
    if known and not (known in {"VERB", "AUX"} and kind == "DET"):
        return "VERB" if known == "NOUN" and before in _SUBJECTS else known
    after_subject = before in _SUBJECTS or (kind == "PRON" and before in _ARTICLES)
    return "VERB" if after_subject else "NOUN" if kind in {"DET", "NUM"} else _open(low, kind, tags, following)


def _open(low: str, kind: str, tags: Sequence[str], following: str) -> Pos:
    """The kind of a word of no closed class that stands behind no subject and no determiner."""
    if kind == "ADJ" and tags[-2:-1] in (["NOUN"], ["PROPN"]) and _CLOSED.get(following) == "DET":
        return "VERB" if low.endswith(_BEFORE_OBJECTS) else _by_ending(low, kind)
    if kind == "AUX" or (kind == "ADV" and tags[-2:-1] == ["AUX"]):
        return "ADV" if low.endswith("ment") else "VERB" if low.endswith(_PARTICIPLES + _INFINITIVES) else "ADJ"
    return _by_ending(low, kind)


def unjoined(word: str) -> tuple[str, str]:
    """A verb, and the pronoun that a hyphen joins to it, in lower case (dit-il: dit, il; a-t-elle: a, elle); the whole
    word and an empty text where there is none."""
    verb, _, pronoun = word.rpartition("-")
    return (verb.removesuffix("-t"), pronoun) if verb and pronoun in _ENCLITICS else (word, "")


def _by_ending(low: str, kind: str) -> Pos:
    if low.endswith("ment") and kind not in {"ADJ", "ADP"}:
        return "ADV"
    if low.endswith(_INFINITIVES) and kind in {"ADP", "VERB"} and not low.endswith("ure"):
        return "VERB"
    if kind in {"NOUN", "PROPN"}:
        if low.endswith(_FINITE) and not low.endswith(("aient", "ant")) and not low.endswith("ent"):
            return "VERB"
        adjective = low.endswith(_ADJECTIVES) and not low.endswith("aient")
        return "ADJ" if adjective else "VERB" if low.endswith(_PRESENT) else "NOUN"
    if low.endswith(_NOUNS) or kind in {"ADJ", "ADP"}:
        return "NOUN"
    return "ADJ" if low.endswith(_ADJECTIVES) else "NOUN"


def universal(tag: str) -> tuple[Pos, Form]:
    """The tag itself: this reader tags by universal parts of speech."""
    return _KINDS.get(tag, "X"), ""


def rate(words: Sequence[str]) -> tuple[float, float]:
    """No sentiment: there is no such lexicon of French here."""
    return 0.0, 0.0


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every longer word stands in capitals; French headlines are set like sentences else."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(map(str.isupper, longer)) >= _SHOUT * len(longer)
