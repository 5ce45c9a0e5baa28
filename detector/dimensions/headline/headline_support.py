"""What the headline promises, against what the body bears out: names, figures, strong words and certainty."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from detector.article import AUTHOR, Finding, Party, Span, Token
from detector.dimensions.headline.headline_text import HeadlineText, other_names, straight, stretch
from detector.languages.parts import Numbers
from detector.rules import RuleBook
from detector.rules.matching import form_voice, remark
from detector.rules.overlap import Spans
from detector.settings import SETTINGS

CLAIMS = frozenset({"headline.sensational-word", "headline.war-verb", "headline.defiance"})
NOUNS = frozenset({"NOUN", "PROPN"})
OBJECTS = NOUNS | {"ADJ", "DET"}


def find_unsupported(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The remarks that compare; none where the body has fewer tokens than `settings.headline.min_body`.

    `found` are the remarks on wording.
    """
    if len(head.body) < SETTINGS.headline.min_body:
        return
    yield from _names(head, book, Spans(finding.span for finding in found if finding.rule in CLAIMS))
    yield from _numbers(head, book)
    yield from _certainty(head, book)
    yield from _claims(head, book, found)


def _not_in_body(head: HeadlineText, book: RuleBook, what: str, span: Span) -> Finding:
    evidence = {"absent": True, "compared": "body"}
    voice = form_voice(head.reading, span)
    return remark(head.reading, book.rules[f"headline.{what}-not-in-body"], span, evidence, voice=voice)


def _names(head: HeadlineText, book: RuleBook, loud: Spans) -> Iterator[Finding]:
    """Names that the body has not; what is `loud` is a word in capitals, and none."""
    initials, small = "", book.contexts["small"]
    lasting = Spans(span for party in head.reading.parties if _lives_on(party) for span in party.headline)
    for name in _named(head, book):
        initials = initials or _initials(head.body, small)
        span = stretch(name[0], name[-1])
        pieces = [piece for token in name for piece in token.text.split("-")]
        if loud.overlaps(span) or any(_said(piece, head, initials) for piece in pieces):
            continue
        if "".join(piece[0] for piece in pieces).lower() in head.words and len(pieces) > 1:
            continue
        if lasting.overlaps(span) or head.tells_where(name[0], book.contexts["where"]):
            continue
        names = (span.of(head.reading.article.text), *other_names(book).get(tuple(token.text for token in name), ()))
        if not any(map(head.writes, names)):
            yield _not_in_body(head, book, "name", span)


def _lives_on(party: Party) -> bool:
    """Whether the text mentions a party of the headline, under another name perhaps (Ankara, Turkish)."""
    return len(party.mentions) > len(party.headline)


def _named(head: HeadlineText, book: RuleBook) -> Iterator[list[Token]]:
    """Runs of tokens that are proper names; in titles, and at the start, only where there is no doubt."""
    about = head.reading.article.metadata
    site = {head.stem(word) for word in re.findall(r"\w+", " ".join((about.site or "", *about.byline)))}
    parties = Spans(span for party in head.reading.parties for span in party.headline)
    known = book.contexts["ordinary"] | book.contexts["no_names"]
    start = len(head.kicker)
    tokens = head.tokens
    run: list[Token] = []
    for place, token in enumerate(tokens):
        if token.text == ":" and place >= start:
            run = []  # whoever stands before a second colon is the writer or the speaker
        party = parties.overlaps(token.span)
        inner = token.pos == "PROPN" and place not in {0, start} and not head.titled
        acronym = place >= start and not head.capitals and _is_acronym(tokens[max(start, place - 1) : place + 2], token)
        spoken = place < start and not token.text.isupper()
        proper = token.text[0].isupper() and not spoken and (party or inner or acronym)
        if proper and token.text.lower() not in known and head.stem(token.text) not in site:
            run.append(token)
        elif run and proper and token.text.lower() in known:
            run = []  # an ordinary word ends a name of several, which stands for more than its parts: White House
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_acronym(around: Sequence[Token], token: Token) -> bool:
    """Whether capitals are the name of something, and not a shout: three to six of them, with no other word in
    capitals beside them."""
    capitals = [other for other in around if other.text.isupper() and len(other.text) > 1]
    return token.text.isalpha() and 2 < len(token.text) < 7 and capitals == [token]


def _said(piece: str, head: HeadlineText, initials: str) -> bool:
    """Whether the body has the word, one that begins alike (Norway, Norwegian), or what it abbreviates."""
    words, low = head.words, straight(piece.lower()).rstrip(".")
    if low in words or low.replace(".", "") in words or low.removesuffix("s") in words or low + "s" in words:
        return True
    if piece.isupper() and low.replace(".", "") in initials:
        return True
    if len(low) <= 3:
        return False
    team = low.endswith("s") and head.plurals.get(low.removesuffix("s")[:3], 0) > len(low)  # Isles, Cavs
    return team or head.has_word_from(low[: max(4, len(low) - 3)])


def _initials(tokens: Sequence[Token], small: frozenset[str]) -> str:
    """The first letters of all capitalised words, runs of them parted by a space; twice, as small words between them
    may or may not have their letter in a short form (FBI, DOJ)."""
    without, including = [], []
    for token in tokens:
        if token.text[0].isupper():
            short = token.text.replace(".", "") if token.text.isupper() and len(token.text) < 5 else None
            letters = short.lower() if short else "".join(piece[0].lower() for piece in token.text.split("-") if piece)
            without.append(letters)
            including.append(letters)
        elif token.text in small:
            including.append(token.text[0])
        else:
            without.append(" ")
            including.append(" ")
    return "".join((*without, " ", *including))


@cache
def _figure(written: Numbers) -> re.Pattern[str]:
    group, decimal = re.escape(written.group), re.escape(written.decimal)
    behind = "|".join(written.suffixes) or "(?!)"
    return re.compile(rf"[$£€]?(\d{{1,3}}(?:{group}\d{{3}})+|\d+)(?:{decimal}(\d+))?%?(?:{behind})?")


def _value(token: Token, written: Numbers) -> float | None:
    match = _figure(written).fullmatch(token.text)
    if match:
        return _finite(match[1].replace(written.group, "") + (f".{match[2]}" if match[2] else ""))
    return written.words.get(token.text.lower())


def _finite(digits: str) -> float | None:
    """The figure that digits write; `None` for one of hundreds of digits, too large to compare with anything."""
    value = float(digits)
    return value if math.isfinite(value) else None


def _numbers(head: HeadlineText, book: RuleBook) -> Iterator[Finding]:
    known = head.pack.numbers
    values = ((token, _value(token, known)) for token in head.rest[1:])
    asked = [(token, value) for token, value in values if value is not None and _matters(value)]
    if not asked:
        return
    said = {value for token in head.body if (value := _value(token, known)) is not None}
    pieces = (piece for word in head.words for piece in re.findall(r"\d+(?:\.\d+)?", word))
    said |= {value for piece in pieces if (value := _finite(piece)) is not None}
    figures = sorted((_leading(value), value) for value in said if value)
    for token, value in asked:
        if not any(_alike(value, other) for other in _near(figures, value)):
            yield _not_in_body(head, book, "number", token.span)


def _leading(value: float) -> float:
    """A figure's digits with the point after the first, so that those of any unit can be compared."""
    return float(f"{value:.15e}".partition("e")[0])


def _near(figures: Sequence[tuple[float, float]], value: float) -> Iterator[float]:
    """All of `figures`, sorted by their leading digits, that can round `value` or be rounded by it."""
    rounding = SETTINGS.headline.rounding
    for unit in (0.1, 1, 10):
        least, most = (_leading(value) * unit * share for share in (1 - rounding, 1 + 2 * rounding))
        first, last = bisect_left(figures, (least,)), bisect_left(figures, (most,))
        yield from (figure for _, figure in figures[first:last])


def _matters(value: float) -> bool:
    """Whether a figure is no year and no small count, which the text may give by listing."""
    settings = SETTINGS.headline
    return value >= settings.small_count and not settings.years[0] <= value <= settings.years[1]


def _alike(one: float, other: float) -> bool:
    """Whether one figure rounds the other, in whatever unit (2.3 million, 2,312,000)."""
    ratio, rounding = one / other if other else 0.0, SETTINGS.headline.rounding
    if not 0 < ratio < math.inf:
        return False
    while ratio >= 10 * (1 - rounding):
        ratio /= 10
    while ratio < 1 - rounding:
        ratio *= 10
    return abs(ratio - 1) <= rounding


def _certainty(head: HeadlineText, book: RuleBook) -> Iterator[Finding]:
    """A verb that the headline asserts and that the body never has without a hedge before it."""
    hedges = book.contexts["hedge"]
    if any(token.text.lower() in hedges or token.text.lower() in book.contexts["speech"] for token in head.rest):
        return
    hedge_by_stem: dict[str, str | None] = {}
    plain = {head.stem(word) for word in book.contexts["plain_verbs"]}
    for place, token in enumerate(head.rest):
        key = head.stem(token.text)
        if not _asserts(head.rest, place) or key in plain or token.quoted:
            continue
        if key not in hedge_by_stem:
            hedge_by_stem[key] = _always_hedged(head, key, hedges)
        if hedge_by_stem[key]:
            evidence = {"hedge": hedge_by_stem[key], "compared": "body"}
            yield remark(head.reading, book.rules["headline.certainty-not-in-body"], token.span, evidence, voice=AUTHOR)


def _always_hedged(head: HeadlineText, key: str, hedges: frozenset[str]) -> str | None:
    """The first hedge of a verb, given by its stem, that the body never has without one; else `None`."""
    places = sorted(place for form in head.forms(key) for place in head.verbs.get(form, ()))
    found = [_hedge(head.body, place, hedges) for place in places]
    return found[0] if found and all(found) else None


def _asserts(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at `place` is a finite verb; the tagger takes many that have an object for plural nouns."""
    token, before = tokens[place], tokens[place - 1] if place else None
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    plural = token.pos == "NOUN" and token.form == "plural" and before is not None and before.pos in NOUNS
    has_object = following is not None and following.pos in OBJECTS and following.form != "relative"
    finite = token.pos == "VERB" and token.form in {"present", "third", "past"}
    return (finite or (plural and has_object)) and (before is None or before.pos != "PART" or before.form != "")


def _hedge(tokens: Sequence[Token], place: int, hedges: frozenset[str]) -> str | None:
    """The hedge that governs the verb at `place`, in its own sentence."""
    before = tokens[max(0, place - SETTINGS.headline.hedge_reach) : place]
    near = (token for token in before if token.sentence == tokens[place].sentence)
    return next((token.text for token in near if token.text.lower() in hedges), None)


def _claims(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """Strong words of the headline of which the body has no form. A kicker has a remark of its own, and what it judges
    the body may well tell in other words."""
    kicker = head.kicker[-1].span.end if head.kicker else -1
    for finding in found:
        if finding.rule not in CLAIMS or not finding.scored or finding.span.start < kicker:
            continue
        own = [token for token in head.within(finding.span) if token.pos != "PROPN"]
        if own and not any(head.forms(head.stem(token.text)) for token in own):
            yield _not_in_body(head, book, "claim", stretch(own[0], own[-1]))
