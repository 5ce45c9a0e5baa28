"""Rules of language as data: reads the packs `rules/{headline,wording,sourcing}*.toml` of a language into one frozen
`RuleBook`.

A rule is of one of four kinds: `lexicon` (words and phrases with conditions), `pattern` (a regular expression), `form`
(a check that a signal makes under the rule's name) or `model` (words that the model marks; nothing without it). After
proselint (Amperser Labs 2016): rules are data.
"""

import hashlib
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, get_args

from detector.article import SEVERITIES, Dimension, Severity
from detector.errors import DataError, reading
from detector.languages.en.morphology import Form, inflect_noun, inflect_verb

PARTS = ("lexicon", "rules")  # folders of a language
PACKS = ("headline", "sourcing", "wording")
WordClass = Literal["verbs", "nouns", "adjectives", "adverbs", "phrases"]
CONDITIONS = ("not_before", "not_after", "not_near", "only_before", "only_near")
Example = tuple[str, str]
WordsByKey = Mapping[str, frozenset[str]]
ATOM = re.compile(r"[^\W_]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of one listed `word`: its `atoms` in lower case, and the neutral wording in the same form."""

    word: str
    word_class: WordClass
    atoms: tuple[str, ...]
    suggestion: str | None


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
    """One rule. `weight` 0..1 is what a finding asks for before scoring; `message` may hold `{fields}` of the evidence.

    `bad` examples must be flagged and `good` ones must pass; each is a headline and a body, one of them may be empty.
    """

    id: str
    dimension: Dimension
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
    """All rules by id, word lists that conditions and signals share (`contexts`), and the sha256 of all lexicons."""

    rules: Mapping[str, Rule]
    contexts: WordsByKey
    digest: str


def atoms(text: str) -> tuple[str, ...]:
    """Letters-and-digits runs and single marks of `text`, in lower case, with a straight apostrophe."""
    return tuple(ATOM.findall(text.replace("’", "'").lower()))


def _entries(word_class: WordClass, listed: Mapping[str, str]) -> Iterator[Entry]:
    inflections: dict[str, Callable[[str], dict[Form, str]]] = {"verbs": inflect_verb, "nouns": inflect_noun}
    forms = inflections.get(word_class)
    for word, say in listed.items():
        told: dict[Form, str] = forms(say) if forms and say else {}
        seen: set[str] = set()
        spelled: dict[Form, str] = forms(word) if forms else {"base": word}
        for form, text in spelled.items():
            if text not in seen:
                seen.add(text)
                yield Entry(word, word_class, atoms(text), told.get(form) or say or None)


def _example(given: str | list[str], dimension: Dimension) -> Example:
    if isinstance(given, list):
        headline, body = given
        return headline, body
    return (given, "") if dimension is Dimension.HEADLINE else ("", given)


def _words(table: Mapping[str, list[str] | str], contexts: WordsByKey) -> WordsByKey:
    """A condition's table; `"@name"`, alone or in a list, stands for the words of the context of that name."""
    found: dict[str, frozenset[str]] = {}
    for word, given in table.items():
        listed = [given] if isinstance(given, str) else given
        named = [contexts[item[1:]] for item in listed if item.startswith("@")]
        found[word] = frozenset(item.lower() for item in listed if not item.startswith("@")).union(*named)
    return found


def _conditions(table: dict[str, Any], contexts: WordsByKey, lenders: Sequence[Rule]) -> Conditions:
    """The conditions of a rule, with those of the rules that lend it entries; its own come first."""
    fields: dict[str, Any] = {}
    for name in CONDITIONS:
        lent: dict[str, frozenset[str]] = {}
        for rule in lenders:
            lent |= getattr(rule.conditions, name)
        fields[name] = lent | dict(_words(table.pop(name, {}), contexts))
    fields |= {name: table.pop(name) for name in ("not_negated", "not_in_name", "not_in_sport") if name in table}
    return Conditions(**fields)


def _rule(table: dict[str, Any], dimension: Dimension, contexts: WordsByKey, borrowed: Mapping[str, Rule]) -> Rule:
    lenders = [borrowed[name] for name in table.pop("borrows", ())]
    conditions = _conditions(table, contexts, lenders)
    entries = [entry for name in get_args(WordClass) for entry in _entries(name, table.pop(name, {}))]
    entries += [entry for rule in lenders for entry in rule.entries]
    examples: dict[str, Any] = {
        name: tuple(_example(given, dimension) for given in table.pop(name)) for name in ("bad", "good")
    }
    pattern = table.pop("pattern", None)
    rule = Rule(
        dimension=dimension,
        entries=tuple(entries),
        pattern=re.compile(pattern, re.VERBOSE | re.IGNORECASE) if pattern else None,
        conditions=conditions,
        **examples,
        **table,
    )
    _check(rule)
    return rule


def _check(rule: Rule) -> None:
    """Raise `ValueError` where a rule contradicts itself."""
    holds = {"lexicon": bool(rule.entries), "pattern": rule.pattern is not None, "form": not rule.entries}
    holds["model"] = holds["form"]
    faults = {
        f"kind {rule.kind!r} does not fit what it holds": not holds.get(rule.kind, False),
        "severity is not one of " + ", ".join(SEVERITIES): rule.severity not in SEVERITIES,
        "confidence and weight must lie in 0..1": not (0 <= rule.confidence <= 1 and 0 <= rule.weight <= 1),
        "bad and good examples are both needed": not (rule.bad and rule.good),
    }
    for fault, present in faults.items():
        if present:
            raise ValueError(fault)


def read(packs: Mapping[str, str], digest: str = "") -> RuleBook:
    """Read rules from packs, given as text by file name. Raises `DataError` that names the file and the rule."""
    tables = {name: _parse(name, text) for name, text in packs.items()}
    contexts = _contexts(tables)
    rules: dict[str, Rule] = {}
    # Packs that lend entries come before those that borrow them.
    for name in sorted(tables, key=lambda name: (name.startswith("headline"), name)):
        for number, table in enumerate(tables[name].get("rule", ()), start=1):
            told = table.get("id", f"number {number}")
            if told in rules:
                raise DataError(f"{name}: rule {told} stands twice; give one of them another id.")
            try:
                rules[told] = _rule(dict(table), Dimension(tables[name]["dimension"]), contexts, rules)
            except (KeyError, TypeError, ValueError, re.error) as error:
                raise DataError(f"{name}: rule {told} is damaged ({error}); mend the file or reinstall.") from error
    return RuleBook(MappingProxyType(rules), MappingProxyType(contexts), digest)


def _parse(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(f"{name} is no valid TOML ({error}); mend the file or reinstall.") from error


def _contexts(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    """The word lists of all packs' `[contexts]` tables."""
    return {
        key: frozenset(map(str.lower, words))
        for pack in tables.values()
        for key, words in pack.get("contexts", {}).items()
    }


@cache
def load() -> RuleBook:
    """The rules of this package. Raises `DataError` where a pack is missing or damaged."""
    with reading("lexicon"):
        home = files("detector").joinpath("languages", "en")
        found = [item for part in PARTS for item in home.joinpath(part).iterdir() if item.name.endswith(".toml")]
    held: dict[str, str] = {}
    for item in found:
        with reading(f"lexicon/{item.name}"):
            held[item.name] = item.read_text(encoding="utf-8")
    packs = {name: text for name, text in sorted(held.items()) if name.startswith(PACKS)}
    missing = [name for name in PACKS if f"{name}.toml" not in packs]
    if missing:
        raise DataError(f"Rule packs are missing ({', '.join(missing)}): reinstall Undertone.")
    digest = hashlib.sha256("\0".join(f"{name}\0{held[name]}" for name in sorted(held)).encode()).hexdigest()
    return read(packs, digest)
