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


def find_alarm(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The loudest words of a headline that the model takes for alarm; `found` are the other remarks on its words."""
    insight, settings = head.reading.insight, SETTINGS.headline
    if insight is None or insight.alarm is None or _is_plain(insight):
        return
    own = [mark for mark in insight.headline if _is_own(head, book, mark)]
    loud = [mark for mark in own if mark.marked >= settings.loud]
    least = max((mark.marked for mark in loud), default=0.0) - settings.below_loudest
    taken = Spans(finding.span for finding in found)
    free = [mark for mark in loud if mark.marked >= least and not taken.overlaps(mark.span)]
    runs = joined(head.reading.article.text, free)
    marked = [run for run in runs if any(_can_shout(head, book, token, run[1]) for token in head.within(run[0]))]
    if not marked and not found and _lures(insight):
        marked = sorted(((mark.span, mark.marked) for mark in own), key=itemgetter(1))[-1:]
    severity: Severity = "notable" if insight.alarm >= settings.alarm_notable else "mild"
    for span, sure in marked:
        said = remark(head.reading, book.rules[RULE], span, {"model": round(sure, 2)}, voice=AUTHOR)
        yield replace(said, confidence=round(sure, 2), severity=severity)


def _is_plain(insight: Insight) -> bool:
    """Whether no editor would mark words of the headline, by the model."""
    return insight.titled is not None and insight.titled < SETTINGS.headline.titled


def _lures(insight: Insight) -> bool:
    """Whether a headline is loud by no word that is loud by itself: an editor would mark words of it; where the model
    has no head for that, it both baits and alarms."""
    settings = SETTINGS.headline
    if insight.titled is not None:
        return insight.titled >= settings.sure
    return (insight.bait or 0.0) >= settings.bait and (insight.alarm or 0.0) >= settings.alarm_notable


def _is_own(head: HeadlineText, book: RuleBook, mark: Mark) -> bool:
    """Whether the headline itself, and nobody whom it quotes, puts a word that is no name and no hard news."""
    if form_voice(head.reading, mark.span) != AUTHOR:
        return False
    if mark.span.of(head.reading.article.text).lower() in book.contexts.get("hard_news", ()):
        return False
    return not any(token.quoted or _is_name(head, token) for token in head.within(mark.span))


def _can_shout(head: HeadlineText, book: RuleBook, token: Token, sure: float) -> bool:
    """Whether a word can make a headline loud: a verb, an adjective, an adverb, a word that a rule lists; a noun only
    where the model is sure of it and the body does not report the thing by it too."""
    if token.pos in DESCRIBING or token.text.lower() in _listed(book):
        return True
    sure_noun = token.pos in NOUNS and sure >= SETTINGS.headline.loud_noun
    return (sure_noun or token.pos == "INTJ") and not head.forms(head.stem(token.text))


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
