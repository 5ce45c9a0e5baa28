"""What somebody is: role, gender, whether they speak for others, and whom they belong to."""

from collections.abc import Sequence
from typing import Literal

from detector.attribution.entities.lexicons import word_lists
from detector.attribution.entities.names import Name
from detector.attribution.entities.titles import is_matter
from detector.attribution.syntax.noun_phrases import FINITE
from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

Gender = Literal["male", "female"]
COURTESY = frozenset("mr mrs ms miss mx dr sir lord lady dame hon former".split())
RANKS = frozenset("senior vice deputy acting interim executive associate assistant prime".split())
RULING = frozenset({"president", "prime minister", "king", "queen", "pope", "premier", "chancellor"})  # of a country
TENSED = FINITE - {"MD"}
PLAIN = ("NN", "JJ", "VB")
ARTICLES = frozenset({"a", "an", "the"})


def role(words: Words, first: int, last: int) -> str | None:
    """The words in tokens `[first, last)` that say what somebody is: "deputy chief executive", with what stands before
    the first role noun."""
    persons, titles = load().lists["persons"], word_lists("people")["titles"]
    matters = word_lists("people")["portfolios"]
    for found in range(first, last):
        low = words.low[found].rstrip(".")
        if low in COURTESY or not (words.low[found] in persons or low in titles):
            continue
        start = end = found
        while end + 1 < last and (words.low[end + 1] in persons or words.low[end + 1] == "justice"):
            end += 1
        if end + 2 < last and words.low[end + 1] == "of" and words.low[end + 2] in matters | {"state"}:
            end += 2
        while start > first and _qualifies(words, start - 1):
            start -= 1
        return words.text[words.start[start] : words.end[end]]
    return None


def _qualifies(words: Words, index: int) -> bool:
    """Whether a word before a role noun belongs to the role: senior | vice | president; not: grilled | Lt."""
    if is_matter(words, index) or words.low[index] in RANKS:
        return True
    return words.tag[index][:2] in PLAIN and words.tag[index] not in TENSED and not words.capital(index)


def plain_role(words: Words, first: int, last: int) -> str | None:
    """The plain noun of "a grower in the next valley", "the port's head of safety"."""
    owned = next((index for index in range(first, last) if words.low[index] in ("'s", "'")), None)
    end = first + 1 if owned is None else owned + 1
    start = end
    while end < last and words.tag[end][:2] in PLAIN and not words.capital(end):
        end += 1
    if words.low[first] not in ARTICLES or end == start or words.tag[end - 1] != "NN":
        return None
    return words.text[words.start[start] : words.end[end - 1]]


def head_of(named: str | None) -> str | None:
    """The noun of a role, in lower case: deputy chief | executive, | minister | of state."""
    return named.lower().partition(" of ")[0].split()[-1] if named else None


def is_office(titles: Sequence[str]) -> bool:
    """Whether titles say more than "Mr"."""
    return not COURTESY.issuperset(titles)


def speaks_for(named: str | None) -> bool:
    """Whether a role is to speak for others: a spokesman, a press officer."""
    return bool(named) and not word_lists("people")["press"].isdisjoint((named or "").lower().replace("-", " ").split())


def gender(titles: Sequence[str], name: Sequence[str], named: str | None) -> Gender | None:
    """The gender that titles, role or first name tell; `None` where they tell none or both."""
    lists = word_lists("people")
    marks = {*titles, *(named or "").lower().split()}
    if marks & (lists["male_titles"] | lists["male_words"]):
        return "male"
    if marks & (lists["female_titles"] | lists["female_words"]):
        return "female"
    given = name[0].lower() if len(name) > 1 else ""
    if (given in lists["male"]) == (given in lists["female"]):
        return None
    return "male" if given in lists["male"] else "female"


def affiliation(others: Sequence[Name]) -> str | None:
    """The organisation among the names beside somebody: the first that is surely one, else the last."""
    vague = load().lists["persons"] | word_lists("people")["organisation"]
    usable = [name for name in others if name.kind != "person" and not _is_vague(name, vague)]
    sure = [name for name in usable if name.kind == "organisation" and len(name.words) > 1]
    chosen = sure[:1] or usable[-1:]
    return " ".join(chosen[0].words) if chosen else None


def _is_vague(name: Name, vague: frozenset[str]) -> bool:
    """Whether the name says nothing by itself: House, Doctor of History, Vice President of Sales."""
    low = [word.lower() for word in name.words]
    office = not load().lists["persons"].isdisjoint(low[: low.index("of")] if "of" in low else low[:1])
    return office or (len(low) == 1 and low[0] in vague)


def tells_who(role: str | None, owned: bool) -> bool:
    """Whether a role tells who it is without a name: the prime minister; where it is `owned` by somebody or some place,
    the chairman of the Growers' Union; not: the former chairman, the vice president."""
    written = (role or "").lower().partition(" of ")[0]
    return written in RULING or (owned and written in word_lists("people")["offices"])
