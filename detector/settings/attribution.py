"""Who says what: when a statement counts, whom a pronoun stands for, who is a party of the story."""

from collections.abc import Mapping

from detector.settings.table import Table


class AttributionSettings(Table, frozen=True):
    """Probabilities 0..1 from which the tagger's labels count, and shares of words that make two quotations one."""

    probable: float
    certain: float
    spoken: float
    edge: float
    same: float
    apart: float
    same_source: float
    joined: float
    title_case: float
    title_words: int
    unit: int


class CoreferenceSettings(Table, frozen=True):
    """What speaks for each of those whom a pronoun can stand for, and how far back one is looked for."""

    subject: float
    object: float
    possessor: float
    speaker: float
    known: float
    clash: float
    nameless: float
    group: float
    sentence: float
    alike: float
    memory: int
    namesakes: int
    paragraphs: int
    surveyed: int


class PartyWeights(Table, frozen=True):
    """Log-odds that an editor would have asked a party, by sign."""

    base: float
    accused: float
    blamed: float
    loaded: float
    acts: float
    country: float


class PartiesSettings(Table, frozen=True):
    """Who is a party of the story."""

    mentions: Mapping[str, int]
    acts: int
    unplaced: float
    considered: int
    candidates: int
    scene: float
    loaded: float
    confidence: float
    surely: float
    named: int
    weights: PartyWeights
