"""A rule, and all rules of a language, as values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from detector.article import Part, Severity
from detector.languages import Pack
from detector.languages.parts import WordClass

Example = tuple[str, str]
WordsByKey = Mapping[str, frozenset[str]]


class Entry(NamedTuple):
    """One form of one listed `word`: its `atoms` in lower case, and the neutral wording in the same form.

    Where two forms are spelled alike but not in the neutral wording (caved: gave way, given way), `by_form` tells them
    apart.
    """

    word: str
    word_class: WordClass
    atoms: tuple[str, ...]
    suggestion: str | None
    by_form: Mapping[str, str] = MappingProxyType({})

    def suggestion_as(self, form: str) -> str | None:
        """The neutral wording for the word in this form (see `detector.article.Token`)."""
        return self.by_form.get(form, self.suggestion)


@dataclass(frozen=True, slots=True)
class Conditions:
    """Where an entry does not count. The tables go from a listed word (or `*` for all of the rule) to lower-case
    words: next to it, before it, anywhere in its sentence; `only_` tables ask for one of the words."""

    not_before: WordsByKey = field(default_factory=dict)
    not_after: WordsByKey = field(default_factory=dict)
    not_near: WordsByKey = field(default_factory=dict)
    only_before: WordsByKey = field(default_factory=dict)
    only_near: WordsByKey = field(default_factory=dict)
    not_negated: bool = True
    not_in_name: bool = True
    not_in_sport: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `weight` 0..1 is what a finding asks for before scoring; `message`, `reason` and
    `suggestion` are the texts of `messages.toml` and may hold `{fields}` of the evidence.

    `bad` examples must be flagged and `good` ones must pass; each is a headline and a body, one of them may be empty.
    """

    id: str
    dimension: str
    parts: tuple[Part, ...]
    kind: Literal["lexicon", "pattern", "form", "model"]
    severity: Severity
    confidence: float
    weight: float
    message: str
    reason: str
    source: str
    bad: tuple[Example, ...]
    good: tuple[Example, ...]
    technique: str | None = None
    suggestion: str | None = None
    entries: tuple[Entry, ...] = ()
    pattern: re.Pattern[str] | None = None
    conditions: Conditions = field(default_factory=Conditions)


@dataclass(frozen=True, slots=True, eq=False)
class RuleBook:
    """All rules of a language by id, with its pack, and what conditions and signals share: word lists (`contexts`) and
    `patterns`."""

    pack: Pack
    rules: Mapping[str, Rule]
    contexts: WordsByKey
    patterns: Mapping[str, re.Pattern[str]]

    @property
    def dimensions(self) -> frozenset[str]:
        """What there are rules for: no other score can be given."""
        return frozenset(rule.dimension for rule in self.rules.values())
