"""When a word that the network of several languages marks is a remark, by language."""

from detector.settings.table import Table


class MarkSettings(Table, frozen=True):
    """Probabilities from which a word is a remark, in a sentence that is loaded with `sentence`; and a notable one.
    `tone`: loaded words to be expected in a hundred of the article, by all words that reach `least`; a text shorter
    than `base` words counts as one of so many."""

    word: float
    sentence: float
    notable: float
    tone: float
    least: float
    base: int
