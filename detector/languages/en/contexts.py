"""Corrects tags by their neighbours, after Brill (1995, transformation-based learning), by a few hand-picked rules.

TextBlob gives each word its commonest tag. These rules mend what that gets wrong most in news: base forms, past
tenses, participles, 's and "her".
"""

from collections.abc import Sequence

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BASE = frozenset({"NN", "JJ", "VBP", "VBD", "VBN"})  # what a base form is mistaken for
_OBJECTS = frozenset({"DT", "PRP", "PRP$", "NNP", "NNPS", "RB", "CD"})
_AUXILIARIES = frozenset("be been being is are was were am 's 're 've have has had having get got".split(" "))
_HAVE = frozenset("have has had having 've".split(" "))
_AFTER_HER = frozenset(
    "IN TO DT PRP PRP$ MD CC RP WDT WP WRB EX VB VBP VBD VBZ , . : ) '' ``".split(" ")
)  # as after "him"
_SINGULAR = frozenset({"he", "she", "it"})
_PLURAL = frozenset({"i", "you", "we", "they", "who"})
_SUBJECTS = _SINGULAR | _PLURAL
_CONTRACTED = frozenset("he she it that there who what here where how this everyone everybody let".split(" "))


def correct(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The tags of a sentence's `words` (straight apostrophes, any case), corrected from left to right."""
    mended = list(tags)
    lower = [word.lower() for word in words]
    for index in range(1, len(mended)):
        tag = mended[index]
        if tag[0] in "VNJP":
            mended[index] = _correct(lower, mended, index, tag)
    return mended


def _correct(words: Sequence[str], tags: Sequence[str], index: int, tag: str) -> str:
    before, word = words[index - 1], words[index]
    if tag == "POS" and word == "'s" and before in _CONTRACTED:
        return "VBZ"
    if word == "her":
        return "PRP" if _follower(tags, index) in _AFTER_HER else tag
    if tag in _BASE and _wants_base(words, tags, index):
        return "VB"
    if tag in ("VBD", "VBN"):
        return _past(words, tags, index, tag)
    if tag in ("VB", "NN") and before in _PLURAL:
        return "VBP" if tag == "VB" or _follower(tags, index) in ("DT", "PRP", "PRP$", "TO") else tag
    return _other(words, tags, index, tag)


def _other(words: Sequence[str], tags: Sequence[str], index: int, tag: str) -> str:
    """What only adds to a noun (sources | close | to the mayor), or a verb behind one person (he | heads | it)."""
    before, word = words[index - 1], words[index]
    if word == "close" and tags[index - 1] in _NOUNS and _follower(tags, index) == "TO":
        return "JJ"
    third = tag == "NNS" and before in _SINGULAR and _follower(tags, index) not in _NOUNS
    return "VBZ" if third else tag


def _wants_base(words: Sequence[str], tags: Sequence[str], index: int) -> bool:
    """Whether a base form stands here: after a modal, after "to" with an object, after "did not"."""
    back = index - 1
    while back > 0 and (tags[back] == "RB" or words[back] == "n't"):
        back -= 1
    if tags[index] in ("VBD", "VBN") or index - back > 3:
        return False
    if tags[back] == "MD" or (back < index - 1 and words[back] in ("do", "does", "did")):
        return tags[index] != "JJ"
    if tags[back] != "TO":
        return False
    return tags[index] == "VBP" or (index - back == 1 and _follower(tags, index) in _OBJECTS)


def _past(words: Sequence[str], tags: Sequence[str], index: int, tag: str) -> str:
    """Past tense or participle: a participle follows "have" or "be", a past tense follows a subject."""
    near = index - 1
    while near > 0 and near > index - 3 and tags[near] == "RB":
        near -= 1
    if words[near] in _AUXILIARIES or (words[near] == "n't" and near and words[near - 1] in _AUXILIARIES):
        return "VBN"
    if tag == "VBN" and words[near] in _SUBJECTS:
        return "VBD" if not near or words[near - 1] not in _HAVE else tag  # "had he known"
    return "VBD" if tags[near] == "NNP" and _follower(tags, index) in _OBJECTS else tag


def _follower(tags: Sequence[str], index: int) -> str:
    return tags[index + 1] if index + 1 < len(tags) else "."
