"""Where a remark on part of a sentence begins and ends: at the edges of phrases, never inside a noun phrase, a compound
or a name, and with no function word or bracket at an edge."""

from collections.abc import Callable, Sequence

from detector.article import Token

NOMINAL = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"ADJ", "NUM"})
OBJECT = NOMINAL | DESCRIBING | {"DET", "PRON"}
EMPTY = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART", "PUNCT", "SYM"})
HYPHENS = frozenset("-‐‑–")
APART = frozenset((*"()[]{}—–", "--"))  # a remark does not reach across these
LISTED = frozenset({("ADJ", "NOUN"), ("ADJ", "PROPN"), ("ADV", "ADJ")})  # after "dull and", "dull,"
Bounds = tuple[int, int]


def whole(tokens: Sequence[Token], bounds: Bounds, own: Callable[[Token], bool]) -> Bounds | None:
    """The places of the first and the last token of the whole phrases around `bounds` in a sentence's `tokens`, as far
    as the words are the author's `own`; `None` where nothing but function words is left."""
    first, last = bounds
    while (step := _further(tokens, last)) and all(map(own, tokens[last + 1 : last + step + 1])):
        last += step
    while (step := _before(tokens, first)) and all(map(own, tokens[first - step : first])):
        first -= step
    while first <= last and _is_empty(tokens[first]):
        first += 1
    while first <= last and _dangles(tokens[last]) and not (first < last and _clings(tokens, last)):
        last -= 1
    return (first, last) if first <= last else None


def is_titled_name(tokens: Sequence[Token]) -> bool:
    """Whether a phrase is no more than somebody's name and what they are (harbour clerk Ana Ruiz)."""
    return tokens[-1].pos == "PROPN" and all(token.pos in NOMINAL | DESCRIBING for token in tokens)


def _further(tokens: Sequence[Token], last: int) -> int:
    """How many tokens the phrase goes on after the place `last`; 0 where it ends there."""
    here, after = tokens[last], tokens[last + 1 : last + 4]
    if not after:
        return 0
    if len(after) > 1 and _hyphenated(here, after[0], after[1]):
        return 2
    if _clings(tokens, last + 1):
        return 1
    listed = len(after) == 3 and after[0].pos in {"CCONJ", "PUNCT"} and after[0].text not in APART
    if listed and here.pos == "ADJ" and (after[1].pos, after[2].pos) in LISTED:
        return 3
    if len(after) > 1 and here.pos in NOMINAL and after[0].pos == "ADJ" and after[1].pos in NOMINAL:
        return 2  # a name of more than one word (vice presidential nominee)
    subject = after[0].pos == "PRON" and len(after) > 1 and after[1].pos in {"AUX", "VERB"}  # of a clause of its own
    return int(_goes_on(here, after[0]) and not subject)


def _goes_on(here: Token, following: Token) -> bool:
    """Whether a phrase cannot end between two neighbouring words."""
    pos = following.pos
    if here.pos in NOMINAL:
        return pos in NOMINAL or _is_possessive(following)
    if here.pos in DESCRIBING or _is_possessive(here) or here.pos == "DET" or _owns(here):
        return pos in NOMINAL | DESCRIBING
    if here.pos == "VERB":
        return (pos in OBJECT and following.form != "relative") or following.form == "particle"
    return here.pos == "ADV" and here.form != "relative" and pos in {"ADV", "ADJ", "VERB"}


def _before(tokens: Sequence[Token], first: int) -> int:
    """How many tokens before the place `first` belong to the phrase that stands there."""
    here = tokens[first]
    if first > 1 and _hyphenated(tokens[first - 2], tokens[first - 1], here):
        return 2
    return int(first > 0 and _leads(tokens[first - 1], here))


def _leads(before: Token, here: Token) -> bool:
    if _is_possessive(here) or here.form == "particle":
        return True
    if here.pos in NOMINAL:
        return before.pos in NOMINAL | DESCRIBING
    if here.pos == "ADJ":
        return before.pos in {"ADJ", "ADV"} and before.form != "relative"
    return here.pos in {"VERB", "ADV"} and before.pos == "ADV" and before.form != "relative"


def _hyphenated(one: Token, mark: Token, other: Token) -> bool:
    joined = one.span.end == mark.span.start and mark.span.end == other.span.start
    return joined and mark.text in HYPHENS and other.is_word


def _clings(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token belongs to the one before it: the rest of a word (do|n't), or a preposition without an object
    that is part of a verb (lit up in the first place)."""
    before, here = tokens[place - 1], tokens[place]
    if before.is_word and before.span.end == here.span.start and (here.is_word or here.pos == "PART"):
        return True
    alone = place + 1 == len(tokens) or tokens[place + 1].pos in {"ADP", "PUNCT", "CCONJ"}
    return before.pos == "VERB" and here.pos == "ADP" and alone


def _is_possessive(token: Token) -> bool:
    return token.pos == "PART" and token.form == "possessive"


def _owns(token: Token) -> bool:
    return token.pos == "PRON" and token.form == "possessive"


def _is_empty(token: Token) -> bool:
    return token.pos in EMPTY or token.form == "relative"


def _dangles(token: Token) -> bool:
    """Whether a phrase cannot end with this word; a verb's particle, its object and a possessor may end it."""
    if token.form == "particle" or _is_possessive(token) or (token.pos == "PRON" and token.form == "personal"):
        return False
    return _is_empty(token)
