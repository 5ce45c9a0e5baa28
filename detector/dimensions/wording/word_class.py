"""What a remark on a listed word calls it: a verb, a noun or an adjective, as it is used where it stands."""

from dataclasses import replace

from detector.article import Finding, Prose, Reading, Token
from detector.dimensions.wording.words import tokens_at
from detector.rules import RuleBook
from detector.rules.matching import remark

RULES = {"VERB": "wording.loaded-verb", "NOUN": "wording.loaded-noun", "ADJ": "wording.loaded-adjective"}
DISTANCE = "wording.distancing-verb"
DESCRIBED = frozenset({"NOUN", "ADJ"})
OPENED = frozenset({"DET", "ADJ"})  # what follows these stands in a noun phrase
OPENING = frozenset(
    {"DET", "PRON"}
)  # these begin a verb's object; the tagger takes some verbs before them for adjectives


def named(reading: Reading, book: RuleBook, finding: Finding) -> Finding:
    """The finding under the rule for the class of its word in its sentence; nothing else of it changes, but that a
    neutral word of another class is not suggested. Where the tagger is unsure, the lexicon's class stands."""
    words = tokens_at(reading.prose, finding.span)
    if not book.pack.sure_tags or finding.rule not in RULES.values() or len(words) != 1:
        return finding
    listed = next(kind for kind, rule in RULES.items() if rule == finding.rule)
    rule = RULES.get(_class(reading.prose, words[0], listed), finding.rule)
    if rule == finding.rule:
        return finding
    said = remark(reading, book.rules[rule], finding.span, finding.evidence, voice=finding.voice)
    return replace(
        said, severity=finding.severity, confidence=finding.confidence, weight=finding.weight, suggestion=None
    )


def is_noun(reading: Reading, finding: Finding) -> bool:
    """Whether a remark on a verb of distance stands on a noun (their claims), which hints at nothing."""
    return finding.rule == DISTANCE and all(token.pos == "NOUN" for token in tokens_at(reading.prose, finding.span))


def _class(prose: Prose, token: Token, listed: str) -> str:
    """The part of speech of a word that a rule has as `listed`. What stands beside it decides before the tagger, which
    takes many a verb with an object for an adjective or a plural noun, and a participle that describes for a verb."""
    before, following = _neighbours(prose, token)
    opened = before is not None and (before.pos in OPENED or (before.pos == "PRON" and before.form == "possessive"))
    describes = following is not None and following.pos in DESCRIBED
    if listed == "VERB" and _is_verb(token, before, following):
        return "VERB"
    if token.pos == "VERB":
        attached = describes and (opened or token.form == "participle")
        if attached or (listed == "ADJ" and token.form == "participle"):
            return "ADJ"
        return "NOUN" if opened and listed == "NOUN" else "VERB"
    return "ADJ" if listed == "ADJ" and describes else token.pos


def _is_verb(token: Token, before: Token | None, following: Token | None) -> bool:
    """Whether a word that can be a verb has a subject, an object or an auxiliary beside it."""
    if following is not None and following.pos in OPENING:
        return True
    return before is not None and (before.pos == "AUX" or (before.pos == "PRON" and before.form == "personal"))


def _neighbours(prose: Prose, token: Token) -> tuple[Token | None, Token | None]:
    """The tokens before and after one in its sentence."""
    tokens = prose.tokens_of(prose.sentences[token.sentence])
    place = next(index for index, other in enumerate(tokens) if other.span.start >= token.span.start)
    return (tokens[place - 1] if place else None), (tokens[place + 1] if place + 1 < len(tokens) else None)
