"""Reporting heads: a cue with its subject, and on which side of it the words lie that it gives away.

Positions are token indices. Patterns after Krestel et al. 2008 and O'Keefe et al. 2012; passive and participles ours.
"""

from dataclasses import dataclass
from typing import Literal

from detector.attribution import phrases
from detector.attribution.cues import Kind, Lexicon, load
from detector.attribution.lexicons import word_lists
from detector.attribution.phrases import Phrase
from detector.attribution.words import MARKS, Unit, Words
from detector.model import Part

SAYING = frozenset({"clause", "hearer", "quote"})
Order = Literal["leads", "follows"]
SUBORDINATORS = frozenset(
    "that if because while although though since as whether until when where but and or so yet".split()
)
REFUSALS = frozenset(
    {("to", "comment"), ("to", "respond"), ("to", "answer"), ("not", "to"), ("to", "elaborate"), ("to", "discuss")}
)
JOINING = frozenset("by while and before after in".split())
DETERMINERS = frozenset("the a an his her its their my our your".split())
SPEAKING = word_lists("people")["organisation"] | word_lists("people")["companies"] | word_lists("people")["press"]
PERIODS = frozenset(
    "week month year morning afternoon evening night summer winter spring autumn fall season weekend day".split()
)
DANGLING = frozenset(
    "of for with by about to into from than like against over up upon as out off down away on in at according".split()
)
GOVERNORS = frozenset(
    "went goes go going gone continued continues came come took takes began begins used rushed trying tries tried seeking seeks"
    " sought attempted attempting wants wanted hoping hopes failed moved paused stopped managed appeared seemed".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """A cue verb (or "according to", or a noun such as claim) and its subject.

    `cue` and `subject` are token ranges; `start` and `end` bound the head with its subject; content begins at `content`
    where the head `leads`, and ends at `start` where it `follows`.
    """

    cue: Phrase
    subject: Phrase | None
    start: int
    end: int
    content: int
    order: Order
    kind: Kind
    frames: frozenset[str]
    joined: bool = False
    passive: bool = False


def find(words: Words, unit: Unit) -> list[Head]:
    """The reporting heads outside quotation marks of one unit, in order."""
    lexicon = load()
    found: list[Head] = []
    for index in range(unit.first, unit.last):
        if words.quoted[index]:
            continue
        head = _at(words, unit, lexicon, index, found[-1] if found else None)
        if head is not None:
            found.append(head)
    return found


def _at(words: Words, unit: Unit, lexicon: Lexicon, index: int, last: Head | None) -> Head | None:
    low = words.low[index]
    if low == "according" and index + 2 < unit.last and words.low[index + 1] == "to":
        return _according(words, unit, index)
    if low in lexicon.lists["speech_nouns"] or low in lexicon.lists["thought_nouns"]:
        head = _noun(words, unit, lexicon, index)
        if head is not None:
            return head
    cue = lexicon.verbs.get(low)
    if cue is None or (words.capital(index) and index > unit.first and words.tag[index][:2] == "NN"):
        return None
    frames = cue.frames if cue.bare else frozenset[str]()
    end = index + 1
    if end < unit.last and words.low[end] in cue.needs:
        frames, end = frozenset({cue.needs[words.low[end]]}), end + 1
    if unit.part is Part.HEADLINE and not ("clause" in frames and cue.kind == "speech"):
        return None
    if not frames or _is_noun(words, unit, index):
        return None
    forms = lexicon.forms[low]
    return (
        _inverted(words, unit, index, end, frames, cue.kind, forms)
        or _passive(words, unit, index, end, frames, cue.kind, forms)
        or _active(words, unit, index, end, frames, cue.kind, forms, last)
    )  # fmt: skip


ANIMATE = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "men",
    "women",
    "ee",
    "ant",
    "ent",
    "ers",
    "ors",
    "ists",
    "ians",
    "ees",
    "ants",
    "ents",
)
DENIED = frozenset(
    "say tell mention specify elaborate answer respond discuss explain disclose reveal provide comment reply".split()
)


def plausible(words: Words, subject: Phrase, frames: frozenset[str], kind: Kind) -> bool:
    """Whether the subject can speak or think: a name, a pronoun, people, a group, a document; not "the problem"."""
    first, last = subject
    if any(words.capital(index) and index > words.unit_at(index).first for index in range(first, last)):
        return True
    head = first
    while head + 1 < last and words.low[head + 1] not in phrases.ATTACHED and words.raw[head + 1] not in (",", "("):
        if words.tag[head][:2] == "NN" and words.tag[head + 1][:2] == "VB":
            break
        head += 1
    low, tag, lists = words.low[head], words.tag[head], load().lists
    if low in phrases.PRONOUNS or tag.startswith("NNP") or low in phrases.GROUPS or tag in ("CD", "DT", "JJ"):
        return True
    known = lists["persons"] | lists["collectives"] | lists["documents"] | SPEAKING
    return low in known or low.endswith(ANIMATE) or words.capital(head)


def _is_noun(words: Words, unit: Unit, index: int) -> bool:
    """Whether the word is a noun here: the report, his claim, Trump's hope."""
    before = index - 1
    if before >= unit.first and words.low[before] in DETERMINERS:
        return True
    if words.low[index].endswith(("ed", "said", "told", "wrote", "thought")) and words.tag[index][:2] == "VB":
        return False
    if before < unit.first:
        return words.tag[index][:2] == "NN" or not words.low[index].endswith("ing")
    tag = words.tag[before]
    if tag in ("DT", "PRP$", "POS", "IN", "CD") and words.low[before] not in ("that", "this", "all", "both", "some"):
        return not words.low[index].endswith("ing") or tag in ("DT", "PRP$", "POS")
    if words.tag[index][:2] != "NN":
        return tag == "JJ" and words.tag[index] != "VBD" and words.low[before] not in phrases.GROUPS
    following = words.low[index + 1] if index + 1 < unit.last else "."
    opens = following in ("that", "the", "a", "he", "she", "they", "it", "we", "his", "her", "their", "its", "to", ":")
    return not (
        opens
        and (
            (words.raw[before] == "," and following != "to")
            or tag in ("NNS", "PRP", "NNP", "NNPS", "RB", "WP")
            or words.capital(before)
        )
    )


def _edge(words: Words, index: int) -> bool:
    """Whether the token ends something said: a comma, a closing quotation mark, a dash, a question mark."""
    raw = words.raw[index]
    return raw in (",", "?", "!", "—", "–", "--") or (raw in MARKS and words.quoted[index])


def _inverted(
    words: Words, unit: Unit, index: int, end: int, frames: frozenset[str], kind: Kind, forms: frozenset[str]
) -> Head | None:
    """The head of "…, said X"."""
    if index - 2 < unit.first or not _edge(words, index - 1) or not frames & {"clause", "quote"} or kind != "speech":
        return None
    if not forms & {"past", "third"} or ("clause" not in frames and words.raw[index - 1] not in MARKS):
        return None
    subject = phrases.after(words, end, unit.last)
    if subject is None:
        return None
    then = subject[1]
    verb = then < unit.last and (words.tag[then] in phrases.FINITE or words.low[then] in phrases.BE | phrases.HAVE)
    quoted = words.raw[index - 1] in MARKS
    if verb and not quoted:
        return None
    if (
        not quoted
        and phrases.parenthesis(words, index - 1, unit.first)
        and then < unit.last
        and words.low[then] == "to"
    ):
        return None
    return Head((index, end), subject, index, subject[1], subject[1], "follows", kind, frames)


def _passive(
    words: Words, unit: Unit, index: int, end: int, frames: frozenset[str], kind: Kind, forms: frozenset[str]
) -> Head | None:
    """The head of "… was contested by X"; where nobody is named there is no head."""
    if not _is_passive(words, unit, index, forms):
        return None
    for by in range(end, min(end + 10, unit.last)):
        if words.low[by] == "by" and not words.quoted[by]:
            subject = phrases.after(words, by + 1, unit.last)
            group = phrases.past_auxiliaries(words, index, unit.first)
            if subject is None or words.tag[subject[0]] == "CD":
                return None
            return Head((group, by + 1), subject, group, subject[1], subject[1], "follows", kind, frames, passive=True)
        if words.raw[by] in (",", ";"):
            return None
    return None


def _is_passive(words: Words, unit: Unit, index: int, forms: frozenset[str]) -> bool:
    if "participle" not in forms:
        return False
    before = index - 1
    while before > unit.first and words.tag[before] in phrases.ADVERB:
        before -= 1
    return before >= unit.first and words.low[before] in phrases.BE and words.low[before] != "'s"


def _active(
    words: Words, unit: Unit, index: int, end: int, frames: frozenset[str], kind: Kind, forms: frozenset[str],
    last: Head | None,
) -> Head | None:  # fmt: skip
    if _is_passive(words, unit, index, forms):
        return None
    group = phrases.past_auxiliaries(words, index, unit.first)
    found = _subject(words, unit, index, group, forms, last)
    if found is None:
        return None
    subject, start, joined = found
    if words.low[subject[0]] in ("i", "we", "you") or not plausible(words, subject, frames, kind):
        return None
    if words.low[index] in DENIED and phrases.NEGATION & set(words.low[group:index]):
        return None
    order, content = _side(words, unit, start, end, frames, joined)
    if content < 0:
        return None
    return Head((group, end), subject, start, end, content, order, kind, frames, joined)


def _subject(
    words: Words, unit: Unit, index: int, group: int, forms: frozenset[str], last: Head | None
) -> tuple[Phrase, int, bool] | None:
    """The subject of the cue, where the head starts, and whether it is joined to an earlier clause."""
    if "gerund" in forms and not _progressive(words, unit, index):
        return _participle(words, unit, index, last)
    if group < index and words.low[group] == "to":
        governor = group - 1 - (words.low[group - 1] == "on")
        if governor <= unit.first or words.low[governor] not in GOVERNORS:
            return None
        group = phrases.past_auxiliaries(words, governor, unit.first)
    if group <= unit.first:
        return None
    if words.raw[group - 1] in (",", "—", "–", "--"):
        opening = phrases.parenthesis(words, group - 1, unit.first)
        subject = phrases.before(words, opening, unit.first) if opening is not None else None
        if subject is not None:
            return subject, subject[0], False
    elif words.low[group - 1] not in SUBORDINATORS:
        subject = phrases.before(words, group, unit.first)
        if subject is not None and not _object(words, unit, subject):
            return subject, subject[0], False
        if subject is not None or words.tag[group - 1][:2] != "RB":
            return None
    joins = words.low[group - 1] in ("and", "but", "or", "then", ",") or words.raw[group - 1] in (",",)
    subject = _inherited(words, unit, group, last) if joins and forms & {"past", "third"} else None
    return (subject, group, True) if subject is not None else None


def _object(words: Words, unit: Unit, subject: Phrase) -> bool:
    """Whether the phrase cannot be a subject, as what stands before it governs it: to the man | said."""
    return False


def _progressive(words: Words, unit: Unit, index: int) -> bool:
    before = index - 1
    while before > unit.first and words.tag[before] in phrases.ADVERB:
        before -= 1
    return before >= unit.first and words.low[before] in phrases.BE


def _participle(words: Words, unit: Unit, index: int, last: Head | None) -> tuple[Phrase, int, bool] | None:
    """The subject of "…, saying": that of the main clause, or the noun right before."""
    before = index - 1
    while before > unit.first and words.tag[before] in phrases.ADVERB:
        before -= 1
    if before < unit.first:
        return None
    if last is not None and words.low[last.cue[0]] == "according":
        return None
    if words.raw[before] in (",", "—", "–", "--") or words.low[before] in JOINING:
        subject = _inherited(words, unit, before, last)
        return (subject, before + 1, True) if subject is not None else None
    if phrases.nominal(words, before) and words.tag[before][:2] == "NN":
        subject = phrases.before(words, before + 1, unit.first)
        return (subject, before + 1, True) if subject is not None else None
    return None


def _inherited(words: Words, unit: Unit, index: int, last: Head | None) -> Phrase | None:
    if last is not None and last.subject is not None and last.end <= index and not last.passive:
        return last.subject
    return phrases.clause_subject(words, unit.first, index) or phrases.after(words, unit.first, index)


def _side(words: Words, unit: Unit, start: int, end: int, frames: frozenset[str], joined: bool) -> tuple[Order, int]:
    """On which side the content lies, and where it begins if it comes after (-1 where there is none)."""
    content = _opening(words, unit, end, frames)
    if start - 1 > unit.first and not joined and _edge(words, start - 1) and frames & SAYING:
        ahead = words.count(unit.first, start - 1)
        closed = (
            words.quoted[start - 1]
            or content >= unit.last
            or words.raw[content] in (".", ",", ";", "!", "?", ")")
            or _tail(words, unit, end)
        )
        resumes = content + 1 < unit.last and words.raw[content] in (",", ":") and words.quoted[content + 1]
        enclosed = ahead == 1 and content < unit.last and words.raw[content] == ","
        if closed and (ahead >= 2 or enclosed) and not (resumes and not words.quoted[start - 1]):
            return "follows", content
    while content < unit.last and words.raw[content] in (",", ":"):
        content += 1
    rest = words.count(content, unit.last)
    if frames == {"quote"} and not (content < unit.last and words.quoted[content]):
        return "leads", -1
    if words.low[content : content + 2] in REFUSALS:
        return "leads", -1
    if rest == 0 or (rest < 2 and "object" not in frames):
        return "leads", -1
    if words.low[content] in DANGLING and not _quote_soon(words, unit, content):
        if not frames & {"infinitive", "hearer"} or words.low[content] != "to":
            return "leads", -1
    if frames == frozenset({"infinitive"}) and words.low[content] != "to":
        return "leads", -1
    return "leads", content


def _quote_soon(words: Words, unit: Unit, content: int) -> bool:
    return any(words.quoted[content : min(content + 14, unit.last)])


def _tail(words: Words, unit: Unit, end: int) -> bool:
    """Whether only a short circumstance follows the cue: … said on Monday in a speech."""
    stop = end
    while stop < unit.last and words.raw[stop] not in (",", ";") and not words.quoted[stop]:
        stop += 1
    if stop - end > 12:
        return False
    low = words.low[end] if end < unit.last else "."
    opens = (
        low
        in ("in", "on", "at", "during", "to", "after", "last", "via", "of", "late", "early", "earlier", "this", "when")
        or low in phrases.DAYS
    )
    finite = any(words.tag[k] in phrases.FINITE for k in range(end, stop))
    return opens and not finite and "that" not in words.low[end:stop]


def _opening(words: Words, unit: Unit, end: int, frames: frozenset[str]) -> int:
    """Where content begins after a cue: past the hearer, the day and the place it was said."""
    position = end
    if "hearer" in frames and position < unit.last:
        hearer = phrases.after(words, position, unit.last) or (
            (position, position + 1) if words.tag[position] == "PRP" else None
        )
        if hearer is not None and _past_hearer(words, unit, hearer[1]):
            position = hearer[1]
    lookahead = min(position + 14, unit.last)
    for index in range(position, lookahead):
        if words.quoted[index] or words.raw[index] in (":", ";"):
            break
        circumstance = frames & {"clause", "hearer"} and _circumstance(words, position)
        if words.low[index] == "that" and (index == position or circumstance):
            return index
    while position < unit.last and (
        words.low[position] in phrases.DAYS or words.low[position] in ("on", "again", "later")
    ):
        if words.low[position] == "on" and not (position + 1 < unit.last and words.low[position + 1] in phrases.DAYS):
            break
        position += 1
    if position < unit.last and _circumstance(words, position):
        for index in range(position + 1, lookahead):
            if words.raw[index] in (",", ":") or words.quoted[index]:
                return index
    return position


def _past_hearer(words: Words, unit: Unit, index: int) -> bool:
    """Whether content begins after the hearer; "asked Roe to go" keeps Roe, who shall do it."""
    return index < unit.last and words.low[index] not in phrases.BE and words.low[index] != "to"


def _circumstance(words: Words, index: int) -> bool:
    low = words.low[index]
    if low in ("last", "this", "next", "late", "early") and index + 1 < len(words.low):
        return words.low[index + 1] in phrases.DAYS | PERIODS
    return low in phrases.DAYS or low in (
        "in", "on", "at", "to", "during", "via", "after", "earlier", "later", "through", "before", "from", "recently",
        "publicly", "while", "when", "again",
    )  # fmt: skip


def _according(words: Words, unit: Unit, index: int) -> Head | None:
    subject = phrases.after(words, index + 2, unit.last)
    if subject is None:
        return None
    cue = (index, index + 2)
    if index - unit.first <= 1:
        comma = subject[1]
        while comma < unit.last and (words.raw[comma] != "," or words.quoted[comma]):
            comma += 1
        if comma + 1 >= unit.last:
            return None
        aside = comma + 2 < unit.last and words.tag[comma + 1] in phrases.ADVERB and words.raw[comma + 2] == ","
        return Head(
            cue, subject, index, subject[1], comma + 3 if aside else comma + 1, "leads", "speech", frozenset({"clause"})
        )
    return Head(cue, subject, index, subject[1], subject[1], "follows", "speech", frozenset({"clause"}))


def _noun(words: Words, unit: Unit, lexicon: Lexicon, index: int) -> Head | None:
    """The head of "X's claim that …", "his claim that …", "claims by X that …"."""
    kind: Kind = "speech" if words.low[index] in lexicon.lists["speech_nouns"] else "thought"
    if index + 2 >= unit.last or index == unit.first:
        return None
    frames = frozenset({"clause"})
    before = words.low[index - 1]
    that = index + 1 + (words.low[index + 1] in phrases.BE)
    if words.low[that] == "that" and (words.tag[index - 1] == "PRP$" or before in ("'s", "'")):
        owner = phrases.before(words, index - 1, unit.first) if before in ("'s", "'") else (index - 1, index)
        return owner and Head((index, index + 1), owner, owner[0], that, that, "leads", kind, frames)
    if words.low[index + 1] in ("by", "from", "of"):
        owner = phrases.after(words, index + 2, unit.last)
        if owner is not None and owner[1] < unit.last and words.low[owner[1]] == "that":
            return Head((index, index + 1), owner, index, owner[1], owner[1], "leads", kind, frames)
    return None
