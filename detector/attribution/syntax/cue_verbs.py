"""Cue verbs in their place: is this word a verb of saying or thinking here, and in which form?

Positions are token indices.
"""

from dataclasses import dataclass

from detector.article import Part
from detector.attribution.syntax import noun_phrases
from detector.attribution.tokens.token_table import MARKS, TokenTable, Unit
from detector.languages.cues import Kind, VerbForm

ENDS = frozenset({",", "?", "!", "—", "–", "--"})
STOPS = frozenset({".", ",", ";", "!", "?"})
PAUSES = frozenset({",", "—", "–", "--"})
PROMOTION = 40  # tokens of the longest pointer to another page
HEADING = 12  # tokens of the longest paragraph without a stop that is read as a heading


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A cue verb at token `index` of `unit`. `group` is where its verb group begins (has previously | said), `end`
    where the words end that it needs (points out)."""

    words: TokenTable
    unit: Unit
    index: int
    group: int
    end: int
    kind: Kind
    frames: frozenset[str]
    forms: frozenset[VerbForm]

    @property
    def first(self) -> int:
        """Where the unit begins."""
        return self.unit.first

    @property
    def last(self) -> int:
        """Where the unit ends."""
        return self.unit.last


def cue_at(words: TokenTable, unit: Unit, index: int) -> CueVerb | None:
    """The cue verb at token `index`; `None` where there is none, or where it is a noun, or lacks what it needs."""
    cues = words.grammar.cues
    cue = cues.verbs.get(words.low[index])
    if cue is None or (words.capital(index) and index > unit.first and words.is_noun(index)):
        return None
    frames, end = cue.frames if cue.bare else frozenset[str](), index + 1
    if end < unit.last and words.low[end] in cue.needs:
        frames, end = frozenset({cue.needs[words.low[end]]}), end + 1
    if words.low[index] in cues.words.never or is_promotion(words, index):
        return None  # it says what was meant, or what another page says
    if is_naming(words, index) or is_adjective(words, index):
        return None
    if is_heading(words, unit) and not ("clause" in frames and cue.kind == "speech"):
        return None
    if not frames or is_noun(words, unit, index):
        return None
    group = noun_phrases.verb_group(words, index, unit.first)
    return CueVerb(words, unit, index, group, end, cue.kind, frames, cues.forms[words.low[index]])


def is_whole(words: TokenTable, index: int) -> bool:
    """Whether a verb of the lexicon has what it needs to be a cue: point | out; not: he pointed."""
    cue, after = words.grammar.cues.verbs[words.low[index]], index + 1
    return cue.bare or (after < len(words.low) and words.low[after] in cue.needs)


def is_naming(words: TokenTable, index: int) -> bool:
    """Whether the verb tells what the noun before it is called: a group | called “We stay”."""
    named = words.low[index] in words.grammar.cues.words.naming and words.is_noun(index - 1)
    if not named:
        return False
    if not any(words.quoted[index + 1 : index + 2]):
        return _is_christened(words, index)
    subject = noun_phrases.before(words, index, words.unit_at(index).first)
    object_ = words.low[subject[0] - 1] if subject is not None and subject[0] > 0 else ""
    return object_ not in words.grammar.noun_phrases.complementizers  # a plan | that | one aide called “mad”


def _is_christened(words: TokenTable, index: int) -> bool:
    """Whether a name and nothing else follows what was new: launched a new firm | called | Harwood Capital and left."""
    unit = words.unit_at(index)
    thing, end = noun_phrases.before(words, index, unit.first), index + 1
    while end < unit.last and words.capital(end):
        end += 1
    new = thing is not None and words.low[thing[0]] in words.grammar.noun_phrases.indefinite
    made = thing is not None and words.pos[thing[0] - 1] == "VERB" and thing[0] > unit.first
    return new and made and end > index + 1 and not (end < unit.last and words.is_determiner(end))


def is_adjective(words: TokenTable, index: int) -> bool:
    """Whether the participle describes the noun after it: the show's current | expected | line-up."""
    if words.form[index] != "participle" or words.pos[index + 1 : index + 2] != ("NOUN",):
        return False
    before, articles = index - 1, words.grammar.noun_phrases.articles
    described = words.is_plain_adjective(before) or words.form[before] == "possessive"
    person = words.low[index + 1] in words.grammar.cues.words.persons
    compound = person and words.is_noun(before) and words.low[before - 1] in articles  # a board | certified | mechanic
    return described or compound or words.low[before] in articles


def is_promotion(words: TokenTable, index: int) -> bool:
    """Whether the token stands in what points to another page: (RELATED: Roe Says Dam Is Old)."""
    for opening in range(index, max(index - PROMOTION, -1), -1):
        if words.raw[opening] == ")" and opening < index:
            return False
        if words.raw[opening] == "(":
            return words.low[opening + 1 : opening + 3] in words.grammar.cues.words.pointers
    return False


def is_heading(words: TokenTable, unit: Unit) -> bool:
    """Whether the unit is the headline, or a short paragraph that does not end as a sentence does."""
    if unit.part is Part.HEADLINE:
        return True
    return unit.opens and unit.last - unit.first <= HEADING and words.is_word(unit.last - 1)


def is_noun(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether the word is a noun or an adjective here: the report, his claim, the expected rise."""
    before, low, lists = index - 1, words.low[index], words.grammar.cues.words
    if before >= unit.first and (words.low[before] in lists.determiners or (words.low[before], low) in lists.compounds):
        return True
    if words.pos[index] == "VERB" and low.endswith(lists.past_endings):
        return False
    gerund = low.endswith(lists.gerund_endings)
    if before < unit.first:
        return words.is_noun(index) or not gerund
    bound = words.is_determiner(before) or words.form[before] == "possessive"
    preceded = bound or words.is_preposition(before) or words.pos[before] == "NUM"
    if preceded and words.low[before] not in lists.demonstratives:
        return not gerund or bound
    if words.is_noun(index):
        return not _is_mistaken(words, unit, index)
    described = words.is_plain_adjective(before) and words.form[index] != "past"
    return described and words.low[before] not in words.grammar.noun_phrases.quantifiers


def _is_mistaken(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether a word tagged as a noun is a verb by what stands around it: US officials | fear | that …"""
    before = index - 1
    following = words.low[index + 1] if index + 1 < unit.last else "."
    if _closes(words, unit, index) or _opens(words, unit, index) or _is_told_by_document(words, unit, index):
        return True
    if words.pos[before] == "PROPN" and _tells(words, unit, index):
        return True
    if words.pos[before] == "PART" and words.low[before - 1] in words.grammar.clauses.governors:
        return True  # used to | quip
    if following not in words.grammar.cues.words.content_openers:
        return False
    pause = words.raw[before] == "," and following not in words.grammar.noun_phrases.infinitive
    return pause or _can_be_subject(words, before) or words.capital(before)


def _tells(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether a counted subject with its verb follows the word, so that it tells a clause: Harwood College | reports |
    40 pupils have …"""
    cue = words.grammar.cues.verbs[words.low[index]]
    fits = cue.kind == "speech" and "clause" in cue.frames and "third" in words.grammar.cues.forms[words.low[index]]
    if not fits or index + 1 >= unit.last or words.pos[index + 1] != "NUM":
        return False
    phrase = noun_phrases.after(words, index + 1, unit.last)
    return phrase is not None and phrase[1] < unit.last and noun_phrases.is_auxiliary(words, phrase[1])


def _closes(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether the word ends a clause with the name before it: …, the Daily Beacon | reports. As Roe | notes, …"""
    ended = index + 1 >= unit.last or words.raw[index + 1] in STOPS
    if not ended or not words.capital(index - 1) or "third" not in words.grammar.cues.forms[words.low[index]]:
        return False
    subject = noun_phrases.before(words, index, unit.first)
    if subject is None or subject[0] == unit.first:
        return False
    before = subject[0] - 1
    return ends_speech(words, before) or words.low[before] in words.grammar.clauses.comparative


def _is_told_by_document(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether a document stands before the word, and what it says behind: the ordinance | states, “…”."""
    by_document = words.low[index - 1] in words.grammar.cues.words.documents
    if not by_document or "third" not in words.grammar.cues.forms[words.low[index]]:
        return False
    after = index + 1
    opens = after < unit.last and words.low[after] in words.grammar.cues.words.content_openers
    paused = after < unit.last and words.raw[after] in (",", ":")
    marked = after + 1 < unit.last and words.raw[after + 1] in MARKS
    return opens or (paused and (marked or after + 1 == unit.last))


def _opens(words: TokenTable, unit: Unit, index: int) -> bool:
    """Whether the word follows a plural that opens the sentence, and no preposition follows: Polls | show support."""
    after = index + 1
    if index != unit.first + 1 or words.form[unit.first] != "plural" or after >= unit.last:
        return False
    goes_on = words.is_word(after) and not words.is_preposition(after) and words.pos[after] not in ("VERB", "AUX")
    return goes_on and "base" in words.grammar.cues.forms[words.low[index]]


def _can_be_subject(words: TokenTable, index: int) -> bool:
    """Whether the token can stand right before a finite verb: a plural, a name, a pronoun, an adverb."""
    pos, form = words.pos[index], words.form[index]
    if pos == "PRON":
        return form in ("personal", "relative")
    return pos == "PROPN" or form == "plural" or (pos == "ADV" and not form)


def before_adverbs(words: TokenTable, unit: Unit, index: int) -> int:
    """The last token before `index` that is no adverb; may lie before the unit."""
    before = index - 1
    while before > unit.first and words.is_adverb(before):
        before -= 1
    return before


def is_passive(cue: CueVerb) -> bool:
    """Whether the verb is a participle after a form of "be": was told."""
    before, grammar = before_adverbs(cue.words, cue.unit, cue.index), cue.words.grammar
    low = cue.words.low[before] if before >= cue.first else ""
    contracted = low in grammar.cues.words.contracted_be and cue.kind != "thought"
    return "participle" in cue.forms and low in grammar.noun_phrases.be and not contracted


def is_progressive(cue: CueVerb) -> bool:
    """Whether the gerund stands after a form of "be": is saying."""
    before = before_adverbs(cue.words, cue.unit, cue.index)
    return before >= cue.first and cue.words.low[before] in cue.words.grammar.noun_phrases.be


def ends_speech(words: TokenTable, index: int) -> bool:
    """Whether the token can end something said: a comma, a closing quotation mark, a dash, a question mark."""
    return words.raw[index] in ENDS or (words.raw[index] in MARKS and words.quoted[index])
