"""Every threshold, weight and limit, read once from `settings.toml`, which says what each does, its unit and source."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from detector.errors import reading


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `settings.toml`: a key that is missing, unknown or of a wrong type is an error."""


class PageSettings(Table, frozen=True):
    """Limits of a page, when it is an article, what is text at all, and when it is cut short."""

    max_characters: int
    max_depth: int
    max_tags: int
    max_attributes: int
    max_reopened: int
    max_text: int
    max_article: int
    max_url: int
    max_label: int
    max_title: int
    max_headings: int
    max_name: int
    max_head_tags: int
    max_head: int
    article_threshold: float
    prescan: int
    sample: int
    control_share: float
    controls: int
    paywall_body: int
    paywall_demand: int


class ExtractionSettings(Table, frozen=True):
    """Which pieces of a page are its article, and what inside its column is not."""

    paragraph: int
    fuzzy: int
    fuzzy_share: float
    hidden_weight: float
    column: float
    prose_linked: float
    sentence: int
    section: int
    article: int
    whole_column: float
    seen: float
    beside: float
    technical: float
    note: int
    short: int
    call: int
    linked: float
    frame: float
    linked_body: float


class StructureSettings(Table, frozen=True):
    """What layout says about who speaks."""

    post: int
    turns: int
    turns_named: int
    talking: float
    entries: int
    turn: int
    leads: float
    outleads: float
    questions: int
    dense: float
    asking: float
    telling: float
    statement: int
    letter: int


class PageHeadlineSettings(Table, frozen=True):
    """Which words of a page are its headline."""

    like: float
    title_trust: float
    headline_words: int
    kicker_words: int
    above: int
    standfirst_words: int
    standfirst_longest: int
    below: int


class ArticleKindSettings(Table, frozen=True):
    """From which measure on a page shows each sign of an article, and what each sign weighs in log-odds."""

    some_text: int
    long_text: int
    paragraph: int
    paragraphs: int
    whole_sentences: float
    most_of_page: float
    page_of_links: float
    text_of_links: float
    linked_headings: int
    linked_heading: float
    headline_words: int
    card_depth: int
    cards: float
    weights: Mapping[str, float]


class GenreSettings(Table, frozen=True):
    """When the build of a text tells its genre, how sure that is, and what each sign of an argument weighs in log-odds
    (see `detector.text.genre.manner`); `typical` is a report's and an argument's mean of each sign."""

    announcements: int
    turns: int
    turn_share: float
    guide: float
    built: float
    noted: float
    least_words: int
    said: float
    unrated: float
    weights: Mapping[str, float]
    typical: Mapping[str, float]
    most: Mapping[str, float]


class LanguageSettings(Table, frozen=True):
    """When a language can be told, and when a body is long enough to be scored."""

    min_characters: int
    min_words: int
    sample: int
    short_confidence: float


class ShortTextSettings(Table, frozen=True):
    """Weights of what tells English in a short text (see `detector.text.short.Signs`)."""

    base: float
    ngrams: float
    listed: float
    listed_small: float
    foreign: float
    accent: float


class OverlaySettings(Table, frozen=True):
    """Characters of context on each side of a quote selector."""

    context: int


class EncoderSettings(Table, frozen=True):
    """How many characters of a page the model reads."""

    max_characters: int


class AgreementSettings(Table, frozen=True):
    """When what the model marks is a remark, and when it drops or lowers the remark of a rule."""

    loaded: float
    sentence: float
    notable: float
    plain: float
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

    loaded: float
    tone: float
    together: float
    words: int
    phrase: int
    short: float
    report: float
    suspect: float
    gap: int
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
    told_apart: float
    handed_out: float
    one_origin: float
    side_words: int
    side_verbs: int


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


class PartyWeights(Table, frozen=True):
    """Log-odds that an editor would have asked a party, by sign."""

    base: float
    accused: float
    voiced: float
    shouted: float
    headline: float
    aside: float
    mentions: float
    loaded: float


class PartiesSettings(Table, frozen=True):
    """Who is a party of the story."""

    mentions: Mapping[str, int]
    unplaced: float
    considered: int
    candidates: int
    scene: float
    loaded: float
    confidence: float
    surely: float
    weights: PartyWeights


class HeadlineSettings(Table, frozen=True):
    """Weights 0..1 of tone and model in the headline score, and what headline and body need to be compared.

    The middle and upper `levels` begin from these percentiles, or from the scores `unranked`.
    """

    levels: tuple[int, int]
    unranked: tuple[int, int]
    tone: float
    model: float
    model_from: float
    alarm_notable: float
    loud: float
    loud_noun: float
    below_loudest: float
    bait: float
    min_body: int


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
    encoder: EncoderSettings
    agreement: AgreementSettings
    sentences: SentencesSettings
    rules: RulesSettings
    scoring: ScoringSettings
    sourcing: SourcingSettings
    attribution: AttributionSettings
    parties: PartiesSettings
    headline: HeadlineSettings
    wording: WordingSettings


def load(path: Path) -> Settings:
    """Read settings from a TOML file. Raises `DataError`, also for a key that is missing or unknown."""
    with reading(path.name):
        return msgspec.toml.decode(path.read_bytes(), type=Settings)


SETTINGS = load(Path(__file__).with_name("settings.toml"))
