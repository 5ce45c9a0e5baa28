"""What the tagger sees of each token: word forms without names and topics, tags, quotation state, lexicon classes, and
what the rules found (stacking, Wolpert 1992).

Names, numbers and plain nouns are replaced by their shape or their ending, and words of women read as those of men, so
that what is learnt from one subject carries over to others. Positions are token indices; a block of the article is one
sequence.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from itertools import pairwise

from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable
from detector.attribution.tokens.types import RawQuotation
from detector.languages.grammar import AttributionGrammar

Item = tuple[bytes, ...]
Column = list[bytes]
EDGE = 2  # places beside a block that a template may look at
NEAR = 7  # tokens from which on a distance no longer matters
ENDING = 3  # letters that are left of a plain noun
PAD = b"#"
OPEN = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})  # parts of speech whose words are topics
BODIES = ("companies", "organisation", "titles", "press")
CLASSES = ("speech_nouns", "thought_nouns", "persons", "collectives", "documents")

# Columns: w form, t tag, c class, q quotation state, r what the rules say, p the cue before and n the cue after in the
# sentence, k what follows the cue before, s the sentence and b the block as a whole, e the place in the sentence, d the
# commas before the next cue. Joined columns put several side by side, each at its place beside the token; a template is
# a column at its place.
JOINED = {
    "W": "w-1 w0", "T": "t-1 t0", "Q": "q-1 q0 q1", "R": "r-1 r0", "V": "r0 w0", "P": "p0 q0", "N": "n0 q0",
    "A": "r0 p0 n0", "E": "s0 e0", "C": "c-1 t0 c1", "D": "d0 n0", "B": "r0 q0 s0 b0",
}  # fmt: skip
TEMPLATES = "w0 w-1 w1 w-2 w2 W0 W1 t-1 t1 T0 T1 T-1 T2 c-1 c1 Q0 R0 R1 V0 P0 N0 k0 A0 E0 C0 D0 B0".split()


@cache
def classes(grammar: AttributionGrammar) -> Mapping[str, bytes]:
    """The lexicon class of each word that has one."""
    cues, people = grammar.cues, grammar.people
    found = {
        low: f"{cue.kind[0]}{''.join(sorted(frame[0] for frame in cue.frames))}" for low, cue in cues.verbs.items()
    }
    for key in BODIES:
        found.update({low: f"{found.get(low, '')}{key[0].upper()}" for low in getattr(people, key)})
    for number, key in enumerate(CLASSES):
        found.update({low: f"{found.get(low, '')}{number}" for low in getattr(cues.words, key)})
    return {low: name.encode() for low, name in found.items()}


def classes_sha256(grammar: AttributionGrammar) -> str:
    """The hash of all that the lexicons put into features: the classes of words, and words with their twins."""
    table = (*sorted(classes(grammar).items()), *sorted(grammar.twins.items()))
    return sha256(repr(table).encode()).hexdigest()


@lru_cache(maxsize=1 << 14)
def _form(grammar: AttributionGrammar, raw: str, low: str, tagged: tuple[str, str], opens: bool) -> bytes:
    """What is left of a word: a shape for names and numbers, an ending for plain nouns, else the word."""
    pos, form = tagged
    if not raw[0].isalpha():
        return b"0" if any(map(str.isdigit, raw)) else b'"' if raw in MARKS else low.encode()
    low = grammar.tagger.neutral(low, form) if grammar.tagger else low
    known = low in classes(grammar)
    if raw[0].isupper() and (not opens or pos == "PROPN") and not known and low not in grammar.names.lowered:
        return b"XX" if raw.isupper() and len(raw) > 1 else b"Xx"
    topic = pos in OPEN or form == "foreign"
    return (f"~{low[-ENDING:]}" if topic and not known else low).encode()


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The blocks of an article one after the other, with empty places between them: the value of each column at each
    place, the place of each token, and the ranges of tokens of the blocks."""

    columns: Mapping[str, Column]
    places: Sequence[int]
    blocks: Sequence[Phrase]

    def features(self, block: Phrase) -> list[Item]:
        """What the templates say of each token of a block: the template's name with its column's value."""
        first, last = (self.places[block[0]], self.places[block[1] - 1] + 1) if block[0] < block[1] else (0, 0)
        rows = []
        for template in TEMPLATES:
            shift = int(template[1:])
            column = self.columns[template[0]][first + shift : last + shift]
            rows.append([template.encode() + value for value in column])
        return list(zip(*rows, strict=True))


def lay_out(words: TokenTable, raws: Sequence[RawQuotation]) -> Layout:
    """Lay out an article; `raws` are what the rules found in it."""
    blocks = list(words.blocks())
    base = {key: _spread(column, blocks) for key, column in _columns(words, raws).items()}
    places: list[int] = []
    edges = [0]
    for first, last in blocks:
        start = edges[-1] + EDGE
        places += range(start, start + last - first)
        edges.append(start + last - first + EDGE)
    joined = {key: _join(base, parts, edges) for key, parts in JOINED.items()}
    return Layout(base | joined, places, blocks)


def _spread(column: Column, blocks: Sequence[Phrase]) -> Column:
    """A column with the empty places around each block."""
    pads = [PAD] * EDGE
    return [value for first, last in blocks for value in (*pads, *column[first:last], *pads)]


def _join(columns: Mapping[str, Column], parts: str, edges: Sequence[int]) -> Column:
    """Several columns side by side, each at its place beside the token; the outermost places stay empty."""
    size = len(columns["w"]) - 2
    beside = [columns[part[0]][1 + int(part[1:]) :][:size] for part in parts.split()]
    joined = [PAD, *map(b"|".join, zip(*beside, strict=True)), PAD] if size > 0 else []
    for start, end in pairwise(edges):
        joined[start] = joined[end - 1] = PAD
    return joined


def _columns(words: TokenTable, raws: Sequence[RawQuotation]) -> dict[str, Column]:
    opening = {unit.first for unit in words.units}
    columns = zip(words.raw, words.low, zip(words.pos, words.form, strict=True), strict=True)
    forms = [_form(words.grammar, *column, index in opening) for index, column in enumerate(columns)]
    known = classes(words.grammar)
    ruled = rule_labels(words, raws)
    base = {
        "w": forms,
        "t": [tag.partition("-")[0].encode() for tag in words.tag],
        "c": [known.get(low, b"") for low in words.low],
        "q": _states(words),
        "r": ruled,
    }
    return base | _sentences(words, forms, ruled)


def _states(words: TokenTable) -> Column:
    return [
        (b'"' if raw in MARKS else b"q") if quoted else b"o"
        for raw, quoted in zip(words.raw, words.quoted, strict=True)
    ]


def rule_labels(words: TokenTable, raws: Sequence[RawQuotation]) -> Column:
    """What the rules make of each token: S source, U cue, else content (B begins, I inside, E ends, with the kind's
    first letter)."""
    labels = [b""] * len(words.raw)
    for raw in raws:
        kind = raw.kind[0].encode()
        for piece in raw.content:
            first, last = words.tokens_within(piece)
            labels[first:last] = [b"I" + kind] * (last - first)
            if first < last:
                labels[last - 1] = b"E" + kind
                labels[first] = b"B" + kind
    for raw in raws:
        for mark, pieces in ((b"S", (raw.source,) if raw.source else ()), (b"U", raw.cue)):
            for piece in pieces:
                first, last = words.tokens_within(piece)
                labels[first:last] = [mark] * (last - first)
    return labels


def _sentences(words: TokenTable, forms: Column, ruled: Column) -> dict[str, Column]:
    """What the sentence around each token shows: cues before and after, how many, its place, its block."""
    found: dict[str, Column] = {key: [] for key in "pnksebd"}
    cued = 0
    for unit in words.units:
        first, last = unit.first, unit.last
        cues = [index for index in range(first, last) if ruled[index] == b"U" or _is_cue(words, index)]
        size = last - first
        found["s"] += [
            f"{min(2, len(cues))}{any(words.quoted[first:last]):d}{any(ruled[first:last]):d}".encode()
        ] * size
        found["b"] += [f"{unit.opens:d}{cued}{len(cues) > 0:d}".encode()] * size
        found["e"] += [_place(index, size - index) for index in range(size)]
        _before(forms, cues, (first, last), found)
        _ahead(words, forms, cues, (first, last), found)
        cued = int(bool(cues))
    return found


def _is_cue(words: TokenTable, index: int) -> bool:
    """Whether the token can be a cue outside quotation marks: a verb form, or the first word of "according to"."""
    low, cues = words.low[index], words.grammar.cues
    attributing = low in cues.words.attributing_words
    verbal = low in cues.verbs and words.pos[index] == "VERB"
    return (attributing or verbal) and not words.quoted[index]


def _place(before: int, behind: int) -> bytes:
    return b"<%d" % before if before < 3 else b">%d" % behind if behind < 4 else b""


def _before(forms: Column, cues: Sequence[int], unit: Phrase, found: dict[str, Column]) -> None:
    """For each token of a unit the cue before it, how far it is, and what follows that cue."""
    edges = (*cues, unit[1] - 1)
    first = unit[0]
    found["p"] += [b""] * (min(edges[0], unit[1] - 1) + 1 - first)
    found["k"] += [b""] * (min(edges[0], unit[1] - 1) + 1 - first)
    for cue, end in pairwise(edges):
        near = [forms[cue] + b"%d" % min(NEAR, index - cue) for index in range(cue + 1, end + 1)]
        found["p"] += near
        found["k"] += [forms[cue] + b"/" + forms[cue + 1]] * len(near) if near else []


def _ahead(words: TokenTable, forms: Column, cues: Sequence[int], unit: Phrase, found: dict[str, Column]) -> None:
    """For each token of a unit the cue after it, how far it is, and the commas up to it."""
    first, last = unit
    for cue in cues:
        commas = words.raw[first:cue].count(",")
        for index in range(first, cue):
            found["n"].append(forms[cue] + b"%d" % min(NEAR, cue - index))
            found["d"].append(b"%d" % min(2, commas))
            commas -= words.raw[index] == ","
        first = max(first, cue)
    found["n"] += [b""] * (last - first)
    found["d"] += [b""] * (last - first)
