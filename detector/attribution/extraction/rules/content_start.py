"""On which side of a head its content lies, and where it begins when it follows.

Positions are token indices.
"""

from typing import Literal

from detector.attribution.extraction.rules.subjects import SUBORDINATORS, Subject
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.cue_verbs import Site, ends_speech
from detector.attribution.tokens.token_table import Words

Order = Literal["leads", "follows"]
NONE = -1  # no content on this side
SAYING = frozenset({"clause", "hearer", "quote"})
REFUSALS = frozenset(
    {("to", "comment"), ("to", "respond"), ("to", "answer"), ("to", "elaborate"), ("to", "discuss"), ("not", "to")}
)
DOING = frozenset(  # with an object
    "added adds add adding maintained maintains maintain maintaining learned learns learn learning saw".split()
)
PERIODS = frozenset(
    "week month year morning afternoon evening night summer winter spring autumn fall season weekend day".split()
)
DANGLING = frozenset(
    "of for with by about to into from than like against over up upon as out off down away on in at according".split()
)
CIRCUMSTANCES = frozenset(
    "in on at to during via after earlier later through before from recently publicly while when again".split()
)
TAILS = frozenset("in on at during to after last via of late early earlier this when".split())
CLOSING = frozenset({".", ",", ";", "!", "?", ")"})
LOOKAHEAD = 14  # tokens between a cue and its "that" or its quotation mark
TAIL = 12  # tokens of a circumstance after a cue that ends its sentence


def side(site: Site, subject: Subject) -> tuple[Order, int]:
    """Whether the head leads its content or follows it, and where content begins if it comes after (or `NONE`)."""
    content = _opening(site)
    if _follows(site, subject, content):
        return "follows", content
    words = site.words
    while content < site.last and words.raw[content] in (",", ":"):
        content += 1
    return "leads", content if _begins(site, content) else NONE


def _follows(site: Site, subject: Subject, content: int) -> bool:
    words, edge = site.words, subject.start - 1
    if edge <= site.first or subject.joined or not ends_speech(words, edge) or not site.frames & SAYING:
        return False
    ahead = words.count(site.first, edge)
    mark = words.raw[content] if content < site.last else "."
    if not (words.quoted[edge] or mark in CLOSING or _is_tail(site)):
        return False
    resumes = mark in (",", ":") and content + 1 < site.last and words.quoted[content + 1]
    return (ahead >= 2 or mark == ",") and (words.quoted[edge] or not resumes)


def _begins(site: Site, content: int) -> bool:
    """Whether something said can begin at `content`."""
    words, frames = site.words, site.frames
    rest = words.count(content, site.last)
    if rest == 0 or (rest < 2 and "object" not in frames) or words.low[content : content + 2] in REFUSALS:
        return False
    low = words.low[content]
    if frames <= {"quote", "infinitive"}:
        return words.quoted[content] if low != "to" else "infinitive" in frames
    if words.low[site.index] in DOING and not _is_clause(site, content):
        return False
    if (
        low in DANGLING
        and low not in SUBORDINATORS
        and not any(words.quoted[content : min(content + LOOKAHEAD, site.last)])
    ):
        return low == "to" and bool(frames & {"infinitive", "hearer"})
    return True


def _is_clause(site: Site, content: int) -> bool:
    """Whether what follows is said, and no thing: added that …, maintains it was …; not: added three assists."""
    words, stop = site.words, content
    while stop < site.last and words.raw[stop] not in (",", ";"):
        stop += 1
    finite = any(words.tag[k] in noun_phrases.FINITE and words.raw[k] != "May" for k in range(content, stop))
    if finite or "innocence" in words.low[content:stop]:
        return True
    return words.low[content] in ("that", ":") or any(words.quoted[content : min(content + LOOKAHEAD, site.last)])


def _is_tail(site: Site) -> bool:
    """Whether only a short circumstance follows the cue: … said on Monday in a speech."""
    words, stop = site.words, site.end
    while stop < site.last and words.raw[stop] not in (",", ";") and not words.quoted[stop]:
        stop += 1
    if stop - site.end > TAIL or stop == site.end:
        return False
    low = words.low[site.end]
    finite = any(words.tag[index] in noun_phrases.FINITE for index in range(site.end, stop))
    return (low in TAILS or low in noun_phrases.DAYS) and not finite and "that" not in words.low[site.end : stop]


def _opening(site: Site) -> int:
    """Where content begins after a cue: past the hearer, the day and the place it was said."""
    words, position = site.words, _past_hearer(site)
    ceiling = min(position + LOOKAHEAD, site.last)
    circumstance = (
        bool(site.frames & {"clause", "hearer"}) and position < site.last and _is_circumstance(words, position)
    )
    for index in range(position, ceiling):
        if words.quoted[index] or words.raw[index] in (":", ";"):
            break
        if words.low[index] == "that" and (index == position or circumstance):
            return index
    position = _past_days(site, position)
    if position < site.last and _is_circumstance(words, position):
        for index in range(position + 1, ceiling):
            if words.raw[index] in (",", ":") or words.quoted[index]:
                return index
    return position


def _past_hearer(site: Site) -> int:
    """Where the hearer ends: told reporters | that. "Asked Roe to go" keeps Roe, who shall do it."""
    words, end = site.words, site.end
    if "hearer" not in site.frames or end >= site.last:
        return end
    hearer = noun_phrases.after(words, end, site.last)
    stop = _heard(words, *hearer, site.last) if hearer is not None else end + (words.tag[end] == "PRP")
    return stop if stop < site.last and words.low[stop] not in noun_phrases.BE and words.low[stop] != "to" else end


def _heard(words: Words, first: int, last: int, high: int) -> int:
    """Where the hearer ends within a run of nominal words: parliament | the bill …, local media | two men …; not within
    reporters this week | he …, or Republicans a question: …"""
    if last == high or words.raw[last] == ":":
        return last
    return next((k for k in range(first + 1, last) if _opens(words, k) and not _is_circumstance(words, k)), last)


def _opens(words: Words, index: int) -> bool:
    """Whether a token right behind a noun (or the number of a name: Radio 5) opens a noun phrase of its own."""
    tag, before = words.tag[index], words.tag[index - 1][:2]
    if tag == "CD":
        return before == "NN" and not words.capital(index - 1)
    return tag in ("DT", "PRP$") and before in ("NN", "CD")


def _past_days(site: Site, position: int) -> int:
    words = site.words
    while position < site.last:
        low = words.low[position]
        on_day = low == "on" and position + 1 < site.last and words.low[position + 1] in noun_phrases.DAYS
        if not (on_day or low in noun_phrases.DAYS or low in ("again", "later")):
            break
        position += 1
    return position


def _is_circumstance(words: Words, index: int) -> bool:
    low = words.low[index]
    if low in ("last", "this", "next", "late", "early") and index + 1 < len(words.low):
        return words.low[index + 1] in noun_phrases.DAYS | PERIODS
    return low in noun_phrases.DAYS or low in CIRCUMSTANCES
