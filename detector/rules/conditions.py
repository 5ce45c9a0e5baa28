"""Where words stand: a sentence as atoms, and whether the conditions of a rule hold at a place in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from detector.article import Part, Prose, Reading, Sentence, Span, Token
from detector.languages.parts import Grammar
from detector.rules import ATOM, Entry, Rule, RuleBook
from detector.settings import SETTINGS

CLAUSE_ENDS = frozenset(',;:.!?¿¡()[]—–"“”«»„')
OPENERS = frozenset("\"“‘'«„([:.!?¿¡—–|-")


@dataclass(frozen=True)
class Line:
    """A sentence as atoms: in lower case, as written, and with the offset in the article's text of each."""

    low: tuple[str, ...]
    raw: tuple[str, ...]
    starts: tuple[int, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def at(self) -> Mapping[int, Token]:
        """The tokens by their offsets."""
        return {token.span.start: token for token in self.tokens}

    @cached_property
    def titled(self) -> bool:
        """Whether most longer words have a capital, so that capitals say nothing about names."""
        long = [word for word in self.raw if len(word) > 3 and word[0].isalpha()]
        return len(long) > 2 and sum(word[0].isupper() for word in long) >= SETTINGS.rules.titled * len(long)

    @cached_property
    def words(self) -> frozenset[str]:
        """The different atoms."""
        return frozenset(self.low)

    def form(self, number: int) -> str:
        """The form of the token that begins with this atom; empty where none does."""
        token = self.at.get(self.starts[number])
        return token.form if token else ""

    def span(self, first: int, last: int) -> Span:
        """The span of atoms `first` to `last`, the last one included."""
        return Span(self.starts[first], self.starts[last] + len(self.raw[last]))


class Setting:
    """What conditions ask about the whole page, worked out when it is first asked for."""

    def __init__(self, reading: Reading, book: RuleBook) -> None:
        self._reading = reading
        self.grammar = book.pack.grammar
        self._sport = book.contexts.get("sport", frozenset())

    @cached_property
    def sport(self) -> bool:
        """Whether the page is about sport: its share of sport words."""
        tokens = self._reading.prose.tokens
        count = sum(map(self._sport.__contains__, [token.text.lower() for token in tokens]))
        return count >= max(SETTINGS.rules.sport_words, SETTINGS.rules.sport_share * len(tokens))

    @cached_property
    def names(self) -> frozenset[tuple[str, str]]:
        """Pairs of capitalised words inside the body's sentences, in lower case."""
        sentences = self._reading.prose.sentences
        return frozenset(
            (left.text.lower(), right.text.lower())
            for left, right in pairwise(self._reading.prose.tokens)
            if left.text[0].isupper() and right.text[0].isupper() and sentences[left.sentence].part is Part.BODY
        )


def lines(reading: Reading, parts: tuple[Part, ...]) -> Iterator[Line]:
    """The sentences of `parts` as atoms."""
    for sentence in reading.prose.sentences:
        if sentence.part in parts:
            yield line(reading.prose, sentence)


def line(prose: Prose, sentence: Sentence) -> Line:
    """One sentence as atoms."""
    tokens = prose.tokens_of(sentence)
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
    low = tuple(["'" if word == "’" else word.lower() for word in raw])
    return Line(low, tuple(raw), tuple(starts), tokens)


def holds(line: Line, place: tuple[int, int], rule: Rule, entry: Entry, around: Setting) -> bool:
    """Whether the atoms at `place`, first and last, stand as the rule's conditions ask."""
    first, last = place
    conditions = rule.conditions
    if conditions.not_in_sport and around.sport:
        return False
    if _glued(line, first, last, around.grammar) or not _fits_class(line, first, last, entry, around.grammar):
        return False
    named = conditions.not_in_name and _tells_name(line, first, entry, around.grammar)
    if named and _in_name(line, first, last, entry, around):
        return False
    if conditions.not_negated and negated(line, first, around.grammar):
        return False
    return _fits_words(line, first, last, rule, entry)


def _tells_name(line: Line, first: int, entry: Entry, grammar: Grammar) -> bool:
    """Whether a capital may tell a name: where all nouns have one, only inside a sentence and of other words."""
    opening = first == 0 or line.raw[first - 1] in OPENERS
    return not grammar.capital_nouns or (entry.word_class not in {"nouns", "phrases"} and not opening)


def _glued(line: Line, first: int, last: int, grammar: Grammar) -> bool:
    """Whether a hyphen makes the words part of a longer one ("sand-blast"); a pronoun that it joins to a verb does not
    ("dit-il")."""
    before = first > 1 and line.low[first - 1] == "-" and line.starts[first] == line.starts[first - 1] + 1
    after = (
        last + 2 < len(line.low) and line.low[last + 1] == "-" and line.span(last, last).end == line.starts[last + 1]
    )
    joined = after and line.starts[last + 2] == line.starts[last + 1] + 1
    return before or (joined and not _is_enclitic(line, last, grammar))


def _is_enclitic(line: Line, last: int, grammar: Grammar) -> bool:
    """Whether all that a hyphen joins to the word that ends at `last` is a pronoun."""
    token = line.at.get(line.starts[last])
    return token is not None and token.text[len(line.raw[last]) :].lower() in grammar.enclitics


def _fits_class(line: Line, first: int, last: int, entry: Entry, grammar: Grammar) -> bool:
    """Whether the neighbours allow the word class: the tagger alone errs on one word in twelve, and more in titles."""
    before = line.low[first - 1] if first else ""
    if entry.word_class == "verbs":
        participle = entry.atoms[0].endswith(grammar.participle_endings)
        determined = before in grammar.determiners or _has_article(line, first, grammar)
        return participle or not (determined or _is_noun(line, first, last, grammar))
    if entry.word_class == "nouns" and grammar.capital_nouns and not line.raw[first][0].isupper():
        return False
    return entry.word_class != "nouns" or before not in grammar.not_before_noun


def _has_article(line: Line, first: int, grammar: Grammar) -> bool:
    """Whether a word after what may be a pronoun or a determiner (les, l') is tagged as a noun."""
    place = first - 2 if first > 1 and line.low[first - 1] == "'" else first - 1
    own = line.at.get(line.starts[first])
    return place >= 0 and line.low[place] in grammar.object_pronouns and own is not None and own.pos == "NOUN"


def _is_noun(line: Line, first: int, last: int, grammar: Grammar) -> bool:
    """Whether what may be a verb stands as a noun: at the start of a sentence, or after a possessive,
    an adjective or a common noun."""
    if not first:
        return not (line.titled or grammar.opening_verbs)
    if last > first:
        return False
    if line.low[first - 1] in grammar.possessive_clitics and first > 1 and line.low[first - 2] == "'":
        return True
    before, own = line.at.get(line.starts[first - 1]), line.at.get(line.starts[first])
    if before is None or own is None or own.pos not in {"NOUN", "PROPN"}:
        return False
    common = before.pos == "NOUN" and before.form == "singular"
    return before.pos == "ADJ" or (common and line.raw[first - 1].islower())


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
    return pair in around.names or line.low[last + 1] in around.grammar.name_heads


def negated(line: Line, first: int, grammar: Grammar) -> bool:
    """Whether a negation stands up to `settings.rules.negation_reach` atoms before `first` in the same clause."""
    first = _list_start(line, first, grammar)
    for place in range(first - 1, max(-1, first - 1 - SETTINGS.rules.negation_reach), -1):
        word = line.low[place]
        if word in grammar.negations or (word in grammar.negating_clitics and place > 1 and line.low[place - 1] == "'"):
            return True
        if word in CLAUSE_ENDS:
            return False
    return False


def _list_start(line: Line, first: int, grammar: Grammar) -> int:
    """Where a list of single words with an "or" begins that goes on at `first`: a negation before it holds for each of
    them (not dull, shabby or late)."""
    place, joined = first, line.low[first + 1 : first + 2] and line.low[first + 1] in grammar.alternatives
    while place > 1 and (line.low[place - 1] == "," or line.low[place - 1] in grammar.alternatives):
        joined = joined or line.low[place - 1] in grammar.alternatives
        place -= 2
    return place if joined else first


def _fits_words(line: Line, first: int, last: int, rule: Rule, entry: Entry) -> bool:
    conditions = rule.conditions
    before = frozenset(line.low[max(0, first - 1) : first])
    after = frozenset(line.low[last + 1 : last + 2])
    near = line.words.difference(entry.atoms)  # no word stands near itself
    refused = ((conditions.not_after, before), (conditions.not_before, after), (conditions.not_near, near))
    if any(not table.get(key, frozenset()).isdisjoint(words) for table, words in refused for key in (entry.word, "*")):
        return False
    asked = ((conditions.only_before, after), (conditions.only_near, line.words))
    return all(
        key not in table or not table[key].isdisjoint(words) for table, words in asked for key in (entry.word, "*")
    )
