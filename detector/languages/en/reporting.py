"""The cues of English: `lexicon/cues.toml`, with the forms of its verbs."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from detector.errors import reading
from detector.languages.cues import Cue, Cues, CueWords, VerbForm
from detector.languages.en.morphology import inflect_verb
from detector.languages.lexicons import fill, read_table

FORMS: tuple[VerbForm, ...] = ("base", "third", "past", "participle", "gerund")


@cache
def load() -> Cues:
    """Read `lexicon/cues.toml`. Raises `DataError` where it is missing or damaged."""
    table = read_table("en", "cues")
    with reading("lexicon/cues.toml"):
        return _build(table)


def _build(table: Mapping[str, Any]) -> Cues:
    verbs: dict[str, Cue] = {}
    forms: dict[str, frozenset[VerbForm]] = {}
    for lemma, cue in _merge(table).items():
        for word, kinds in forms_of(lemma).items():
            verbs.setdefault(word, cue)
            forms[word] = forms.get(word, frozenset()) | kinds
    return Cues(verbs, forms, fill(CueWords, table["lists"]))


def forms_of(lemma: str) -> Mapping[str, frozenset[VerbForm]]:
    """The forms of a verb, each with what it can be."""
    found = inflect_verb(lemma)
    made: dict[str, frozenset[VerbForm]] = {}
    for form in FORMS:
        made[found[form]] = made.get(found[form], frozenset()) | {form}
    return made


def _merge(table: Mapping[str, Any]) -> Mapping[str, Cue]:
    """Each lemma with all that its entries say of it."""
    found: dict[str, Cue] = {}
    for entry in table["verbs"]:
        for lemma in entry["lemmas"].split():
            old = found.get(lemma)
            frames = {entry["frame"]} | (old.frames if old else frozenset())
            found[lemma] = Cue(lemma, old.kind if old else entry["kind"], frozenset(frames), {}, True)
    for entry in table["phrases"]:
        lemma, frame = entry["verb"], entry.get("frame", "clause")
        old = found.get(lemma)
        needs = {**(old.needs if old else {}), **dict.fromkeys(entry["needs"], frame)}
        found[lemma] = Cue(lemma, "speech", old.frames if old else frozenset(), needs, bool(old and old.bare))
    return found
