"""What an editor would mark in a headline, by the model: its loudest words, so that no points stand without a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from operator import itemgetter

from detector.article import AUTHOR, Finding, Insight, Mark, Severity, Token
from detector.dimensions.headline.headline_text import HeadlineText
from detector.rules import RuleBook
from detector.rules.matching import form_voice, remark
from detector.rules.overlap import Spans, joined
from detector.settings import SETTINGS

RULE = "headline.model-alarm"
LISTS = frozenset({"headline", "wording"})
NOUNS = frozenset({"NOUN", "PROPN"})
DESCRIBING = frozenset({"VERB", "ADJ", "ADV"})
APOSTROPHES = frozenset("'’")


def find_alarm(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The loudest words of a headline that the model takes for alarm; `found` are the other remarks on its words."""
    insight, settings = head.reading.insight, SETTINGS.headline
    if insight is None or insight.alarm is None or head.plain:
        return
    own = [mark for mark in insight.headline if _is_own(head, book, mark)]
    loud = [mark for mark in own if mark.marked >= settings.loud]
    least = max((mark.marked for mark in loud), default=0.0) - settings.below_loudest
    taken = Spans(finding.span for finding in found)
    free = [mark for mark in loud if mark.marked >= least and not taken.overlaps(mark.span)]
    runs = joined(head.reading.article.text, free)
    marked = [run for run in runs if any(_can_shout(head, book, token, run[1]) for token in head.within(run[0]))]
    if not marked and not found and _lures(insight):
        likely = ((mark.span, mark.marked) for mark in own if mark.marked >= settings.loud_told)
        marked = sorted(likely, key=itemgetter(1))[-1:]
    severity: Severity = "notable" if insight.alarm >= settings.alarm_notable else "mild"
    for span, sure in marked:
        said = remark(head.reading, book.rules[RULE], span, {"model": round(sure, 2)}, voice=AUTHOR)
        yield replace(said, confidence=round(sure, 2), severity=severity)
    yield from _quoted(head, book, taken)


def _quoted(head: HeadlineText, book: RuleBook, taken: Spans) -> Iterator[Finding]:
    """The loud words that the headline quotes, where the model is certain of them: they are shown and do not count."""
    marks = head.reading.insight.headline if head.reading.insight else ()
    certain = [mark for mark in marks if _is_certain(head, mark.marked) and not taken.overlaps(mark.span)]
    quoted = [mark for mark in certain if form_voice(head.reading, mark.span) != AUTHOR]
    loud = [
        mark for mark in quoted if not any(_turns(token) or _is_name(head, token) for token in head.within(mark.span))
    ]
    for span, sure in joined(head.reading.article.text, loud):
        if any(_can_shout(head, book, token, sure) for token in head.within(span)):
            voice = form_voice(head.reading, span)
            said = remark(head.reading, book.rules[RULE], span, {"model": round(sure, 2)}, voice=voice)
            yield replace(said, confidence=round(sure, 2))


def _lures(insight: Insight) -> bool:
    """Whether a headline is loud though no word of it can be told to be: an editor would mark words of it; where the
    model has no head for that, it both baits and alarms."""
    settings = SETTINGS.headline
    if insight.titled is not None:
        return insight.titled >= settings.sure
    return (insight.bait or 0.0) >= settings.bait and (insight.alarm or 0.0) >= settings.alarm_notable


def _is_own(head: HeadlineText, book: RuleBook, mark: Mark) -> bool:
    """Whether the headline itself, and nobody whom it quotes, puts a word that is no name, no hedge or contraction,
    which turn a statement and colour nothing, and no hard news, unless the model is certain of it ("died of pride")."""
    if form_voice(head.reading, mark.span) != AUTHOR:
        return False
    word = mark.span.of(head.reading.article.text).lower()
    if word in book.contexts.get("hedge", ()):
        return False
    if word in book.contexts.get("hard_news", ()):
        if not _is_certain(head, mark.marked):
            return False
    elif _is_event(head, book, word) or word in book.contexts.get("sober", ()):
        return False
    return not any(token.quoted or _turns(token) or _is_name(head, token) for token in head.within(mark.span))


def _is_certain(head: HeadlineText, sure: float) -> bool:
    """Whether the model is `sure` enough of a word, and of the headline, that even a plain word is meant to be loud."""
    insight, settings = head.reading.insight, SETTINGS.headline
    return sure >= settings.certain and insight is not None and (insight.titled or 0.0) >= settings.titled_certain


def _turns(token: Token) -> bool:
    """Whether a word is an auxiliary or holds one (aren't, she'll)."""
    return token.pos == "AUX" or not APOSTROPHES.isdisjoint(token.text)


def _is_event(head: HeadlineText, book: RuleBook, word: str) -> bool:
    """Whether a word is a form of one of hard news (beheads, beheading); of short stems none can be told."""
    key = head.stem(word)
    return len(key) >= SETTINGS.headline.stem and key in _stems(book)


def _can_shout(head: HeadlineText, book: RuleBook, token: Token, sure: float) -> bool:
    """Whether a word can make a headline loud: a verb, an adjective, an adverb, a word that a rule lists; a noun only
    where the model is sure of it; where the body reports the thing by it too, the others where the model is surer
    still, and a noun where it is certain."""
    settings = SETTINGS.headline
    if token.text.lower() in _listed(book):
        return True
    if not _tells(head, token):
        return token.pos == "NOUN" and _is_certain(head, sure)
    if head.forms(head.stem(token.text)):
        return sure >= settings.loud_told
    return token.pos not in NOUNS or sure >= settings.loud_noun


def _tells(head: HeadlineText, token: Token) -> bool:
    """Whether a word describes, or is a noun or a cry that the body does without."""
    return token.pos in DESCRIBING or (token.pos in NOUNS | {"INTJ"} and not head.forms(head.stem(token.text)))


@cache
def _stems(book: RuleBook) -> frozenset[str]:
    """What the forms of the words of hard news have in common."""
    return frozenset(map(book.pack.morphology.stem, book.contexts.get("hard_news", ())))


@cache
def _listed(book: RuleBook) -> frozenset[str]:
    """The single words that rules on the headline and on wording list."""
    entries = (entry for rule in book.rules.values() if rule.dimension in LISTS for entry in rule.entries)
    return frozenset(entry.atoms[0] for entry in entries if len(entry.atoms) == 1)


def _is_name(head: HeadlineText, token: Token) -> bool:
    """Whether the body has the word, or all the words of a compound, as a name: in a title, capitals alone do not
    tell."""
    return token.text[0].isupper() and (
        token.text in head.names or all(piece in head.names for piece in token.text.split("-"))
    )
