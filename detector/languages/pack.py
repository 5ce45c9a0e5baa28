"""A language as a value: what engines take instead of knowing a language themselves."""

from dataclasses import dataclass

from detector.languages.grammar import AttributionGrammar


@dataclass(frozen=True, slots=True)
class Pack:
    """All that belongs to one language (`code`, ISO 639-1).

    A part that is `None` is one the language lacks; a score that needs it is not given, and says why.
    """

    code: str
    attribution: AttributionGrammar | None = None  # without it nobody is given any words
