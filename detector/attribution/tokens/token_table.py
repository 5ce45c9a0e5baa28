"""The tokens of an article as parallel columns, which rules read faster and shorter than values, with the grammar of
their language."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from detector.article import Part, Prose, Sentence, Span
from detector.languages.grammar import AttributionGrammar
from detector.settings import SETTINGS

MARKS = frozenset("\"“”„«»‘’'") | {"''", "``", "’’", "‘‘"}
NOUNS = frozenset({"NOUN", "PROPN"})
FINITE = frozenset({"past", "third", "present", "modal"})  # forms of finite verbs
PARTICIPLES = frozenset({"participle", "gerund", "past"})  # forms of participles, and what is mistaken for one


@dataclass(frozen=True, slots=True)
class Unit:
    """Sentences that a quotation holds together: tokens `[first, last)` of one block. `opens` is true for the first
    unit of its block."""

    first: int
    last: int
    block: int
    part: Part
    opens: bool


@dataclass(frozen=True, slots=True)
class TokenTable:
    """Columns over `Prose.tokens`: text as written, lower case, universal part of speech and form, the treebank's tag
    (for trained features), whether quoted, start and end in the text, and how many words stand before; with the grammar
    of their language, and the words (in lower case) that have a capital inside a sentence."""

    grammar: AttributionGrammar
    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    pos: tuple[str, ...]
    form: tuple[str, ...]
    tag: tuple[str, ...]
    quoted: tuple[bool, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    counted: tuple[int, ...]
    units: tuple[Unit, ...]
    unit_of: tuple[int, ...]
    capitals: frozenset[str]

    def span(self, first: int, last: int) -> Span:
        """The stretch of text of tokens `[first, last)`."""
        return Span(self.start[first], self.end[last - 1])

    def tokens_within(self, span: Span) -> tuple[int, int]:
        """The range of tokens that begin inside `span` of the text."""
        return bisect_left(self.start, span.start), bisect_left(self.start, span.end)

    def is_word(self, index: int) -> bool:
        """Whether token `index` holds a letter or a digit."""
        return self.counted[index + 1] > self.counted[index]

    def is_noun(self, index: int) -> bool:
        """Whether token `index` is a noun, common or proper."""
        return self.pos[index] in NOUNS

    def is_adverb(self, index: int) -> bool:
        """Whether token `index` is an adverb that asks and joins nothing."""
        return self.pos[index] == "ADV" and self.form[index] != "relative"

    def is_determiner(self, index: int) -> bool:
        """Whether token `index` is an article or another determiner that asks and joins nothing."""
        return self.pos[index] == "DET" and self.form[index] != "relative"

    def is_plain_adjective(self, index: int) -> bool:
        """Whether token `index` is an adjective in its plain form: old, not older."""
        return self.pos[index] == "ADJ" and not self.form[index]

    def is_preposition(self, index: int) -> bool:
        """Whether token `index` is a preposition and no particle of a verb."""
        return self.pos[index] == "ADP" and self.form[index] != "particle"

    def is_finite(self, index: int) -> bool:
        """Whether token `index` is a finite verb."""
        return self.form[index] in FINITE

    def count(self, first: int, last: int) -> int:
        """How many of tokens `[first, last)` are words."""
        return self.counted[last] - self.counted[first] if last > first else 0

    def unit_at(self, index: int) -> Unit:
        """The unit that holds token `index`."""
        return self.units[self.unit_of[index]]

    def blocks(self) -> Iterator[tuple[int, int]]:
        """The ranges of tokens of the blocks."""
        first = 0
        for number, unit in enumerate(self.units, 1):
            if number == len(self.units) or self.units[number].block != unit.block:
                yield first, unit.last
                first = unit.last

    def opens(self, index: int) -> bool:
        """Whether token `index` is the first of its block."""
        unit = self.unit_at(index)
        return unit.opens and unit.first == index

    def capital(self, index: int) -> bool:
        """Whether token `index` begins with a capital letter."""
        return self.raw[index][0].isupper()


def units_of(prose: Prose) -> tuple[Unit, ...]:
    """The sentences of `prose`, with those joined that one quotation runs through."""
    joined: list[Unit] = []
    for sentence in prose.sentences:
        last = joined[-1] if joined else None
        same = last is not None and last.block == sentence.block
        if last is not None and same and _runs_on(prose, last, sentence):
            joined[-1] = Unit(last.first, sentence.last, last.block, last.part, last.opens)
            continue
        for first in range(sentence.first, sentence.last, SETTINGS.attribution.unit):
            end = min(first + SETTINGS.attribution.unit, sentence.last)
            joined.append(Unit(first, end, sentence.block, sentence.part, not same and first == sentence.first))
    return tuple(joined)


def _runs_on(prose: Prose, unit: Unit, sentence: Sentence) -> bool:
    """Whether a quotation goes on from the end of the unit into the sentence."""
    if sentence.last - unit.first > SETTINGS.attribution.unit:
        return False
    before, after = prose.tokens[unit.last - 1], prose.tokens[sentence.first]
    return before.quoted and after.quoted and before.text not in MARKS and after.text not in MARKS


def tabulate(prose: Prose, grammar: AttributionGrammar) -> TokenTable:
    """Lay out the tokens of `prose` in columns; `grammar` is that of its language."""
    tokens = prose.tokens
    raw = tuple(token.text for token in tokens)
    units = units_of(prose)
    low = tuple(text.lower().replace("’", "'") for text in raw)
    opening = {unit.first for unit in units} | {unit.first + 1 for unit in units if raw[unit.first] in MARKS}
    return TokenTable(
        grammar=grammar,
        text=prose.text,
        raw=raw,
        low=low,
        pos=tuple(token.pos for token in tokens),
        form=tuple(token.form for token in tokens),
        tag=tuple(token.tag for token in tokens),
        quoted=tuple(token.quoted for token in tokens),
        start=tuple(token.span.start for token in tokens),
        end=tuple(token.span.end for token in tokens),
        counted=(0, *accumulate(token.is_word for token in tokens)),
        units=units,
        unit_of=tuple(number for number, unit in enumerate(units) for _ in range(unit.first, unit.last)),
        capitals=frozenset(
            low[index]
            for unit in units
            if unit.part is Part.BODY
            for index in range(unit.first, unit.last)
            if raw[index][0].isupper() and index not in opening
        ),
    )
