"""Reporting heads: a cue with its subject, and on which side of it the words lie that it gives away.

Positions are token indices. Patterns after Krestel et al. 2008 and O'Keefe et al. 2012; passives and participles ours.
"""

from itertools import pairwise

from detector.attribution.extraction.rules import content_start, nominals, subjects
from detector.attribution.extraction.rules.clause import Head
from detector.attribution.syntax import cue_verbs, noun_phrases
from detector.attribution.syntax.cue_verbs import Site
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, Unit, Words

DENIED = frozenset(
    "say tell mention specify elaborate answer respond discuss explain disclose reveal provide comment reply".split()
)
POSSESSIVES = frozenset("its his her their".split())
ENDS = frozenset({".", ",", ";", "!", "?"})
SAYING = frozenset({"saying", "telling"})
RELAYING = frozenset({"quoted", "cited", "quotes", "cites"})
AS_SAYING = (("as", "saying"), ("as", "telling"))
INTERRUPTING = frozenset("however though meanwhile instead moreover therefore nevertheless nonetheless".split())
RELAY = 24  # tokens between "quoted" and "as saying"
AGENT = 10  # tokens between a passive participle and its "by"


def find(words: Words, unit: Unit) -> list[Head]:
    """The reporting heads outside quotation marks of one unit, in order."""
    found: list[Head] = []
    for index in range(unit.first, unit.last):
        if not words.quoted[index]:
            head = nominals.find(words, unit, index) or _verbal(words, unit, index, found[-1] if found else None)
            if head is not None:
                found.append(head)
    return found


def _verbal(words: Words, unit: Unit, index: int, last: Head | None) -> Head | None:
    if words.low[index] in SAYING and words.low[index - 1] == "as" and index - 1 > unit.first:
        return _as_saying(words, unit, index)
    site = cue_verbs.read(words, unit, index)
    if site is None or _is_relayed(words, unit, index):
        return None
    if cue_verbs.is_passive(site):
        return _passive(site)
    return _inverted(site) or _active(site, last)


def _is_relayed(words: Words, unit: Unit, index: int) -> bool:
    """Whether the verb only tells where words come from: citing two officials · quoted the mayor as saying."""
    low = words.low[index]
    if low in ("citing", "quoting"):
        return True
    ahead = words.low[index + 1 : min(index + RELAY, unit.last)]
    return low in RELAYING and any(pair in AS_SAYING for pair in pairwise(ahead))


def _as_saying(words: Words, unit: Unit, index: int) -> Head | None:
    """The head of "quoted X as saying …" and of "X was quoted (by Y) as saying …"."""
    for verb in range(index - 2, max(unit.first, index - RELAY) - 1, -1):
        if words.low[verb] not in RELAYING or words.quoted[verb]:
            continue
        group = noun_phrases.verb_group(words, verb, unit.first)
        passive = not noun_phrases.BE.isdisjoint(words.low[group:verb])
        subject = (
            noun_phrases.before(words, group, unit.first) if passive else noun_phrases.after(words, verb + 1, index - 1)
        )
        if subject is None:
            return None
        start, cue = (subject[0] if passive else group), (group, index + 1)
        before = start - 1 > unit.first and cue_verbs.ends_speech(words, start - 1)
        rest = words.count(index + 1, unit.last)
        if before and not rest:
            return Head(cue, subject, start, index + 1, index + 1, "follows", "speech", nominals.CLAUSE)
        return Head(cue, subject, start, index + 1, index + 1, "leads", "speech", nominals.CLAUSE) if rest else None
    return None


def _inverted(site: Site) -> Head | None:
    """The head of "…, said X"."""
    words, before = site.words, site.index - 1
    if before - 1 < site.first or site.kind != "speech" or not site.forms & {"past", "third"}:
        return None
    quoted = words.raw[before] in MARKS
    if words.low[before - 1] in INTERRUPTING and words.raw[before - 2] == ",":
        return None  # the mayor, however, claimed …
    if not cue_verbs.ends_speech(words, before) or not ("clause" in site.frames or (quoted and "quote" in site.frames)):
        return None
    subject = noun_phrases.after(words, site.end, site.last)
    if subject is None:
        return None
    end = subject[1]
    verb = end < site.last and (
        words.tag[end] in noun_phrases.FINITE or words.low[end] in noun_phrases.BE | noun_phrases.HAVE
    )
    purpose = (
        end < site.last and words.low[end] == "to" and noun_phrases.parenthesis(words, before, site.first) is not None
    )
    owned = words.low[subject[0]] in POSSESSIVES and end < site.last and words.raw[end] not in ENDS
    if not quoted and (verb or purpose or owned or _is_introduced(site, subject)):
        return None
    return Head((site.index, site.end), subject, site.index, end, end, "follows", site.kind, site.frames)


def _is_introduced(site: Site, after: Phrase) -> bool:
    """Whether the sentence opens with its subject and what that is: Acme, a maker of pumps, announced | a new pump."""
    words, before = site.words, site.index - 1
    opening = noun_phrases.parenthesis(words, before, site.first)
    if opening is None or words.low[after[0]] not in ("a", "an") or not words.capital(site.first):
        return False
    name = noun_phrases.before(words, opening, site.first)
    told = words.low[opening + 1] in ("a", "an", "the")
    noun = _last_noun(words, after, site.last)
    return told and name == (site.first, opening) and not subjects.is_plausible(words, (noun, noun + 1))


def _last_noun(words: Words, phrase: Phrase, last: int) -> int:
    """The noun that a phrase is about, behind participles and nouns that go on with it: a new | integrated system."""
    end = phrase[1]
    while end < last and words.tag[end][:2] in ("NN", "JJ", "VB") and words.low[end] not in noun_phrases.BE:
        end += 1
    return end - 1


def _passive(site: Site) -> Head | None:
    """The head of "… was contested by X"; where nobody is named there is no head."""
    words = site.words
    for by in range(site.end, min(site.end + AGENT, site.last)):
        if words.raw[by] in (",", ";"):
            return None
        if words.low[by] == "by" and not words.quoted[by]:
            subject = noun_phrases.after(words, by + 1, site.last)
            if subject is None or words.tag[subject[0]] == "CD":
                return None
            cue, end = (site.group, by + 1), subject[1]
            return Head(cue, subject, site.group, end, end, "follows", site.kind, site.frames, passive=True)
    return None


def _active(site: Site, last: Head | None) -> Head | None:
    words = site.words
    inherited = last.subject if last is not None and last.end <= site.index and not last.passive else None
    chained = last is not None and words.low[last.cue[0]] == "according"
    subject = subjects.find(site, inherited, chained)
    if subject is None or not subjects.is_plausible(words, subject.phrase):
        return None
    if words.low[site.index] in DENIED and not noun_phrases.NEGATION.isdisjoint(words.low[site.group : site.index]):
        return None
    order, content = content_start.side(site, subject)
    if content == content_start.NONE:
        return None
    cue = (site.group, site.end)
    return Head(cue, subject.phrase, subject.start, site.end, content, order, site.kind, site.frames, subject.joined)
