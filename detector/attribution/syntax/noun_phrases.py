"""Noun phrases around a cue: who stands before it, after it, and who is the subject of its clause.

All positions are token indices; a phrase is a half-open range of them.
"""

from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

Phrase = tuple[int, int]
REACH = 40  # tokens a phrase may be long, so that no text costs more than linear time

PRONOUNS = frozenset("he she they it we i you who which".split())
RELATIVE = frozenset("who which that whom".split())
BE = frozenset("is was are were be been being am 's 're 'm".split())
HAVE = frozenset("has have had 've having".split())
MODAL = frozenset("would will may might could should can must did do does 'd 'll shall ca wo to".split())
NAMES = frozenset({"will", "may"})  # they are verbs as well
NEGATION = frozenset("not n't never".split())
ATTACHED = frozenset(
    "of for at in from with on to near against behind inside under about between as within by across".split()
)
LEADING = ATTACHED | frozenset(
    "'s & and but or so then yet still because when while if that as meanwhile also even only".split()
)
BETWEEN = frozenset("light spite view wake lieu face favor favour terms front".split())  # in light of
PARTICLES = frozenset("out up off down over".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow".split())
GROUPS = frozenset("many some others several few both most all critics".split())
SKIPPED = frozenset("also then later earlier further again recently publicly reportedly first once".split()) | DAYS
ARTICLES = frozenset({"a", "an", "the"})
PERCEIVED = frozenset("seen obtained reviewed read shared shown written signed sent leaked".split())
AUTHORED = frozenset("published released issued conducted compiled prepared produced".split())
PAST = frozenset("came went took gave did began fell rose grew knew saw wrote spoke drove became ran got".split())
ACTING = frozenset("acting managing founding leading presiding commanding visiting sitting incoming outgoing".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ADVERB = frozenset({"RB", "RBR", "RBS"})


def nominal(words: Words, index: int) -> bool:
    """Whether token `index` can stand inside a noun phrase."""
    tag, low = words.tag[index], words.low[index]
    if is_in_name(words, index):
        return True
    if low in BE or low in HAVE or low in MODAL or low in PRONOUNS or low in DAYS or low in RELATIVE:
        return low in ("'s",) and tag == "POS"
    if low in ACTING and index + 1 < len(words.low) and words.tag[index + 1][:2] in ("NN", "JJ"):
        return True  # of an office: the acting attorney
    if low in load().verbs and not words.capital(index) and tag[:2] == "VB":
        return False
    return tag[:2] in ("NN", "JJ", "CD", "DT", "PO") or tag == "PRP$" or words.capital(index) or low in ("&", "%", "$")


def is_in_name(words: Words, index: int) -> bool:
    """Whether a word that is a verb elsewhere is part of a name here: Will Roe, Theresa May; not: Will Roe resign?"""
    if words.low[index] not in NAMES or not words.capital(index):
        return False
    unit = words.unit_at(index)
    if index > unit.first and words.capital(index - 1):
        return True
    asked = words.raw[unit.last - 1] == "?" or (index + 2 < unit.last and words.tag[index + 2] in ("VB", "VBP"))
    return index + 1 < unit.last and words.capital(index + 1) and not asked


def _head(words: Words, index: int) -> bool:
    tag = words.tag[index]
    return tag[:2] in ("NN", "CD") or words.capital(index) or words.low[index] in GROUPS or tag in ("DT", "JJ")


def before(words: Words, end: int, low: int) -> Phrase | None:
    """The noun phrase that ends right before token `end` and begins at `low` or later."""
    last = end - 1
    if last >= low and (words.low[last] in PRONOUNS or words.low[last] == "that") and not words.quoted[last]:
        return last, end
    if last >= low and words.raw[last] == ")":
        last = _opening(words, last, low) - 1
    if last < low or words.quoted[last]:
        return None
    first = last + 1
    floor = max(low, end - REACH)
    while first > floor and not words.quoted[first - 1] and _extends(words, first - 1, last, floor):
        if first <= last and words.low[first] in ARTICLES and words.tag[first - 1][:2] == "NN":
            break
        first -= 1
        opening = _opening(words, first, floor) if words.raw[first] == ")" else first
        first = opening if opening < first else first
    while first < last and (words.low[first] in LEADING or words.tag[first] == "IN"):
        first += 1
    if first + 2 <= last and words.low[first] in BETWEEN and words.low[first + 1] == "of":
        first += 2
    return (first, end) if first <= last and any(_head(words, k) for k in range(first, last + 1)) else None


def _opening(words: Words, index: int, low: int) -> int:
    for position in range(index, max(low, index - 8) - 1, -1):
        if words.raw[position] == "(":
            return position
    return index


def _extends(words: Words, index: int, last: int, floor: int) -> bool:
    if nominal(words, index):
        return True
    if not floor < index < last:
        return False
    low = words.low[index]
    if words.raw[index] == ")":
        opening = _opening(words, index, floor)
        return floor < opening < index and nominal(words, opening - 1)
    if low in ("and", "or"):
        equal = words.capital(index - 1) == words.capital(index + 1)
        joins = equal and nominal(words, index + 1) and nominal(words, index - 1)
        return words.raw[index - 1] == ")" or joins
    if low not in PARTICLES and not (low in ATTACHED and nominal(words, index + 1)) and not _reduces(words, index):
        return False
    return _reaches_noun(words, index - 1, floor)


def _reduces(words: Words, index: int) -> bool:
    """Whether the token is the participle of a clause without a verb: people | briefed | on the plan."""
    tag, low = words.tag[index], words.low[index]
    goes_on = words.low[index + 1] in ATTACHED | PARTICLES or low in ("published", "released")
    describes = words.tag[index - 1] in ("DT", "PRP$", "JJ", "CD", "POS")
    participle = tag in ("VBN", "VBG", "VBD") and low not in PAST and (goes_on or describes)
    if low in PERCEIVED and words.low[index + 1] in ("by", "to") and words.tag[index - 1][:2] == "NN":
        return True
    return (participle or tag in ADVERB) and (low not in load().verbs or low in ("published", "released"))


def _reaches_noun(words: Words, index: int, floor: int) -> bool:
    """Whether only participles and particles stand between here and a noun: a leaflet | handed out | by protesters."""
    for position in range(index, max(floor, index - 3) - 1, -1):
        if nominal(words, position):
            return True
        low, tag = words.low[position], words.tag[position]
        if low in BE | HAVE or not (low in PARTICLES or tag in ("VBN", "VBG", "VBD") or tag in ADVERB):
            return False
    return False


def after(words: Words, start: int, high: int) -> Phrase | None:
    """The noun phrase that begins at token `start` and ends at `high` or before."""
    if start >= high or words.quoted[start]:
        return None
    if words.low[start] in PRONOUNS:
        return start, start + 1
    end = start
    ceiling = min(high, start + REACH)
    while end < ceiling and not words.quoted[end] and (nominal(words, end) or _continues(words, start, end, ceiling)):
        end += 1
    while end > start and (words.low[end - 1] in ATTACHED or words.low[end - 1] in ("and", "'s", "&")):
        end -= 1
    return (start, end) if any(_head(words, k) for k in range(start, end)) else None


def _continues(words: Words, start: int, index: int, ceiling: int) -> bool:
    low = words.low[index]
    if low in AUTHORED and index + 2 < ceiling and words.low[index + 1] == "by":
        return _is_written(words, start, index + 1)
    if index == start or index + 1 >= ceiling or not nominal(words, index + 1):
        return False
    if low in ("of", "for", "at", "from", "and", "with", "in"):
        return not (low == "in" and words.low[index + 1] in ("a", "an"))
    return low == "by" and _is_written(words, start, index)


def _is_written(words: Words, start: int, by: int) -> bool:
    """Whether a document stands before "by": a report | by X · a survey | conducted by X."""
    noun = by - 2 if words.low[by - 1] in AUTHORED else by - 1
    return noun >= start and words.low[noun] in load().lists["documents"]


def verb_group(words: Words, cue: int, low: int) -> int:
    """The index of the first token of the verb group that ends in `cue`: has previously | said."""
    first = cue
    while first > low and not words.quoted[first - 1]:
        word = words.low[first - 1]
        adverb = words.tag[first - 1] in ADVERB and not (words.capital(first - 1) and first - 1 != low)
        if word in NAMES and words.capital(first - 1) and first - 1 > low and words.capital(first - 2):
            break
        if not (adverb or word in BE or word in HAVE or word in MODAL or word in NEGATION or word in SKIPPED):
            break
        first -= 1
    return first


def parenthesis(words: Words, comma: int, low: int) -> int | None:
    """The comma that opens the parenthesis closed by the comma (or dash) at `comma`; `None` where there is none."""
    mark = words.raw[comma]
    for index in range(comma - 1, max(low, comma - REACH) - 1, -1):
        if words.raw[index] == mark and not words.quoted[index] and index > low:
            phrase = before(words, index, low)
            if phrase and not _listed(words, index) and words.tag[phrase[0]] != "CD":
                return index
        elif words.raw[index] in (";", ":"):
            return None
    return None


def _listed(words: Words, comma: int) -> bool:
    """Whether the comma stands inside a name or a list: Smith, Jr., · Dayton, Ohio, · 63, a …"""
    return words.tag[comma + 1] == "CD" and comma + 2 < len(words.raw) and words.raw[comma + 2] == ","


def clause_subject(words: Words, low: int, high: int) -> Phrase | None:
    """The subject of the first finite verb in tokens `[low, high)`, relative clauses left aside."""
    for index in range(low, min(high, low + 2 * REACH)):
        if words.quoted[index]:
            continue
        finite = words.tag[index] in FINITE or words.low[index] in HAVE or words.low[index] in BE
        if not finite and not (words.low[index] in load().verbs and words.tag[index][:2] == "VB"):
            continue
        end = verb_group(words, index, low)
        if end > low and words.raw[end - 1] in (",", "—", "–"):
            opening = parenthesis(words, end - 1, low)
            end = opening if opening is not None else end
        phrase = before(words, end, low)
        if phrase and words.low[phrase[0]] not in RELATIVE:
            return phrase
    return None
