"""The forms of German verbs of reporting, for `detector.languages.reporting`."""

from collections.abc import Iterator

from detector.languages.de.morphology import inflect_verb
from detector.languages.reporting import VerbForm


def conjugate(entry: str) -> Iterator[tuple[str, VerbForm, tuple[str, ...]]]:
    """The forms of an entry of `lexicon/reporting.toml`, each with the words it needs: a prefix before the bar is split
    off in a main clause (`mit|teilen`), and words before the verb stand anywhere in its clause (`davon aus|gehen`)."""
    *needed, verb = entry.split()
    prefix, _, stem = verb.rpartition("|")
    needs = tuple(needed)
    forms = inflect_verb(stem)
    finite = {forms[name] for name in ("base", "third", "past", "past plural")} | {_subjunctive(stem)}
    for text in sorted(finite):
        yield text, "finite", (*needs, prefix) if prefix else needs
        if prefix:
            yield prefix + text, "finite", needs
    yield prefix + forms["participle"], "participle", needs
    yield prefix + stem, "infinitive", needs
    if prefix:
        yield f"{prefix}zu{stem}", "infinitive", needs


def _subjunctive(verb: str) -> str:
    """The third person of Konjunktiv I: sage, gebe; of "sein", which has no other ending, sei."""
    return "sei" if verb == "sein" else verb.removesuffix("n").removesuffix("e") + "e"
