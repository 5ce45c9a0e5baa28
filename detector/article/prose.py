"""The article's text as sentences and tokens."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Literal

from detector.article.page import Part, Span
from detector.article.utterance import Utterance

AUTHOR = "author"
Pos = Literal[
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
]  # fmt: skip
Form = Literal[
    "", "singular", "plural", "personal", "possessive", "relative", "base", "present", "third", "past", "participle",
    "gerund", "modal", "comparative", "superlative", "particle", "foreign",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word or punctuation mark. `quoted` is true inside quotation marks (the marks themselves included);
    `sentence` indexes `Prose.sentences`.

    `pos` is its universal part of speech (Universal Dependencies' UPOS), and `form` what rules ask beyond that: nouns
    are singular or plural; pronouns personal, possessive or relative, as are determiners and adverbs (which, where);
    verbs base, present, third (person singular, present), past, participle (past) or gerund; auxiliaries modal;
    adjectives and adverbs comparative or superlative. A particle of a verb (out), a possessive ending ('s) and a
    foreign word are told from others of their kind. `tag` is the tag of the language's own treebank, for trained
    features only.
    """

    span: Span
    text: str
    tag: str
    sentence: int
    quoted: bool
    pos: Pos = "X"
    form: Form = ""

    @property
    def is_word(self) -> bool:
        """Whether it counts as a word (holds a letter or a digit)."""
        return self.text.isalnum() or any(map(str.isalnum, self.text))  # most are nothing else, which is told faster


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block (`block` indexes `Article.blocks`); its tokens are `Prose.tokens[first:last]`.

    `polarity` -1..1 and `subjectivity` 0..1 are TextBlob's. `voice` is `author`, a speaker (see `Voice`) or `mixed`.
    `loaded`, `subjective`, `check_worthy` and `marked`, that an editor would mark words of it, 0..1 are the model's,
    `None` where it did not read the sentence; in a report, `loaded` also knows whether the wording of the sentence was
    remarked on.
    """

    span: Span
    part: Part
    block: int
    first: int
    last: int
    polarity: float = 0.0
    subjectivity: float = 0.0
    voice: str = AUTHOR
    loaded: float | None = None
    subjective: float | None = None
    check_worthy: float | None = None
    marked: float | None = None


@dataclass(frozen=True)
class Prose:
    """The article's text as sentences and tokens, what stands in quotation marks (without the marks), and what markup
    and layout give to speakers, in order and without overlap. `body_words` counts the words of the body."""

    text: str
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    quoted: tuple[Span, ...]
    utterances: tuple[Utterance, ...] = ()
    body_words: int = 0

    @cached_property
    def word_starts(self) -> Sequence[int]:
        """Where each word begins."""
        return [token.span.start for token in self.tokens if token.is_word]

    def tokens_of(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`."""
        index = bisect_right(self.sentences, offset, key=attrgetter("span.start")) - 1
        found = self.sentences[index] if index >= 0 else None
        return found if found and offset < found.span.end else None
