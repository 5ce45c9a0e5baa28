"""A small reader of German parts of speech: words of closed classes, capitals and endings. It has no sentiment.

Nouns are told by their capital, verbs and adjectives by their endings; what neither tells is an adverb. It serves rules
that ask for the kind of a neighbour, not grammar.
"""

from collections.abc import Mapping, Sequence

from detector.article import Form, Pos
from detector.languages import parts

_KINDS: Mapping[str, Pos] = {
    "ADJ": "ADJ", "ADP": "ADP", "ADV": "ADV", "AUX": "AUX", "CCONJ": "CCONJ", "DET": "DET", "NOUN": "NOUN",
    "NUM": "NUM", "PART": "PART", "PRON": "PRON", "PROPN": "PROPN", "PUNCT": "PUNCT", "SCONJ": "SCONJ", "VERB": "VERB",
}  # fmt: skip
_CLOSED: Mapping[str, Pos] = {
    word: _KINDS[kind]
    for kind, listed in parts.table("de", "lexicon", "closed.toml").items()
    for word in parts.words(listed)
}
_SHOUT = 0.9  # share of longer words with a capital from which capitals say nothing: half of all German words are nouns
_ADJECTIVES = tuple(
    suffix + ending
    for suffix in ("ig", "isch", "lich", "bar", "sam", "los", "haft", "iv", "ell")
    for ending in ("", "e", "en", "er", "es", "em")
)
_VERBS = ("en", "t", "te", "eln", "ern")
_PAST = frozenset(  # past tenses without an ending, which are told by the whole word
    """begann bekam beschloss besaß betrug bewarb bewies bezog blieb bot brach briet drang erschien entschied
    entstand erfuhr erhielt erhob erlag ersann fand fiel flog floh fror fuhr galt gab gelang genoss geriet geschah
    gewann ging griff half hielt hing hob kam lag las lief lud ließ litt log mied nahm rang rief riss ritt sah
    sang sank saß schien schlief schloss schlug schnitt schob schoss schrieb schritt schwieg schwamm schwor sprach
    sprang stahl stand starb stieg stieß stritt trank traf trat trieb trug unterlag unternahm unterschied verbot
    verband verbarg verfiel vergaß verlor verließ vermied verriet verschwand versprach verstand vertrat vertrieb
    verzieh wandte warb warf wich wies wog wuchs wusste zerbrach zog zwang übernahm überwog widersprach entsprach
    ergab ergriff berief bestand bestritt empfahl empfand erschrak erwarb gebar befahl beschrieb""".split()
)
_GIVEN = frozenset[str]().union(
    *(parts.words(parts.table("de", "lexicon", "reporting.toml")["people"][sex]) for sex in ("male", "female"))
)  # first names, which alone tell a name at the beginning of a sentence
_TITLES = frozenset("herr frau herrn dr prof präsident präsidentin kanzler kanzlerin minister ministerin".split())


def tag(words: Sequence[str], names: frozenset[str] = frozenset()) -> list[str]:
    """The universal part of speech of each word of a sentence; `names` are lower-case words known to be names."""
    tags: list[str] = []
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        kind = tags[-1] if tags else ""
        if index == 1 and kind == "NOUN" and before.lower() not in _GIVEN:
            kind = "X"  # a capital there tells nothing
        tags.append(_tag(word, before, kind, names))
    return tags


def _tag(word: str, before: str, kind: str, names: frozenset[str]) -> Pos:
    if not any(map(str.isalnum, word)):
        return "PUNCT"
    if word[0].isdigit():
        return "NUM"
    return _CLOSED.get(word.lower()) or (
        _capital(word, before, kind, names) if word[0].isupper() else _small(word, kind)
    )


def _capital(word: str, before: str, kind: str, names: frozenset[str]) -> Pos:
    """A noun or a name: names stand behind titles and other names."""
    follows_name = kind in {"NOUN", "PROPN"} and before[:1].isupper()
    titled = before.lower().rstrip(".") in _TITLES
    opening = not before and word.lower() not in names
    if opening and word.lower().endswith(_ADJECTIVES):
        return "ADJ"
    return "PROPN" if follows_name or titled or (not before and not opening) else "NOUN"


def _small(word: str, kind: str) -> Pos:
    """A verb, an adjective or an adverb, by its ending and what stands before it."""
    if word.endswith(_ADJECTIVES) or kind == "DET":
        return "ADJ"
    return "VERB" if word.endswith(_VERBS) or word in _PAST or kind == "PRON" else "ADV"


def universal(tag: str) -> tuple[Pos, Form]:
    """The tag itself: this reader tags by universal parts of speech."""
    return _KINDS.get(tag, "X"), ""


def rate(words: Sequence[str]) -> tuple[float, float]:
    """No sentiment: there is no such lexicon of German here."""
    return 0.0, 0.0


def is_shouted(words: Sequence[str]) -> bool:
    """Whether nearly every longer word has a capital, more than nouns account for."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and sum(word[0].isupper() for word in longer) >= _SHOUT * len(longer)
