"""The forms of French verbs of reporting, for `detector.languages.reporting`."""

from collections.abc import Iterator

from detector.languages.fr.morphology import inflect_verb
from detector.languages.fr.tagging import unjoined
from detector.languages.reporting import VerbForm

FINITE = ("third", "third plural", "imperfect", "imperfect plural", "past", "past plural")  # no future: not yet said
PARTICIPLES = ("participle", "participle feminine", "participle plural", "participle feminine plural")

unjoin = unjoined


def conjugate(entry: str) -> Iterator[tuple[str, VerbForm, tuple[str, ...]]]:
    """The forms of an entry of `lexicon/reporting.toml`; what follows the verb there must stand in its clause
    (`faire savoir`, `mettre en garde`)."""
    verb, *needs = entry.split()
    forms = inflect_verb(verb)
    yield from ((text, "finite", tuple(needs)) for text in sorted({forms[name] for name in FINITE}))
    yield from ((text, "participle", tuple(needs)) for text in sorted({forms[name] for name in PARTICIPLES}))
    yield forms["gerund"], "gerund", tuple(needs)
    yield verb, "infinitive", tuple(needs)
