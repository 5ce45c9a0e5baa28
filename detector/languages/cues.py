"""Cues: words that give words to somebody, and how what they give is joined to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

VerbForm = Literal["base", "third", "past", "participle", "gerund"]
Kind = Literal["speech", "thought"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What one verb can do. `frames` are `clause`, `hearer`, `object`, `infinitive`, `quote`; `needs` are the words of
    which one must follow the verb, each with its frame (none where the verb is a cue alone)."""

    lemma: str
    kind: Kind
    frames: frozenset[str]
    needs: Mapping[str, str]
    bare: bool


@dataclass(frozen=True, slots=True)
class CueWords:
    """Word lists of cues and their neighbours, in lower case. The comments give English examples."""

    speech_nouns: frozenset[str]  # her | claim | that
    thought_nouns: frozenset[str]  # her | view | that
    documents: frozenset[str]  # things that speak: report
    collectives: frozenset[str]  # people who speak together: officials
    persons: frozenset[str]  # nouns for one person: spokeswoman
    doubting: frozenset[str]  # lemmas that cast doubt on what they introduce
    vouching: frozenset[str]  # lemmas that vouch for it
    declined: tuple[str, ...]  # as written: declined to comment
    attributing: frozenset[tuple[str, ...]]  # according to
    attributing_words: frozenset[str]  # the first words of these
    attributing_links: frozenset[str]  # words that alone make a cue one of speech: according, by, per
    claim_links: frozenset[str]  # claims | by | X
    naming: frozenset[str]  # a group | called
    pointers: frozenset[tuple[str, ...]]  # to other pages: (read more
    never: frozenset[str]  # forms that only say what was meant: referring
    compounds: frozenset[tuple[str, ...]]  # nouns that end in a cue: editors note
    determiners: frozenset[str]  # after which a word is a noun
    demonstratives: frozenset[str]  # after which it need not be one
    content_openers: frozenset[str]  # after which a word tagged as a noun is a verb: fear | that
    past_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    contracted_be: frozenset[str]  # 's
    denied: frozenset[str]  # did not | say
    saying: frozenset[str]  # quoted X as | saying
    relaying: frozenset[str]  # quoted
    as_saying: frozenset[tuple[str, ...]]
    introducing: frozenset[str]  # as
    citing: frozenset[str]  # tells where words come from: citing two officials


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by verb form, the forms of each, and word lists."""

    verbs: Mapping[str, Cue]
    forms: Mapping[str, frozenset[VerbForm]]
    words: CueWords
