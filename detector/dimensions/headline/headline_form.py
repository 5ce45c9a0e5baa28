"""Checks of a headline's form: its kicker, capitals, question mark and unexplained quotation marks."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from detector.article import AUTHOR, UNKNOWN, Finding, Span, Token
from detector.dimensions.headline.headline_text import HeadlineText, stretch
from detector.rules import RuleBook
from detector.rules.matching import form_voice, remark
from detector.settings import SETTINGS

ANIMAL = "headline.animal"
SCARE_QUOTES = "headline.scare-quotes"
MARKS = "\"'“”‘’«»"


def find_form(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The remarks on form; `found` are the headline's lexicon findings, which make a kicker a verdict."""
    yield from _kicker(head, book, found)
    yield from _capitals(head, book)
    yield from _question(head, book)
    yield from _scare_quotes(head, book)


def figurative(head: HeadlineText, worded: Sequence[Finding]) -> tuple[Finding, ...]:
    """The remarks on words less the animals that the body speaks of too, and so means."""
    return tuple(finding for finding in worded if finding.rule != ANIMAL or not _is_meant(head, finding.span))


def _is_meant(head: HeadlineText, span: Span) -> bool:
    return any(head.forms(head.stem(token.text)) for token in head.within(span))


def _note(head: HeadlineText, book: RuleBook, rule: str, span: Span, suggestion: str | None = None) -> Finding:
    voice = form_voice(head.reading, span)
    return remark(head.reading, book.rules[rule], span, voice=voice, suggestion=suggestion)


def _kicker(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    words = [token for token in head.kicker if token.is_word]
    if not words or words[0].quoted:
        return
    span = stretch(head.kicker[0], head.kicker[-1])
    low = [token.text.lower() for token in words]
    shouted = all(token.text.isupper() for token in words) and max(len(word) for word in low) > 3
    verdict = any(word in book.contexts["verdict_kicker"] for word in low)
    loaded = any(book.rules[finding.rule].entries and finding.span.overlaps(span) for finding in found)
    if (shouted and (verdict or loaded)) or (verdict and len(words) == 1):
        yield _note(head, book, "headline.loaded-kicker", span)
    elif all(word in book.contexts["urgent"] for word in low):
        yield _note(head, book, "headline.urgent-kicker", span)


def _capitals(head: HeadlineText, book: RuleBook) -> Iterator[Finding]:
    if head.capitals:
        yield _note(head, book, "headline.all-capitals", stretch(head.rest[0], head.rest[-1]))
        return
    body = {token.text for token in head.body if token.text.islower()}
    names = {
        token.text.upper(): token.text
        for before, token in pairwise(head.body)
        if token.text.istitle() and before.pos == "PROPN" and before.text.istitle()
    }  # of people: papers write the letters of bodies as words too (Unesco)
    shouted = {token.text for token in head.body if token.text.isupper()}
    for token in head.rest:
        word = token.text.lower()
        if token.text.isupper() and token.text.isalpha() and len(word) > 2:
            ordinary = word in book.contexts["ordinary"] or (word in body and len(word) > 3)
            if ordinary:
                yield _note(head, book, "headline.shouting", token.span, word)
            elif token.text in names and token.text not in shouted and len(word) > 3:
                yield _note(head, book, "headline.shouting", token.span, names[token.text])


def _question(head: HeadlineText, book: RuleBook) -> Iterator[Finding]:
    tail = [token for token in head.rest if token.text not in MARKS]
    if not tail or "?" not in tail[-1].text or tail[-1].quoted:
        return
    words = [token for token in tail if token.is_word]
    if words and words[-1].quoted:
        return  # it asks what somebody meant
    low = {token.text.lower() for token in words}
    leads = not low.isdisjoint(book.contexts["leading"])
    if words and (leads or _provokes(head)) and low.isdisjoint(book.contexts["question"]):
        yield _note(head, book, "headline.question", stretch(words[-1], tail[-1]))


def _provokes(head: HeadlineText) -> bool:
    """Whether a question alarms or baits, as far as a model tells; without one every question may."""
    insight, settings = head.reading.insight, SETTINGS.headline
    if insight is None or insight.alarm is None or insight.bait is None:
        return True
    return insight.alarm >= settings.alarm or insight.bait >= settings.bait


def _scare_quotes(head: HeadlineText, book: RuleBook) -> Iterator[Finding]:
    """One to three quoted words that nobody in the headline, before a colon or with a verb, is said to have spoken.

    None in a headline of which no editor would mark words. Where a language's papers set nicknames and foreign words in
    quotation marks, its pack has no such rule.
    """
    if SCARE_QUOTES not in book.rules:
        return
    low = {token.text.lower() for token in head.rest}
    if (
        head.kicker
        or head.plain
        or not head.rest
        or low & book.contexts["speech"]
        or low & book.contexts["titled_works"]
    ):
        return
    whole = stretch(head.rest[0], head.rest[-1])
    known: dict[tuple[str, ...], bool] = {}  # one phrase may stand in a headline again and again
    for span in head.reading.prose.quoted:
        if not whole.contains(span) or head.reading.voice_at(span) not in {UNKNOWN, AUTHOR}:
            continue
        inside = head.within(span)
        if not 0 < len(inside) < 4 or _is_title(inside, titled=head.titled) or ":" in _around(head, span):
            continue
        phrase = tuple(token.text.lower() for token in inside)
        if phrase not in known:
            known[phrase] = _is_given(head, phrase)
        if not known[phrase]:
            place = stretch(inside[0], inside[-1])
            yield remark(head.reading, book.rules[SCARE_QUOTES], place, voice=AUTHOR)


def _is_given(head: HeadlineText, low: tuple[str, ...]) -> bool:
    """Whether the body tells who says the quoted words, which come in lower case, or has them as a name."""
    for found in (head.body[place : place + len(low)] for place in head.places(low)):
        named = all(token.text[0].isupper() for token in found)
        if named or head.reading.voice_at(stretch(found[0], found[-1])) not in {UNKNOWN, AUTHOR}:
            return True
    return False


def _is_title(inside: Sequence[Token], *, titled: bool) -> bool:
    """Whether the quoted words look like the name of a work or a thing."""
    capitals = not titled and all(token.text[0].isupper() for token in inside)
    return capitals or any(token.text[0].isdigit() for token in inside)


def _around(head: HeadlineText, span: Span) -> str:
    """The marks next to a quotation: a colon there gives the words to somebody."""
    text = head.reading.article.text
    return text[max(0, span.start - 3) : span.start - 1] + text[span.end + 1 : span.end + 3]
