"""What the network of several languages takes for loaded and no rule lists: words of the author's body that are no
names and no words of a closed class, where their sentence is loaded too. By thresholds of the language
(`settings.toml`)."""

from collections.abc import Iterator
from dataclasses import replace

from detector.article import AUTHOR, Finding, Mark, Prose, Reading, Severity, Span, Token
from detector.dimensions.wording.words import is_name, is_plain, tokens_at
from detector.rules import RuleBook
from detector.rules.conditions import Setting
from detector.rules.matching import remark
from detector.rules.overlap import Spans, joined
from detector.settings import SETTINGS
from detector.settings.marks import MarkSettings

RULE = "wording.model-loaded"
HARD_NEWS = "hard_news_parts"  # the context of what plain words for hard news hold
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "X"})


def find_words(reading: Reading, book: RuleBook, taken: Spans) -> Iterator[Finding]:
    """The remarks, in order, on words that stand under none of `taken`; none on a page about sport, none in an article
    that is sober as a whole, and none in a language without thresholds or without the rule."""
    limits = SETTINGS.marks.get(reading.language.code)
    if reading.insight is None or limits is None or RULE not in book.rules or Setting(reading, book).sport:
        return
    words = [mark for mark in reading.insight.words if _is_own(reading, book, mark, limits)]
    if sum(mark.marked for mark in words) < limits.tone / 100 * max(limits.base, reading.prose.body_words):
        return
    loaded = [mark for mark in words if _is_loaded(reading, mark, limits) and not taken.overlaps(mark.span)]
    for span, sure in joined(reading.article.text, loaded):
        severity: Severity = "notable" if sure >= limits.notable else "mild"
        said = remark(reading, book.rules[RULE], span, {"model": round(sure, 2)}, voice=AUTHOR)
        yield replace(said, confidence=round(sure, 2), severity=severity)


def _is_loaded(reading: Reading, mark: Mark, limits: MarkSettings) -> bool:
    """Whether a word is surely enough loaded, in a loaded sentence."""
    sentence = reading.prose.sentence_at(mark.span.start)
    return mark.marked >= limits.word and sentence is not None and (sentence.loaded or 0.0) >= limits.sentence


def _is_own(reading: Reading, book: RuleBook, mark: Mark, limits: MarkSettings) -> bool:
    """Whether a word that may be loaded can be so where it stands, and is the author's own."""
    if mark.marked < limits.least:
        return False
    return _is_word(reading.prose, mark.span, book) and reading.voice_at(mark.span) == AUTHOR


def _is_word(prose: Prose, span: Span, book: RuleBook) -> bool:
    """Whether a plain word of an open class stands there, and no name."""
    grammar, tokens, word = book.pack.grammar, tokens_at(prose, span), span.of(prose.text).lower()
    if any(part in word for part in book.contexts.get(HARD_NEWS, ())):
        return False
    if not tokens or any(token.pos == "PROPN" for token in tokens) or tokens[-1].pos not in CONTENT:
        return False
    named = _opens_name(prose, tokens[-1]) if grammar.capital_nouns else is_name(prose, span)
    return not named and is_plain(prose, span, grammar)


def _opens_name(prose: Prose, token: Token) -> bool:
    """Whether a name goes on right behind a noun, where all nouns have a capital: it is a first name, or a title."""
    following = next(iter(tokens_at(prose, Span(token.span.end + 1, token.span.end + 2))), None)
    return token.pos == "NOUN" and following is not None and following.pos == "PROPN"
