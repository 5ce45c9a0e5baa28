"""The forms of Spanish verbs of reporting, for `detector.languages.reporting`."""

from collections.abc import Iterator

from detector.languages.es.morphology import inflect_verb
from detector.languages.reporting import VerbForm

TOLD = ("third", "plural", "imperfect", "imperfect plural", "past", "past plural")  # what was said, or is


def conjugate(entry: str) -> Iterator[tuple[str, VerbForm, tuple[str, ...]]]:
    """The forms of an entry of `lexicon/reporting.toml`, each with the words it needs, which stand before the verb
    there (`hincapié hacer`, `se quejar`). What will or may be said is not given to anybody."""
    *needed, verb = entry.split()
    needs, forms = tuple(needed), inflect_verb(verb)
    for text in sorted({forms[name] for name in TOLD}):
        yield text, "finite", needs
    yield forms["participle"], "participle", needs
    yield verb, "infinitive", needs
