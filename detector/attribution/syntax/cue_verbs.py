"""Cue verbs in their place: is this word a verb of saying or thinking here, and in which form?

Positions are token indices.
"""

from dataclasses import dataclass

from detector.article import Part
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import MARKS, Unit, Words
from detector.languages.en.reporting import Form, Kind, load

DETERMINERS = frozenset("the a an his her its their my our your".split())
PRECEDING = frozenset({"DT", "PRP$", "POS", "IN", "CD"})  # tags after which a word is rather a noun
QUANTIFIERS = frozenset("that this all both some".split())
SUBJECTS = frozenset({"NNS", "PRP", "NNP", "NNPS", "RB", "WP"})  # tags that stand before a verb mistaken for a noun
CONTENT = frozenset("that the a he she they it we his her their its to :".split())
ENDS = frozenset({",", "?", "!", "—", "–", "--"})
PAUSES = frozenset({",", "—", "–", "--"})
NAMING = frozenset("called dubbed named titled entitled termed nicknamed labeled labelled".split())
POINTERS = frozenset({("related", ":"), ("read", "more"), ("read", "also"), ("see", "also"), ("also", "read")})
PROMOTION = 40  # tokens of the longest pointer to another page
HEADING = 12  # tokens of the longest paragraph without a stop that is read as a heading


@dataclass(frozen=True, slots=True)
class Site:
    """A cue verb at token `index` of `unit`. `group` is where its verb group begins (has previously | said), `end`
    where the words end that it needs (points out)."""

    words: Words
    unit: Unit
    index: int
    group: int
    end: int
    kind: Kind
    frames: frozenset[str]
    forms: frozenset[Form]

    @property
    def first(self) -> int:
        """Where the unit begins."""
        return self.unit.first

    @property
    def last(self) -> int:
        """Where the unit ends."""
        return self.unit.last


def read(words: Words, unit: Unit, index: int) -> Site | None:
    """The cue verb at token `index`; `None` where there is none, or where it is a noun, or lacks what it needs."""
    cue = load().verbs.get(words.low[index])
    if cue is None or (words.capital(index) and index > unit.first and words.tag[index][:2] == "NN"):
        return None
    frames, end = cue.frames if cue.bare else frozenset[str](), index + 1
    if end < unit.last and words.low[end] in cue.needs:
        frames, end = frozenset({cue.needs[words.low[end]]}), end + 1
    if words.low[index] == "referring" or is_promotion(words, index):
        return None  # it says what was meant, or what another page says
    if is_naming(words, index) or is_adjective(words, index):
        return None
    if is_heading(words, unit) and not ("clause" in frames and cue.kind == "speech"):
        return None
    if not frames or is_noun(words, unit, index):
        return None
    group = noun_phrases.verb_group(words, index, unit.first)
    return Site(words, unit, index, group, end, cue.kind, frames, load().forms[words.low[index]])


def is_naming(words: Words, index: int) -> bool:
    """Whether the verb tells what the noun before it is called: a group | called “We stay”."""
    named = words.low[index] in NAMING and words.tag[index - 1][:2] == "NN"
    return named and any(words.quoted[index + 1 : index + 2])


def is_adjective(words: Words, index: int) -> bool:
    """Whether the participle describes the noun after it: the show's current | expected | line-up."""
    if words.tag[index] != "VBN" or words.tag[index + 1 : index + 2] not in (("NN",), ("NNS",)):
        return False
    return words.tag[index - 1] in ("JJ", "POS", "PRP$") or words.low[index - 1] in noun_phrases.ARTICLES


def is_promotion(words: Words, index: int) -> bool:
    """Whether the token stands in what points to another page: (RELATED: Roe Says Dam Is Old)."""
    for opening in range(index, max(index - PROMOTION, -1), -1):
        if words.raw[opening] == ")" and opening < index:
            return False
        if words.raw[opening] == "(":
            return words.low[opening + 1 : opening + 3] in POINTERS
    return False


def is_heading(words: Words, unit: Unit) -> bool:
    """Whether the unit is the headline, or a short paragraph that does not end as a sentence does."""
    if unit.part is Part.HEADLINE:
        return True
    return unit.opens and unit.last - unit.first <= HEADING and words.is_word(unit.last - 1)


def is_noun(words: Words, unit: Unit, index: int) -> bool:
    """Whether the word is a noun or an adjective here: the report, his claim, the expected rise."""
    before = index - 1
    if before >= unit.first and (
        words.low[before] in DETERMINERS or words.low[before : index + 1] == ("editors", "note")
    ):
        return True
    if words.low[index].endswith(("ed", "said", "told", "wrote", "thought")) and words.tag[index][:2] == "VB":
        return False
    gerund = words.low[index].endswith("ing")
    if before < unit.first:
        return words.tag[index][:2] == "NN" or not gerund
    tag = words.tag[before]
    if tag in PRECEDING and words.low[before] not in QUANTIFIERS:
        return not gerund or tag in ("DT", "PRP$", "POS")
    if words.tag[index][:2] != "NN":
        return tag == "JJ" and words.tag[index] != "VBD" and words.low[before] not in noun_phrases.GROUPS
    return not _is_mistaken(words, unit, index)


def _is_mistaken(words: Words, unit: Unit, index: int) -> bool:
    """Whether a word tagged as a noun is a verb by what stands around it: US officials | fear | that …"""
    before = index - 1
    following = words.low[index + 1] if index + 1 < unit.last else "."
    if following not in CONTENT:
        return False
    pause = words.raw[before] == "," and following != "to"
    return pause or words.tag[before] in SUBJECTS or words.capital(before)


def before_adverbs(words: Words, unit: Unit, index: int) -> int:
    """The last token before `index` that is no adverb; may lie before the unit."""
    before = index - 1
    while before > unit.first and words.tag[before] in noun_phrases.ADVERB:
        before -= 1
    return before


def is_passive(site: Site) -> bool:
    """Whether the verb is a participle after a form of "be": was told."""
    before = before_adverbs(site.words, site.unit, site.index)
    low = site.words.low[before] if before >= site.first else ""
    contracted = low == "'s" and site.kind != "thought"
    return "participle" in site.forms and low in noun_phrases.BE and not contracted


def is_progressive(site: Site) -> bool:
    """Whether the gerund stands after a form of "be": is saying."""
    before = before_adverbs(site.words, site.unit, site.index)
    return before >= site.first and site.words.low[before] in noun_phrases.BE


def ends_speech(words: Words, index: int) -> bool:
    """Whether the token can end something said: a comma, a closing quotation mark, a dash, a question mark."""
    return words.raw[index] in ENDS or (words.raw[index] in MARKS and words.quoted[index])
