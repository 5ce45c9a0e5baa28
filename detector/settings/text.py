"""What is told of a text before anybody is given its words: its language, layout and genre."""

from collections.abc import Mapping

from detector.settings.table import Table


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
    wrapped: int
    caption: int
    pulls: int
    quoted_depth: int
    credit: int
    credit_words: int
    label_words: int
    name_words: int
    name_line: int
    name_letters: int
    particle: int
    question_words: int
    narration: int
    post_words: int
    closing_line: int
    shown: int
    broken_line: int


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
    argues: float
    own: float
    signs: int
    declared: float
    shelved: float
    label_blocks: int
    label_words: int
    note_blocks: int
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
    """Weights of what tells English in a short text (see `detector.text.short.LanguageSigns`)."""

    base: float
    ngrams: float
    listed: float
    listed_small: float
    foreign: float
    accent: float
