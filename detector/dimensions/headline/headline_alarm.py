"""What the model takes for loud in a headline: its loudest words, so that no points stand without a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from detector.article import AUTHOR, Finding, Mark, Severity, Span, Token
from detector.dimensions.headline.headline_text import HeadlineText
from detector.rules import RuleBook
from detector.rules.matching import form_voice, remark
from detector.rules.overlap import Spans
from detector.settings import SETTINGS

RULE = "headline.model-alarm"
LISTS = frozenset({"headline", "wording"})
NOUNS = frozenset({"NOUN", "PROPN"})
CONTENT = NOUNS | {"ADJ", "ADV", "INTJ"}


def find(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The loudest words of a headline that the model takes for alarm; `found` are the other remarks on its words."""
    insight, settings = head.reading.insight, SETTINGS.headline
    if insight is None or insight.alarm is None or insight.alarm < settings.alarm:
        return
    taken = Spans(finding.span for finding in found)
    loud = [mark for mark in insight.headline if _is_loud(head, book, mark)]
    least = max((mark.flagged for mark in loud), default=0.0) - settings.below_loudest
    marked = [mark for mark in loud if mark.flagged >= least and not taken.overlaps(mark.span)]
    severity: Severity = "notable" if insight.alarm >= settings.alarm_notable else "mild"
    for span, sure in _joined(head.reading.article.text, marked):
        if not any(_can_shout(head, book, token, sure) for token in head.within(span)):
            continue
        said = remark(head.reading, book.rules[RULE], span, {"model": round(sure, 2)}, voice=AUTHOR)
        yield replace(said, confidence=round(sure, 2), severity=severity)


def _is_loud(head: HeadlineText, book: RuleBook, mark: Mark) -> bool:
    """Whether the headline itself, and nobody whom it quotes, puts a loud word that is no name and no hard news."""
    if mark.flagged < SETTINGS.headline.loud or form_voice(head.reading, mark.span) != AUTHOR:
        return False
    if mark.span.of(head.reading.article.text).lower() in book.contexts.get("hard_news", ()):
        return False
    return not any(token.quoted or _is_name(head, token) for token in head.within(mark.span))


def _can_shout(head: HeadlineText, book: RuleBook, token: Token, sure: float) -> bool:
    """Whether a word can make a headline loud: a verb, a superlative, a word that a rule lists; another only where the
    body does not report the thing by it too, and a noun only where the model is sure of it."""
    if token.pos == "VERB" or token.form == "superlative" or token.text.lower() in _listed(book):
        return True
    if token.pos in NOUNS and sure < SETTINGS.headline.loud_noun:
        return False
    built = "-" in token.text and token.pos not in NOUNS
    return token.pos in CONTENT and (built or not head.forms(head.stem(token.text)))


@cache
def _listed(book: RuleBook) -> frozenset[str]:
    """The single words that rules on the headline and on wording list."""
    entries = (entry for rule in book.rules.values() if rule.dimension in LISTS for entry in rule.entries)
    return frozenset(entry.atoms[0] for entry in entries if len(entry.atoms) == 1)


def _is_name(head: HeadlineText, token: Token) -> bool:
    """Whether the body has the word as a name: in a title, capitals alone do not tell."""
    return token.text[0].isupper() and token.text in head.names


def _joined(text: str, marks: Sequence[Mark]) -> Iterator[tuple[Span, float]]:
    """Neighbouring words as one, with the probability of the loudest of them."""
    held: list[tuple[Span, float]] = []
    for mark in marks:
        if held and not text[held[-1][0].end : mark.span.start].strip(" -"):
            before, sure = held[-1]
            held[-1] = Span(before.start, mark.span.end), max(sure, mark.flagged)
        else:
            held.append((mark.span, mark.flagged))
    yield from held
