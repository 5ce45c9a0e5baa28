"""Who says it: the subject of a cue, right before it, beyond a parenthesis, or inherited from the clause before.

Positions are token indices.
"""

from dataclasses import dataclass

from detector.attribution.entities.lexicons import word_lists
from detector.attribution.entities.titles import MONTHS
from detector.attribution.syntax import noun_phrases
from detector.attribution.syntax.cue_verbs import PAUSES, Site, before_adverbs, is_progressive
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import Words
from detector.languages.en.reporting import load

SUBORDINATORS = frozenset(
    "that if because while although though since as whether until when where but and or so yet".split()
)
JOINING = frozenset("by while and before after in".split())
CONJUNCTIONS = frozenset("and but or then ,".split())
GOVERNORS = frozenset(
    "went goes go going gone continued continues came come took takes began begins used rushed trying tries tried"
    " seeking seeks sought attempted attempting wants wanted hoping hopes failed moved paused stopped managed appeared"
    " seemed".split()
)
ANIMATE = tuple("er or ist ian man woman men women ee ant ent ers ors ists ians ees ants ents".split())
RELATED = frozenset("familiar close loyal privy sympathetic knowledgeable aware critical opposed".split())  # to a thing
LIFELESS = tuple("ment tion sion ness ity".split())
SPEAKERS = ("organisation", "companies", "press")


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a cue and where its head begins; `joined` where the subject stands in an earlier clause."""

    phrase: Phrase
    start: int
    joined: bool = False


def find(site: Site, inherited: Phrase | None, chained: bool) -> Subject | None:
    """The subject of the cue at `site`. `inherited` is that of the head before; `chained` says that the head before is
    "according to", whose participles ("quoting …") tell where it has its words from and are no head of their own."""
    words, group = site.words, site.group
    verbs = words.low[group : site.index]
    if site.forms == {"participle"} and noun_phrases.HAVE.isdisjoint(verbs):
        return None
    if "gerund" in site.forms and not is_progressive(site):
        return None if chained else _of_participle(site, inherited)
    if "to" in verbs:
        group += verbs.index("to")
        governor = group - 1 - (words.low[group - 1] == "on")
        if governor <= site.first or words.low[governor] not in GOVERNORS:
            return None
        group = noun_phrases.verb_group(words, governor, site.first)
    return _before(site, group, inherited) if group > site.first else None


def _before(site: Site, group: int, inherited: Phrase | None) -> Subject | None:
    words, before = site.words, group - 1
    if words.raw[before] in PAUSES:
        opening = noun_phrases.parenthesis(words, before, site.first)
        phrase = noun_phrases.before(words, opening, site.first) if opening is not None else None
        if phrase is not None:
            phrase = _named_before(words, phrase, site.first)
            return Subject(phrase, phrase[0])
    elif words.low[before] not in SUBORDINATORS:
        phrase = noun_phrases.before(words, group, site.first)
        if phrase is not None:
            return Subject(phrase, phrase[0])
        if words.tag[before][:2] != "RB":
            return None
    if words.low[before] not in CONJUNCTIONS or not site.forms & {"past", "third"}:
        return None
    phrase = _of_clause(site, group, inherited)
    return Subject(phrase, group, joined=True) if phrase is not None else None


def _named_before(words: Words, phrase: Phrase, low: int) -> Phrase:
    """The full name before an office between commas: Jane Roe, | a senior analyst at X |, the institute in Y, said."""
    comma = phrase[0] - 1
    if comma <= low or words.raw[comma] != "," or not _leads_with_role(words, phrase):
        return phrase
    name = noun_phrases.before(words, comma, low)
    if name is None or name[1] - name[0] < 2 or not all(map(words.capital, range(*name))):
        return phrase
    return (
        phrase if name[0] > low and words.low[name[0] - 1] in noun_phrases.ATTACHED else name
    )  # in New York, a clerk …


def _leads_with_role(words: Words, phrase: Phrase) -> bool:
    """Whether a role without a name leads the phrase: an analyst at X; not: a book by the head, director Jane Roe."""
    persons = load().lists["persons"]
    for index in range(*phrase):
        if words.low[index] in persons:
            return index + 1 == phrase[1] or not words.capital(index + 1)
        if words.low[index] in noun_phrases.ATTACHED or words.raw[index] == ",":
            return False
    return False


def _of_participle(site: Site, inherited: Phrase | None) -> Subject | None:
    """The subject of "…, saying": that of the main clause, or the noun right before."""
    words, before = site.words, before_adverbs(site.words, site.unit, site.index)
    if before < site.first:
        return None
    if words.raw[before] in PAUSES or words.low[before] in JOINING:
        phrase = _of_clause(site, before, inherited)
    elif words.tag[before][:2] == "NN" and noun_phrases.nominal(words, before):
        phrase = noun_phrases.before(words, before + 1, site.first)
    else:
        return None
    return Subject(phrase, before + 1, joined=True) if phrase is not None else None


def _of_clause(site: Site, index: int, inherited: Phrase | None) -> Phrase | None:
    if inherited is not None and inherited[1] <= index:
        return inherited
    return noun_phrases.clause_subject(site.words, site.first, index) or noun_phrases.after(
        site.words, site.first, index
    )


def is_plausible(words: Words, subject: Phrase) -> bool:
    """Whether the subject can speak or think: a name, a pronoun, people, a group, a document; not "the problem"."""
    first, last = subject
    if words.low[first] in ("i", "we", "you"):
        return False
    head = _head(words, first, last)
    low, tag, lists = words.low[head], words.tag[head], load().lists
    if low in noun_phrases.DAYS or low in MONTHS or any(map(str.isdigit, low)):
        return False
    if words.capital(head) and head > words.unit_at(head).first:
        return True
    if low in noun_phrases.PRONOUNS or low in noun_phrases.GROUPS or tag[:3] == "NNP" or tag == "CD":
        return True
    if low in word_lists("people")["adjectives"] and words.low[first] == "the":
        return True
    known = lists["persons"] | lists["collectives"] | lists["documents"]
    speaking = any(low in word_lists("people")[key] for key in SPEAKERS)
    return low in known or low.removesuffix("s") in known or speaking or _is_animate(low)


def _is_animate(low: str) -> bool:
    things = word_lists("people")["things"]
    return low.endswith(ANIMATE) and not low.endswith(LIFELESS) and low.removesuffix("s") not in things


def _head(words: Words, first: int, last: int) -> int:
    head = first
    while (
        head + 1 < last and words.low[head + 1] not in noun_phrases.ATTACHED and words.raw[head + 1] not in (",", "(")
    ):
        if words.tag[head][:2] == "NN" and (words.tag[head + 1][:2] == "VB" or _trails(words, head + 1, last)):
            break
        head += 1
    return head


def _trails(words: Words, index: int, last: int) -> bool:
    """Whether an adjective only tells more: a person | familiar | with the plan."""
    return words.low[index] in RELATED and index + 1 < last and words.low[index + 1] in noun_phrases.ATTACHED
