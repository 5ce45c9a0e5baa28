"""Words that the author gives to somebody without reporting speech: names that people call a thing (denounced as a
sham, called him a fraud), charges (accused of fraud) and what an assessment says (in the view of the union). They are
of whoever calls, charges or assesses; nothing in them is held against the author."""

from collections.abc import Iterator, Sequence

from detector.article import Part, Reading, Span, Token
from detector.dimensions.wording.phrase_bounds import APART
from detector.rules import RuleBook

FRAMES = "credit_frames"  # the context of openings that give a whole sentence to somebody
MINDS = "credit_minds"  # … of words that do so before a group of people (to the owners, it is)
NAMING = "credit_naming"  # … of verbs by which a thing is called something
LINKED = "credit_linked"  # … of verbs and nouns whose content a small word joins to them, …
LINKS = "credit_links"  # … and of these small words
CLAIMED = "credit_own"  # … of words before any of these that make the name the author's
BREAKS = "credit_breaks"  # … of words at which another clause begins
REACH = 12  # tokens from such a verb within which its link stands
GROUP = 4  # words of a group of people in whose mind a sentence is said
BEFORE = 5  # words before such a verb among which one can make the name the author's
CLOSING = frozenset({*APART, ";", ":", "”", "“", '"'})
GROUPED = frozenset({"ADJ", "DET", "NOUN"})
OPENING = frozenset({"DET", "PRON"})  # a clause begins with these
LISTED = frozenset({"DET", "ADJ", "NOUN"})  # behind a comma these go on with a list, as participles do


def find_credited_words(reading: Reading, book: RuleBook) -> Iterator[Span]:
    """Where the body's credited words stand, sentence by sentence."""
    for sentence in reading.prose.sentences:
        if sentence.part is Part.BODY:
            tokens = reading.prose.tokens_of(sentence)
            low = [token.text.lower() for token in tokens]
            if _is_framed(low, book) or _is_minded(tokens, low, book):
                yield sentence.span
            else:
                yield from _named(tokens, low, book)


def _is_framed(low: Sequence[str], book: RuleBook) -> bool:
    """Whether a sentence opens with the words that give all of it to somebody."""
    opening, own = " ".join(low[:4]), book.contexts.get(CLAIMED, frozenset())
    frames = book.contexts.get(FRAMES, frozenset())
    return own.isdisjoint(low[:6]) and any(opening.startswith(frame) for frame in frames)


def _is_minded(tokens: Sequence[Token], low: Sequence[str], book: RuleBook) -> bool:
    """Whether a sentence tells what something is to a group of people: "To the owners, it …"."""
    if not low or low[0] not in book.contexts.get(MINDS, ()) or "," not in low[1 : GROUP + 2]:
        return False
    comma = low.index(",", 1)
    group, following = tokens[1:comma], tokens[comma + 1 : comma + 2]
    many = bool(group) and group[-1].pos == "NOUN" and group[-1].form == "plural"
    return many and all(token.pos in GROUPED for token in group) and any(token.pos in OPENING for token in following)


def _named(tokens: Sequence[Token], low: Sequence[str], book: RuleBook) -> Iterator[Span]:
    own = book.contexts.get(CLAIMED, frozenset())
    acts = False  # whether a verb has come: a noun before it is what the author's own sentence is about
    for place in range(len(low)):
        start = _start(tokens, low, place, book) if acts or tokens[place].pos != "NOUN" else None
        if start is not None and own.isdisjoint(low[max(0, place - BEFORE) : place]):
            end = _end(tokens, start, book)
            if end > start:
                yield Span(tokens[start].span.start, tokens[end - 1].span.end)
        acts = acts or tokens[place].pos in {"VERB", "AUX"}


def _start(tokens: Sequence[Token], low: Sequence[str], place: int, book: RuleBook) -> int | None:
    """Where begins what the word at `place` calls something, or what is linked to it; `None` where it credits none."""
    if low[place] in book.contexts.get(NAMING, ()) and (place or tokens[place].form in {"participle", "gerund"}):
        following = tokens[place + 1].pos if place + 1 < len(tokens) else "ADP"
        return place + 1 if following not in {"ADP", "PART"} else None
    return _linked(low, place, book) if low[place] in book.contexts.get(LINKED, ()) else None


def _linked(low: Sequence[str], place: int, book: RuleBook) -> int | None:
    """Where the content of the verb or noun at `place` begins, behind its link; `None` without one."""
    links, breaks = (book.contexts.get(name, frozenset()) for name in (LINKS, BREAKS))
    for after in range(place + 1, min(place + REACH, len(low) - 1)):
        if f"{low[place]} {low[after]}" in links:
            return after + 1
        if low[after] in breaks or low[after] in CLOSING or low[after] == ",":
            return None
    return None


def _end(tokens: Sequence[Token], start: int, book: RuleBook) -> int:
    """The place behind the last token of what is credited from `start` on: at most its clause."""
    breaks = book.contexts.get(BREAKS, frozenset())
    for place in range(start, len(tokens)):
        token = tokens[place]
        if token.text in CLOSING or (place > start and token.text.lower() in breaks):
            return place
        if token.text == "," and place + 1 < len(tokens) and _begins_another(tokens[place + 1]):
            return place
    return len(tokens)


def _begins_another(token: Token) -> bool:
    return token.pos not in LISTED and token.form != "participle"
