"""Whether a capitalised name is a person's or an organisation's, by its words and the words beside it.

Positions are token indices.
"""

from typing import Literal

from detector.attribution.entities.lexicons import word_lists
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Unit, Words
from detector.languages.en.reporting import load

NameKind = Literal["person", "organisation", "unknown"]
REACH = 15  # tokens within which a subject's "its" stands
ACRONYM = 6  # letters of the longest acronym
HUMAN = frozenset("he she his her him himself herself who whose".split())
NEAR = 14  # tokens after a name within which its pronoun stands
POSSESSIVES = frozenset("its his her their ,".split())


def tell(words: Words, unit: Unit, core: Phrase, titled: bool, is_place: bool) -> NameKind:
    """The kind of the name at token range `core`; `titled` where a title stands before it."""
    if is_place:
        return "unknown"
    return _by_words(words, core, titled) or _by_neighbours(words, unit, core)


def _by_words(words: Words, core: Phrase, titled: bool) -> NameKind | None:
    lists, (first, last) = word_lists("people"), core
    low, size = words.low[first:last], last - first
    household = size == 1 and low[0] in lists["household"] and not titled
    if household or not {"of", "for", "on"}.isdisjoint(low) or not lists["organisation"].isdisjoint(low[1:]):
        return "organisation"
    given = low[0] in lists["male"] or low[0] in lists["female"]
    titled = titled or (size == 1 and low[0] in lists["prominent"])
    initial = any(len(raw) == 2 and raw[1] == "." for raw in words.raw[first : last - 1])
    if titled or (given and 1 < size <= 5) or (initial and size > 1):
        return "person"
    raw = words.raw[first]
    acronym = size == 1 and 1 < len(raw) <= ACRONYM and raw.isupper() and raw.isalpha() and words.tag[first][:2] == "NN"
    return "organisation" if acronym else None


def _by_neighbours(words: Words, unit: Unit, core: Phrase) -> NameKind:
    lists, (first, last) = word_lists("people"), core
    before = words.low[first - 1] if first > unit.first else ""
    ahead = words.low[first - 2] if before == "," and first - 2 >= unit.first else before
    if ahead in load().lists["persons"]:
        return "person"
    if before in lists["companies"] or words.low[last - 1] in lists["organisation"]:
        return "organisation"
    if last + 2 < unit.last and words.raw[last] == "," and words.low[last + 1] in ("a", "an", "the"):
        noun = noun_phrases.after(words, last + 1, unit.last)
        if noun is not None and _head_low(words, noun) in lists["companies"]:
            return "organisation"
    if last - first == 1 or _owns_its(words, unit, last):
        return "organisation" if _owns_its(words, unit, last) else "unknown"
    if before == "the":
        return "organisation"
    speaks = last - first <= 4 and last < unit.last and words.low[last] in load().verbs
    return "person" if speaks or _introduced(words, unit, last) else "unknown"


def _head_low(words: Words, phrase: Phrase) -> str:
    """The noun of a phrase, in lower case: a flour | maker | in the north."""
    first, last = phrase
    stop = next(
        (k for k in range(first + 1, last) if words.low[k] in noun_phrases.ATTACHED or words.raw[k] == ","), last
    )
    return words.low[stop - 1]


def _introduced(words: Words, unit: Unit, last: int) -> bool:
    """Whether an age or "who" follows, as after a person's name."""
    if last + 1 >= unit.last or words.raw[last] != ",":
        return False
    return words.tag[last + 1] == "CD" or words.low[last + 1] in ("who", "whose")


def _owns_its(words: Words, unit: Unit, last: int) -> bool:
    """Whether the sentence goes on with "its", as it does after an organisation that acts: Acme withdrew its offer."""
    if last >= unit.last or words.tag[last][:2] not in ("VB", "MD"):
        return False
    following = words.low[last : min(last + REACH, unit.last)]
    return next((low for low in following if low in POSSESSIVES), "") == "its"


def is_human(words: Words, core: Phrase) -> bool:
    """Whether "he" or "she" comes soon after a name: in its sentence, or first in the next."""
    last = core[1]
    unit = words.unit_at(last - 1)
    if not HUMAN.isdisjoint(words.low[last : min(last + NEAR, unit.last)]):
        return True
    return words.low[unit.last] in HUMAN if unit.last < len(words.low) else False


def is_corporate(words: Words, core: Phrase) -> bool:
    """Whether a name is an organisation's by the words beside it: flour maker Acme, Acme shares, at Acme, the Fund; not
    the Roe campaign, which says nothing of Roe."""
    first, last = core
    before = words.low[first - 1] if first else ""
    after = words.low[last] if last < len(words.low) else ""
    company = word_lists("people")["companies"] | word_lists("people")["press"]
    located = before in ("at", "in", "inside", "into") and after not in ("'s", "'")
    alone = before == "the" and not (last < len(words.low) and words.tag[last][:2] in ("NN", "JJ"))
    return located or before in company or after in company or alone
