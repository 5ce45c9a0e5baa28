"""One frozen `Settings`: every threshold, weight and limit, read once from `settings.toml` beside this file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_type_hints

from detector.errors import reading


@dataclass(frozen=True, slots=True)
class PageSettings:
    """Limits of a page (characters, open elements, tags, attributes of one tag, formatting elements opened again,
    characters of its text stream and of the article) and the article threshold 0..1."""

    max_characters: int
    max_depth: int
    max_tags: int
    max_attributes: int
    max_reopened: int
    max_text: int
    max_article: int
    article_threshold: float


@dataclass(frozen=True, slots=True)
class LanguageSettings:
    """When a language can be told (characters) and when a body is long enough to be scored (words)."""

    min_characters: int
    min_words: int


@dataclass(frozen=True, slots=True)
class ShortTextSettings:
    """Weights of what tells English in a short text (see `detector.text.short.Signs`), and what is there without it."""

    base: float
    ngrams: float
    listed: float
    listed_small: float
    foreign: float
    accent: float


@dataclass(frozen=True, slots=True)
class OverlaySettings:
    """Characters of context on each side of a quote selector."""

    context: int


@dataclass(frozen=True, slots=True)
class ScoringSettings:
    """How many resamples stand behind an interval."""

    draws: int


@dataclass(frozen=True, slots=True)
class SourcingSettings:
    """Weights (they sum to 1), full marks, caps (points) and limits (shares 0..1, words) of the sourcing score, and the
    percentiles from which its middle and upper `levels` begin (`unranked`: the scores, in a language without a
    reference corpus)."""

    levels: tuple[int, int]
    unranked: tuple[int, int]
    breadth: float
    independence: float
    transparency: float
    anonymity: float
    sides: float
    reply: float
    full_breadth: float
    full_independence: float
    top_side: float
    one_voice: float
    cap_unheard: int
    cap_one_side: int
    cap_unidentified: int
    body_party: float
    min_attributed: int
    handed_out: float
    one_origin: float
    side_words: int
    side_verbs: int


@dataclass(frozen=True, slots=True)
class AttributionSettings:
    """Probabilities 0..1 of the tagger's labels: from which a quotation that it alone finds is kept (mean over what is
    said), from which a cue that no lexicon holds is one, from which a paraphrase is its speaker's voice (mean), and
    from which a word at its edge is."""

    probable: float
    certain: float
    spoken: float
    edge: float


@dataclass(frozen=True, slots=True)
class HeadlineSettings:
    """Weights 0..1 of tone and model in the headline score; the model adds nothing below probability `model_from`. The
    middle and upper `levels` begin from these percentiles, or from the scores `unranked`."""

    levels: tuple[int, int]
    unranked: tuple[int, int]
    tone: float
    model: float
    model_from: float


@dataclass(frozen=True, slots=True)
class WordingSettings:
    """Load per hundred author words that scores 63, the load of full subjectivity, least numbers of words, and the
    share 0..1 by which a load may be off. The middle and upper `levels` begin from these percentiles, or
    from the scores `unranked`."""

    levels: tuple[int, int]
    unranked: tuple[int, int]
    full: float
    subjectivity: float
    least_base: int
    min_author_words: int
    doubt: float


@dataclass(frozen=True, slots=True)
class EncoderSettings:
    """How many characters of a page the model reads."""

    max_characters: int


@dataclass(frozen=True, slots=True)
class AgreementSettings:
    """Probabilities 0..1 of a word being marked by experts: from which the model remarks on it by itself (where it also
    takes the sentence for loaded with probability `sentence`), from which that is notable, and below which a rule's
    remark is dropped or lowered to mild; and from which a passage (loaded words and labels, or another turn) and its
    technique are sure enough to be shown. `sentence_` numbers turn the log-odds of a loaded sentence by the model into
    those by model and remarks."""

    loaded: float
    sentence: float
    notable: float
    plain: float
    doubtful: float
    passage: float
    turn: float
    technique: float
    sentence_slope: float
    sentence_shift: float
    sentence_remark: float


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, by the table of `settings.toml` they stand in."""

    page: PageSettings
    language: LanguageSettings
    short_text: ShortTextSettings
    overlay: OverlaySettings
    encoder: EncoderSettings
    agreement: AgreementSettings
    scoring: ScoringSettings
    sourcing: SourcingSettings
    attribution: AttributionSettings
    headline: HeadlineSettings
    wording: WordingSettings


PATH = Path(__file__).with_name("settings.toml")


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def read(path: Path = PATH) -> Settings:
    """Read settings from a TOML file. Raises `DataError`, also for a key that is missing or unknown."""
    with reading(path.name):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        tables = get_type_hints(Settings)
        return Settings(**{name: tables[name](**_frozen(table)) for name, table in data.items()})


SETTINGS = read()
