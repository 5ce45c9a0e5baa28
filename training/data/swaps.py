"""Lets the parties of a text change places, so that what is learnt or measured does not hang on who is named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from training.data.examples import Example, Mark

SIDES = (
    ("democrats", "republicans"), ("democrat", "republican"), ("dems", "gop"), ("liberals", "conservatives"),
    ("liberal", "conservative"), ("left-wing", "right-wing"), ("leftist", "rightist"), ("leftists", "rightists"),
    ("far-left", "far-right"), ("progressives", "traditionalists"), ("socialist", "nationalist"), ("labour", "tory"),
    ("trump", "biden"), ("donald", "joe"), ("obama", "bush"), ("barack", "george"), ("pelosi", "mcconnell"),
    ("nancy", "mitch"), ("clinton", "romney"), ("hillary", "mitt"), ("sanders", "cruz"), ("harris", "pence"),
    ("warren", "rubio"), ("schumer", "graham"), ("ocasio-cortez", "greene"), ("fox", "msnbc"),
    ("antifa", "oath keepers"), ("russia", "ukraine"), ("russian", "ukrainian"), ("russians", "ukrainians"),
    ("moscow", "kyiv"), ("putin", "zelensky"), ("vladimir", "volodymyr"), ("israel", "palestine"),
    ("israeli", "palestinian"), ("israelis", "palestinians"), ("muslim", "christian"), ("muslims", "christians"),
    ("islam", "christianity"), ("islamic", "evangelical"), ("mosque", "church"), ("china", "india"),
    ("chinese", "indian"), ("beijing", "delhi"), ("iran", "turkey"), ("iranian", "turkish"),
)  # fmt: skip
GENDERS = (
    ("he", "she"), ("himself", "herself"), ("man", "woman"), ("men", "women"), ("boy", "girl"), ("boys", "girls"),
    ("husband", "wife"), ("father", "mother"), ("son", "daughter"), ("brother", "sister"), ("mr", "ms"),
    ("male", "female"), ("spokesman", "spokeswoman"), ("congressman", "congresswoman"),
)  # fmt: skip
POSSESSED = re.compile(r"\s+(?!(?:and|or|to|in|on|at|as|for|with|that|when|if|but|by|from|after|before)\b)[a-z]", re.I)
FIXED = {"gop": "GOP", "dems": "Dems"}
Edit = tuple[int, int, str]


def _table(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    return {one: other for pair in pairs for one, other in (pair, pair[::-1])}


SIDE_TABLE = _table(SIDES)
GENDER_TABLE = {**_table(GENDERS), "his": "her", "him": "her", "her": "his", "hers": "his"}


def _cased(model: str, word: str) -> str:
    if word in FIXED:
        return FIXED[word]
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word.title() if model[0].isupper() else word


def _pattern(table: dict[str, str], also: str = "") -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, table), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{also}{words})(?![\w-])", re.I)


def _change(text: str, table: dict[str, str]) -> Callable[[re.Match[str]], Edit]:
    def change(match: re.Match[str]) -> Edit:
        word = match.group().lower()
        other = "republican" if word == "democratic" else table[word]
        if word == "her" and not POSSESSED.match(text, match.end()):
            other = "him"
        return match.start(), match.end(), _cased(match.group(), other)

    return change


PARTY = r"democratic(?= (?:party|candidate|lawmaker|senator|leader)s?\b)|"
PATTERNS = ((SIDE_TABLE, _pattern(SIDE_TABLE, PARTY)), (GENDER_TABLE, _pattern(GENDER_TABLE)))


def edits(text: str, sides: bool = True, genders: bool = True) -> list[Edit]:
    """Where `text` changes when its parties (and he and she) change places: start, end, new wording, in order."""
    chosen = [pair for pair, wanted in zip(PATTERNS, (sides, genders), strict=True) if wanted]
    return sorted(_change(text, table)(match) for table, pattern in chosen for match in pattern.finditer(text))


def apply(text: str, changes: Sequence[Edit]) -> str:
    """`text` with all `changes` made."""
    out, place = [], 0
    for start, end, word in changes:
        out += [text[place:start], word]
        place = end
    return "".join([*out, text[place:]])


def _moved(place: int, changes: Sequence[Edit], at_end: bool) -> int:
    shift = 0
    for start, end, word in changes:
        if end <= place:
            shift += len(word) - (end - start)
        elif start < place:
            return start + shift + (len(word) if at_end else 0)
    return place + shift


def swapped(example: Example, rng: Random) -> Example:
    """`example` with parties, genders or both changed, its marks moved along; as it was where nothing is to change."""
    changes = edits(example.text, *rng.choice(((True, True), (True, False), (False, True))))
    if not changes:
        return example
    marks = tuple(
        Mark(mark.head, _moved(mark.start, changes, False), _moved(mark.end, changes, True), mark.value)
        for mark in example.marks
    )
    return replace(example, text=apply(example.text, changes), marks=marks)
