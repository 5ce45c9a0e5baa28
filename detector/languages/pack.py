"""A language as a value: what engines take instead of knowing a language themselves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from detector.languages import speakers
from detector.languages.grammar import AttributionGrammar
from detector.languages.messages import Messages
from detector.languages.parts import (
    GenreWords,
    Grammar,
    Layout,
    Morphology,
    Numbers,
    ShortText,
    Splitting,
    Tagger,
)
from detector.languages.reporting import Reporting
from detector.languages.speakers import SpeakerWords
from detector.languages.terms import PageTerms


@dataclass(frozen=True, slots=True, eq=False)
class Pack:
    """All that belongs to one language (`code`, ISO 639-1).

    A pack may lack parts; a score that needs one of them is not given, and says why. `rules` names the rule packs in
    its folder, each of one dimension. `modelled`: the model learned from texts in this language.
    `attribution`: what a trained tagger and the rules beside it need to tell who says what; a pack without one may
    have `reporting` instead, for rules over marks and verbs; without either only quotation marks give words to others.
    `referenced`: there is a reference corpus (`reference.json`), without which a score has no percentile. `sure_tags`:
    the tagger is sure enough of a word's class to overrule the lexicon that lists it. `claim_words`: what the stem of a
    word adds to the log-odds that a sentence is worth checking.
    """

    code: str
    tagger: Tagger
    splitting: Splitting = field(default_factory=Splitting)
    grammar: Grammar = field(default_factory=Grammar)
    layout: Layout = field(default_factory=Layout)
    page_terms: PageTerms = field(default_factory=PageTerms)
    morphology: Morphology = field(default_factory=Morphology)
    numbers: Numbers = field(default_factory=Numbers)
    genre: GenreWords | None = None  # without them the genre is told by what a page declares and how it is built
    short_text: ShortText | None = None
    messages: Messages | None = None
    rules: tuple[str, ...] = ()
    modelled: bool = False
    attribution: AttributionGrammar | None = None
    reporting: Reporting | None = None  # without either nobody is given any words
    referenced: bool = False
    sure_tags: bool = False
    claim_words: Mapping[str, float] = field(default_factory=dict)

    @property
    def speakers(self) -> SpeakerWords | None:
        """What tells whether a source names anybody; `None` where nobody is given any words."""
        if self.attribution is not None:
            return speakers.of_attribution(self.attribution)
        return speakers.of_reporting(self.reporting) if self.reporting is not None else None

    @property
    def complementizers(self) -> frozenset[str]:
        """The words that join to a verb of saying what is said: "that"; none where nobody is given any words."""
        if self.attribution is not None:
            return self.attribution.noun_phrases.complementizers
        return self.reporting.words.complementizers if self.reporting is not None else frozenset()

    @property
    def support(self) -> Literal["full", "partial"]:
        """How far the language is supported: fully where it is known who says what, and with what to compare."""
        return "full" if self.referenced and self.attribution else "partial"
