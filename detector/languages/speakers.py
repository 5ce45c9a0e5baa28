"""What tells of the words for a speaker whether they name anybody, whichever grammar a language has."""

from collections.abc import Callable
from dataclasses import dataclass

from detector.languages.grammar import AttributionGrammar
from detector.languages.reporting import Reporting
from detector.languages.word_sets import WordSet


@dataclass(frozen=True, slots=True, eq=False)
class SpeakerWords:
    """Pronouns, relative pronouns and words for nobody, in lower case; `is_people` tells of a noun whether it is for
    one person or for people who speak together, and `singular` gives it without its plural ending."""

    pronouns: WordSet
    relatives: WordSet
    nobody: WordSet
    is_people: Callable[[str], bool]
    singular: Callable[[str], str]


def of_attribution(grammar: AttributionGrammar) -> SpeakerWords:
    """The words of a language with a trained tagger."""
    nouns = grammar.cues.words.persons | grammar.cues.words.collectives
    return SpeakerWords(
        grammar.noun_phrases.pronouns,
        grammar.noun_phrases.relative,
        grammar.coreference.nobody,
        lambda word: word in nouns or grammar.singular(word) in nouns,
        grammar.singular,
    )


def of_reporting(grammar: Reporting) -> SpeakerWords:
    """The words of a language that is read by rules alone."""
    words = grammar.words
    nouns, endings = words.persons | words.collectives, words.person_endings + words.collective_endings
    return SpeakerWords(
        words.pronouns,
        words.relatives,
        words.nobody,
        lambda word: word in nouns or (bool(endings) and word.endswith(endings)),
        str,
    )
