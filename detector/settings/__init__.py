"""Every threshold, weight and limit, read once from `detector/settings.toml`, which says what each does, its unit and
source.

A field stands in the class of its table: those of `page.py`, `text.py` and `attribution.py`, and those below, which
judge.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from detector.errors import reading
from detector.settings.attribution import AttributionSettings, CoreferenceSettings, PartiesSettings
from detector.settings.marks import MarkSettings
from detector.settings.page import (
    ArticleKindSettings,
    ExtractionSettings,
    PageHeadlineSettings,
    PageSettings,
)
from detector.settings.table import Table
from detector.settings.text import GenreSettings, LanguageSettings, ShortTextSettings, StructureSettings


class OverlaySettings(Table, frozen=True):
    """Characters of context on each side of a quote selector, and what finds a quote again in changed text."""

    sought: int
    context: int
    proof: int
    candidates: int


class ExportSettings(Table, frozen=True):
    """What pages and copies show of a page."""

    byline: int
    sites: int
    shared: float
    shared_words: int
    word: int
    most: int
    words: int
    statement: int
    speaker: int
    name: int
    unsided: float


class EncoderSettings(Table, frozen=True):
    """How many characters of a page the model reads, and how many sentences are named for a frame."""

    max_characters: int
    carriers: int
    known_words: int


class FusionSettings(Table, frozen=True):
    """When what the model marks is a remark, and when it drops or lowers the remark of a rule."""

    marked: float
    report: float
    sentence: float
    edited: float
    edited_turn: float
    edited_passage: float
    notable: float
    plain: float
    least: float
    sober: float
    doubtful: float
    passage: float
    turn: float
    technique: float
    sentence_slope: float
    sentence_shift: float
    sentence_remark: float


class SentencesSettings(Table, frozen=True):
    """When a sentence is a remark of its own, and how far its words may stand apart."""

    marked: float
    report: float
    words: int
    phrase: int
    suspect: float
    gap: int
    alone: float
    notable: float


class RulesSettings(Table, frozen=True):
    """Conditions of rules: how far a negation reaches, when a line is a title, when a page is about sport."""

    negation_reach: int
    titled: float
    sport_share: float
    sport_words: int


class ScoringSettings(Table, frozen=True):
    """The resampling behind an interval."""

    draws: int
    remark_doubt: float
    feature_doubt: float


class SourcingSettings(Table, frozen=True):
    """Weights (they sum to 1), full marks and limits of the sourcing score, and the scores from which its middle and
    upper `levels` begin."""

    levels: tuple[int, int]
    breadth: float
    grounding: float
    anonymity: float
    sides: float
    reply: float
    full_breadth: float
    full_grounding: float
    in_part: float
    even: float
    missing: float
    opinion_reply: float
    no_role: float
    top_side: float
    one_voice: float
    unequal_quoting: float
    min_attributed: int
    min_unsourced: int
    min_dominated: int
    identified_enough: float
    handed_out: float
    one_origin: float
    side_words: int
    quoted_words: int
    side_verbs: int
    many: int
    broad_people: int
    explained_within: int
    role_letters: int
    description_words: int
    dateline: int


class HeadlineSettings(Table, frozen=True):
    """Weights 0..1 of tone and model in the headline score, and what headline and body need to be compared.

    The middle and upper `levels` begin from these percentiles, or from the scores `unranked`.
    """

    levels: tuple[int, int]
    unranked: tuple[int, int]
    tone: float
    model: float
    model_from: float
    alarm: float
    alarm_notable: float
    titled: float
    sure: float
    loud: float
    loud_noun: float
    loud_told: float
    certain: float
    titled_certain: float
    stem: int
    below_loudest: float
    bait: float
    missed: float
    lure: float
    kicker_words: int
    min_body: int
    heaviest: int
    hedge_reach: int
    capitals: float
    rounding: float
    small_count: int
    years: tuple[int, int]


class WordingSettings(Table, frozen=True):
    """How load becomes a score. The middle and upper `levels` begin from these percentiles, or from the scores
    `unranked`."""

    levels: tuple[int, int]
    unranked: tuple[int, int]
    full: float
    subjectivity: float
    least_base: int
    min_author_words: int
    doubt: float


class ClaimsSettings(Table, frozen=True):
    """How many claims an article has at most, and from which worth; what each trait weighs in the log-odds that an
    editor would have a sentence checked first (see `detector.dimensions.claims.worth`)."""

    most: int
    least: float
    min_words: int
    usual_words: int
    clause_words: int
    speaker_share: float
    reach: int
    bias: float
    weights: Mapping[str, float]


class Settings(Table, frozen=True):
    """All settings, by the table of `settings.toml` they stand in."""

    page: PageSettings
    extraction: ExtractionSettings
    structure: StructureSettings
    page_headline: PageHeadlineSettings
    article_kind: ArticleKindSettings
    genre: GenreSettings
    language: LanguageSettings
    short_text: ShortTextSettings
    overlay: OverlaySettings
    export: ExportSettings
    encoder: EncoderSettings
    fusion: FusionSettings
    marks: Mapping[str, MarkSettings]
    sentences: SentencesSettings
    rules: RulesSettings
    scoring: ScoringSettings
    sourcing: SourcingSettings
    attribution: AttributionSettings
    coreference: CoreferenceSettings
    parties: PartiesSettings
    headline: HeadlineSettings
    wording: WordingSettings
    claims: ClaimsSettings


def load(path: Path) -> Settings:
    """Read settings from a TOML file. Raises `DataError`, also for a key that is missing or unknown."""
    with reading(path.name):
        return msgspec.toml.decode(path.read_bytes(), type=Settings)


SETTINGS = load(Path(__file__).parents[1] / "settings.toml")
