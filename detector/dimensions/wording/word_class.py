"""What a remark on a listed word calls it: a verb, a noun or an adjective, as it is used where it stands."""

from dataclasses import replace

from detector.article import Finding, Prose, Reading, Token
from detector.dimensions.wording.words import tokens_at
from detector.rules import RuleBook
from detector.rules.matching import remark

RULES = {"VERB": "wording.loaded-verb", "NOUN": "wording.loaded-noun", "ADJ": "wording.loaded-adjective"}
DISTANCE = "wording.distancing-verb"
DESCRIBED = frozenset({"NOUN", "ADJ"})
OPENING = frozenset(
    {"DET", "PRON"}
)  # these begin a verb's object; the tagger takes some verbs before them for adjectives


def named(reading: Reading, book: RuleBook, finding: Finding) -> Finding:
    """The finding under the rule for the class of its word in its sentence; nothing else of it changes, but that a
    neutral word of another class is not suggested."""
    words = tokens_at(reading.prose, finding.span)
    if finding.rule not in RULES.values() or len(words) != 1:
        return finding
    rule = RULES.get(_class(reading.prose, words[0]), finding.rule)
    if rule == finding.rule:
        return finding
    said = remark(reading, book.rules[rule], finding.span, finding.evidence, voice=finding.voice)
    return replace(
        said, severity=finding.severity, confidence=finding.confidence, weight=finding.weight, suggestion=None
    )


def is_noun(reading: Reading, finding: Finding) -> bool:
    """Whether a remark on a verb of distance stands on a noun (their claims), which hints at nothing."""
    return finding.rule == DISTANCE and all(token.pos == "NOUN" for token in tokens_at(reading.prose, finding.span))


def _class(prose: Prose, token: Token) -> str:
    """The part of speech: a participle before what it describes is an adjective; before an object no word is."""
    sentence = prose.sentences[token.sentence]
    following = next((other for other in prose.tokens_of(sentence) if other.span.start >= token.span.end), None)
    if following is not None and following.pos in DESCRIBED and token.form == "participle":
        return "ADJ"
    return "VERB" if token.pos == "ADJ" and following is not None and following.pos in OPENING else token.pos
