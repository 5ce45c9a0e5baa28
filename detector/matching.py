"""Finds the rules of a `RuleBook` in a reading: one pass over the words for lexicons, one per block for patterns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from detector.model import AUTHOR, Dimension, Finding, Part, Reading, Sentence, Span
from detector.rules import ATOM, Entry, Rule, RuleBook

PARTS = {
    Dimension.HEADLINE: (Part.KICKER, Part.HEADLINE),
    Dimension.LANGUAGE: (Part.BODY,),
    Dimension.SOURCING: (Part.BODY,),
}
NEGATIONS = frozenset({"not", "never", "no", "nor", "without", "neither", "hardly", "cannot", "nothing", "none"})
CLAUSE_ENDS = frozenset(',;:.!?()[]—–"“”')
OPENERS = frozenset("\"“‘'([:.!?—–|-")
DETERMINERS = frozenset(
    "a an the this that these those his her its their our my your some any no each every of".split()
)
NOT_A_NOUN = frozenset("to will would can could may might must should shall they we i you who not".split())
NAME_HEADS = frozenset("party front movement church street school college river county league club city".split())
SPORT_SHARE = 0.012
REACH = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as atoms: in lower case, as written, and with the offset in the article's text of each."""

    low: tuple[str, ...]
    raw: tuple[str, ...]
    starts: tuple[int, ...]
    tags: Mapping[int, str]
    titled: bool

    def span(self, first: int, last: int) -> Span:
        """The span of atoms `first` to `last`, the last one included."""
        return Span(self.starts[first], self.starts[last] + len(self.raw[last]))


@dataclass(frozen=True, slots=True)
class Setting:
    """What conditions ask about the whole page: whether it is about sport, and pairs of words that are names."""

    sport: bool
    names: frozenset[tuple[str, str]]


def remark(
    reading: Reading, rule: Rule, span: Span, evidence: Mapping[str, Any] | None = None, **fields: Any
) -> Finding:
    """The finding of `rule` at `span` (offsets into the article's text); `fields` replace what the rule says.

    Words that are not the author's do not count, and the message says whose they are.
    """
    voice = fields.pop("voice", None) or reading.voice_at(span)
    exact = span.of(reading.article.text)
    told = {"exact": exact, **(evidence or {})}
    message = fields.pop("message", rule.message).format_map(told)
    values: dict[str, Any] = {
        "severity": rule.severity,
        "confidence": rule.confidence,
        "weight": rule.weight,
        "suggestion": rule.suggestion,
        "counts": voice == AUTHOR,
    } | fields
    if values["suggestion"]:
        values["suggestion"] = values["suggestion"].format_map(told)
    return Finding(
        rule=rule.id,
        dimension=rule.dimension,
        span=span,
        exact=exact,
        message=message if voice == AUTHOR else f"{message} {_whose(reading, voice)}",
        reason=rule.reason,
        technique=rule.technique,
        voice=voice,
        evidence=MappingProxyType(dict(evidence or {})),
        **values,
    )


def _whose(reading: Reading, voice: str) -> str:
    name = next((source.name for source in reading.sources if f"source:{source.id}" == voice), None)
    whose = f"The words are those of {name}" if name else "The words are quoted"
    return f"{whose}, not the author's: not counted."


@cache
def _index(book: RuleBook, dimension: Dimension) -> Mapping[str, tuple[tuple[Rule, Entry], ...]]:
    """Entries by their first atom, longest first."""
    found: dict[str, list[tuple[Rule, Entry]]] = {}
    for rule in book.rules.values():
        if rule.dimension is dimension:
            for entry in rule.entries:
                found.setdefault(entry.atoms[0], []).append((rule, entry))
    return {word: tuple(sorted(pairs, key=lambda pair: -len(pair[1].atoms))) for word, pairs in found.items()}


def lines(reading: Reading, parts: tuple[Part, ...]) -> Iterator[Line]:
    """The sentences of `parts` as atoms."""
    for sentence in reading.prose.sentences:
        if sentence.part in parts:
            yield _line(reading, sentence)


def _line(reading: Reading, sentence: Sentence) -> Line:
    tokens = reading.prose.tokens_of(sentence)
    raw: list[str] = []
    starts: list[int] = []
    for token in tokens:
        if token.text.isalnum():
            raw.append(token.text)
            starts.append(token.span.start)
        else:
            for atom in ATOM.finditer(token.text):
                raw.append(atom[0])
                starts.append(token.span.start + atom.start())
    long = [word for word in raw if len(word) > 3 and word[0].isalpha()]
    titled = len(long) > 2 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)
    low = tuple("'" if word == "’" else word.lower() for word in raw)
    return Line(low, tuple(raw), tuple(starts), {token.span.start: token.tag for token in tokens}, titled)


def setting(reading: Reading, book: RuleBook) -> Setting:
    """Whether the page is about sport (a share of sport words), and capitalised pairs inside the body's sentences."""
    sport = book.contexts.get("sport", frozenset())
    tokens = [token for token in reading.prose.tokens if token.is_word]
    share = sum(token.text.lower() in sport for token in tokens) / max(1, len(tokens))
    body = {index for index, sentence in enumerate(reading.prose.sentences) if sentence.part is Part.BODY}
    pairs = (
        (left.text.lower(), right.text.lower())
        for left, right in zip(tokens, tokens[1:], strict=False)
        if left.text[0].isupper()
        and right.text[0].isupper()
        and left.sentence in body
        and left.sentence == right.sentence
    )
    return Setting(share >= SPORT_SHARE, frozenset(pairs))


def match(book: RuleBook, reading: Reading, dimension: Dimension) -> tuple[Finding, ...]:
    """Every lexicon and pattern rule of `dimension` found in the parts it judges: the headline and its kicker, or
    the body. Sorted by place; findings of different rules may overlap (see `detector.overlap.settle`)."""
    index, around = _index(book, dimension), setting(reading, book)
    found = [
        remark(reading, rule, line.span(first, last), suggestion=entry.suggestion or rule.suggestion)
        for line in lines(reading, PARTS[dimension])
        for first, last, rule, entry in _hits(line, index, around)
    ]
    found += _patterns(book, reading, dimension)
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.rule)))


def _patterns(book: RuleBook, reading: Reading, dimension: Dimension) -> Iterator[Finding]:
    text = reading.article.text
    for rule in book.rules.values():
        if rule.dimension is dimension and rule.pattern:
            for block in reading.article.parts(*PARTS[dimension]):
                for hit in rule.pattern.finditer(text, block.span.start, block.span.end):
                    # A pattern may end in words that it attributes; whose remark it is shows where it begins.
                    voice = reading.voice_at(Span(hit.start(), hit.start() + 1))
                    yield remark(reading, rule, Span(*hit.span()), voice=voice)


def _hits(
    line: Line, index: Mapping[str, tuple[tuple[Rule, Entry], ...]], around: Setting
) -> Iterator[tuple[int, int, Rule, Entry]]:
    for first, word in enumerate(line.low):
        for rule, entry in index.get(word, ()):
            last = first + len(entry.atoms) - 1
            if line.low[first : last + 1] == entry.atoms and holds(line, first, last, rule, entry, around):
                yield first, last, rule, entry


def holds(line: Line, first: int, last: int, rule: Rule, entry: Entry, around: Setting) -> bool:
    """Whether the atoms `first` to `last` stand as the rule's conditions ask."""
    conditions = rule.conditions
    if conditions.not_in_sport and around.sport:
        return False
    if _glued(line, first, last) or not _fits_class(line, first, last, entry):
        return False
    if conditions.not_in_name and _in_name(line, first, last, entry, around):
        return False
    if conditions.not_negated and negated(line, first):
        return False
    return _fits_words(line, first, last, rule, entry)


def _glued(line: Line, first: int, last: int) -> bool:
    """Whether a hyphen makes the words part of a longer one ("sand-blast")."""
    before = first > 1 and line.low[first - 1] == "-" and line.starts[first] == line.starts[first - 1] + 1
    after = (
        last + 2 < len(line.low) and line.low[last + 1] == "-" and line.span(last, last).end == line.starts[last + 1]
    )
    return before or (after and line.starts[last + 2] == line.starts[last + 1] + 1)


def _fits_class(line: Line, first: int, last: int, entry: Entry) -> bool:
    """Whether the neighbours allow the word class: the tagger alone errs on one word in twelve, and more in titles."""
    before = line.low[first - 1] if first else ""
    if entry.word_class == "verbs":
        if entry.atoms[0].endswith(("ing", "ed")):
            return True
        after_noun = (
            line.tags.get(line.starts[first - 1]) in {"JJ", "NN"} and line.raw[first - 1].islower() if first else False
        )
        noun = line.tags.get(line.starts[first], "").startswith("NN")
        return before not in DETERMINERS and not (noun and after_noun and last == first)
    return entry.word_class != "nouns" or before not in NOT_A_NOUN


def _in_name(line: Line, first: int, last: int, entry: Entry, around: Setting) -> bool:
    """Whether the words are (part of) a proper name, told by capitals and, in titles, by the names of the body."""
    word = line.raw[first]
    if not word[0].isupper() or (word.isupper() and len(word) > 3 and not line.titled):
        return False
    opening = first == 0 or line.raw[first - 1] in OPENERS
    if not opening and not line.titled:
        return True
    following = line.raw[last + 1 : last + 3]
    if following[:1] == (",",) and len(following) > 1 and following[1][0].isupper():
        return entry.word_class == "nouns"
    capital = bool(following) and following[0][0].isupper()
    if entry.word_class == "verbs" or not capital:
        return False
    if not line.titled:
        return True
    pair = (line.low[last], line.low[last + 1])
    return pair in around.names or line.low[last + 1] in NAME_HEADS


def negated(line: Line, first: int) -> bool:
    """Whether a negation stands up to three atoms before `first` in the same clause."""
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        word = line.low[place]
        if word in NEGATIONS or (word == "t" and place > 1 and line.low[place - 1] == "'"):
            return True
        if word in CLAUSE_ENDS:
            return False
    return False


def _fits_words(line: Line, first: int, last: int, rule: Rule, entry: Entry) -> bool:
    conditions = rule.conditions
    before = set(line.low[max(0, first - 1) : first])
    after = set(line.low[last + 1 : last + 2])
    near: Iterable[str] = line.low
    refused = ((conditions.not_after, before), (conditions.not_before, after), (conditions.not_near, near))
    if any(not table.get(key, frozenset()).isdisjoint(words) for table, words in refused for key in (entry.word, "*")):
        return False
    asked = ((conditions.only_before, after), (conditions.only_near, near))
    return all(
        key not in table or not table[key].isdisjoint(words) for table, words in asked for key in (entry.word, "*")
    )


__all__ = ["Line", "Setting", "lines", "match", "negated", "remark", "setting"]
