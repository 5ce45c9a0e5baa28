"""Sentences as lines of tokens, cut where clauses may end: at commas, colons, dashes, and around quoted statements.

Positions are indices into the tokens of the line; spans are offsets into the article's text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from detector.article import Part, Prose, Span, Token
from detector.attribution.tokens.token_table import units_of
from detector.attribution.untrained import gendered
from detector.languages.reporting import Reporting

PAUSES = frozenset({",", ";", ":", "–", "—", "--"})
BEFORE_STATEMENT = frozenset({":", ",", "–", "—", "-"})
ENDS = frozenset(".!?…")
STATEMENT = 6  # words from which what stands in quotation marks is more than a name or a term


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens `[first, last)` between two pauses; `mark` is the pause before them, `quoted` a statement in quotation
    marks, the marks included."""

    first: int
    last: int
    mark: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, or sentences that a quotation holds together, with the grammar of their language."""

    grammar: Reporting
    text: str
    tokens: tuple[Token, ...]
    low: tuple[str, ...]
    segments: tuple[Segment, ...]
    part: Part
    block: int
    surnames: frozenset[str] = frozenset()  # of the people whom the article names in full, in lower case

    def span(self, first: int, last: int) -> Span:
        """The stretch of text of tokens `[first, last)`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def words(self, first: int, last: int) -> str:
        """The text of tokens `[first, last)`."""
        return self.span(first, last).of(self.text)

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter, or holds one: Rat, ai-Bericht."""
        text = self.tokens[index].text
        return text[0].isupper() or (not text.islower() and any(map(str.isupper, text)))

    def is_verb(self, index: int) -> bool:
        """Whether a token is a verb or an auxiliary by its tag, or a verb by its mood."""
        verb = self.tokens[index].pos in ("VERB", "AUX") or self.low[index] in self.grammar.words.reported
        return verb and not self.capital(index)

    def has_verb(self, segment: Segment) -> bool:
        """Whether a segment holds a verb."""
        return any(self.is_verb(index) for index in range(segment.first, segment.last))


def lines_of(prose: Prose, grammar: Reporting) -> Iterator[Line]:
    """The lines of an article, in the order of the text."""
    for unit in units_of(prose):
        tokens = prose.tokens[unit.first : unit.last]
        low = tuple(token.text.lower().replace("’", "'") for token in tokens)
        yield Line(grammar, prose.text, tokens, low, tuple(_segments(tokens, grammar)), unit.part, unit.block)


def resegmented(line: Line, tokens: tuple[Token, ...]) -> Line:
    """The line with other tokens, or others of them in quotation marks, and with the segments that they make."""
    return replace(line, tokens=tokens, segments=tuple(_segments(tokens, line.grammar)))


def _segments(tokens: tuple[Token, ...], grammar: Reporting) -> Iterator[Segment]:
    """The segments of a line, empty ones left out."""
    first, mark, index = 0, "", 0
    while index < len(tokens):
        if tokens[index].quoted:
            end = _end_of_quoted(tokens, index)
            if _is_statement(tokens, index, end):
                if first < index:
                    yield Segment(first, index, mark, quoted=False)
                yield Segment(index, end, tokens[index - 1].text if index else "", quoted=True)
                first, mark = end, ""
            index = end
        elif tokens[index].text in PAUSES and not gendered.is_mark(tokens, index, grammar.words.gendered):
            if first < index:
                yield Segment(first, index, mark, quoted=False)
            first, mark = index + 1, tokens[index].text
            index += 1
        else:
            index += 1
    if any(token.is_word for token in tokens[first:]):
        yield Segment(first, len(tokens), mark, quoted=False)


def _end_of_quoted(tokens: tuple[Token, ...], first: int) -> int:
    return next((index for index in range(first, len(tokens)) if not tokens[index].quoted), len(tokens))


def _is_statement(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Whether a quoted run is set apart as a statement and is no name or term inside a clause."""
    words = sum(token.is_word for token in tokens[first:last])
    opens = first == 0 or tokens[first - 1].text in BEFORE_STATEMENT
    closes = last == len(tokens) or tokens[last].text in PAUSES | ENDS
    whole = any(token.text in ENDS for token in tokens[max(first, last - 2) : last])
    return words >= STATEMENT or (opens and closes and words > 1) or (whole and (words > 1 or (opens and closes)))
