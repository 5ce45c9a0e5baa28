"""Rules as data: reads the files `rules/*.toml` of a language into one frozen `RuleBook`.

A file says which `dimension` its rules belong to and which `parts` of an article they judge (the body, where it says
nothing).

A rule is of one of four kinds: `lexicon` (words and phrases with conditions), `pattern` (a regular expression), `form`
(a check that a signal makes under the rule's name) or `model` (words that the model marks). After proselint (2016)."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, get_args

from detector import languages
from detector.article import SEVERITIES, Part
from detector.errors import DataError, reading
from detector.languages import Pack
from detector.languages.parts import Inflect, WordClass
from detector.rules import files
from detector.rules.rule import Conditions, Entry, Example, Rule, RuleBook, WordsByKey

CONDITIONS = ("not_before", "not_after", "not_near", "only_before", "only_near")
ATOM = re.compile(r"[^\W_]+|[^\w\s]")


def atoms(text: str) -> tuple[str, ...]:
    """Letters-and-digits runs and single marks of `text`, in lower case, with a straight apostrophe."""
    if text.isalnum():
        return (text.lower(),)
    return tuple(ATOM.findall(text.replace("’", "'").lower()))


def _entries(word_class: WordClass, listed: Mapping[str, str], forms: Inflect | None) -> Iterator[Entry]:
    for word, say in listed.items():
        if not say:
            for text in dict.fromkeys(forms(word).values()) if forms else (word,):
                yield Entry(word, word_class, atoms(text), None)
            continue
        wordings = forms(say) if forms else {}
        spelled: dict[str, list[str]] = {}
        for form, text in (forms(word) if forms else {"base": word}).items():
            spelled.setdefault(text, []).append(form)
        for text, alike in spelled.items():
            by_form = {form: wordings[form] for form in alike if form in wordings}
            by_form = by_form if len(set(by_form.values())) > 1 else {}
            yield Entry(word, word_class, atoms(text), wordings.get(alike[0]) or say, by_form)


def _example(example: str | list[str], parts: tuple[Part, ...]) -> Example:
    if isinstance(example, list):
        headline, body = example
        return headline, body
    return ("", example) if Part.BODY in parts else (example, "")


def _words(table: Mapping[str, list[str] | str], contexts: WordsByKey) -> WordsByKey:
    """A condition's table; `"@name"`, alone or in a list, stands for the words of the context of that name."""
    found: dict[str, frozenset[str]] = {}
    for word, value in table.items():
        listed = [value] if isinstance(value, str) else value
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


def _rule(
    table: dict[str, Any], file: Mapping[str, Any], contexts: WordsByKey, borrowed: Mapping[str, Rule], pack: Pack
) -> Rule:
    parts = tuple(map(Part, file.get("parts", [Part.BODY])))
    lenders = [borrowed[name] for name in table.pop("borrows", ())]
    conditions = _conditions(table, contexts, lenders)
    forms = pack.morphology.inflections
    entries = [entry for name in get_args(WordClass) for entry in _entries(name, table.pop(name, {}), forms.get(name))]
    entries += [entry for rule in lenders for entry in rule.entries]
    examples: dict[str, Any] = {
        name: tuple(_example(example, parts) for example in table.pop(name)) for name in ("bad", "good")
    }
    pattern = table.pop("pattern", None)
    texts = languages.messages_for(pack.code).rules.get(table["id"], {})
    rule = Rule(
        dimension=file["dimension"],
        parts=parts,
        entries=tuple(entries),
        pattern=re.compile(pattern, re.VERBOSE | re.IGNORECASE) if pattern else None,
        conditions=conditions,
        **examples,
        **(dict(texts) | table),
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
    if found := [fault for fault, present in faults.items() if present]:
        raise ValueError(found[0])


def read_rules(packs: Mapping[str, str], language: Pack) -> RuleBook:
    """Read the rules of a language, given as text by file name. Raises `DataError` that names the file and the rule."""
    tables = {name: _parse(name, text) for name, text in packs.items()}
    contexts = _contexts(tables)
    rules: dict[str, Rule] = {}
    # Packs that lend entries come before those that borrow them.
    for name in sorted(tables, key=lambda name: (_borrows(tables[name]), name)):
        for number, table in enumerate(tables[name].get("rule", ()), start=1):
            rule_id = table.get("id", f"number {number}")
            if rule_id in rules:
                raise DataError(f"{name}: rule {rule_id} stands twice; give one of them another id.")
            try:
                rules[rule_id] = _rule(dict(table), tables[name], contexts, rules, language)
            except (KeyError, TypeError, ValueError, re.error) as error:
                raise DataError(f"{name}: rule {rule_id} is damaged ({error}); mend the file or reinstall.") from error
    return RuleBook(language, MappingProxyType(rules), MappingProxyType(contexts), MappingProxyType(_patterns(tables)))


def _borrows(pack: Mapping[str, Any]) -> bool:
    """Whether rules of a pack take entries from other rules."""
    return any("borrows" in table for table in pack.get("rule", ()))


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


def _patterns(tables: Mapping[str, Mapping[str, Any]]) -> dict[str, re.Pattern[str]]:
    """The expressions of all packs' `[patterns]` tables."""
    found: dict[str, re.Pattern[str]] = {}
    for name, pack in tables.items():
        with reading(name):
            found |= {key: re.compile(text, re.VERBOSE) for key, text in pack.get("patterns", {}).items()}
    return found


@cache
def load(code: str) -> RuleBook:
    """The rules of a language, none where it has no pack. Raises `DataError` where a file is missing or damaged."""
    pack = languages.pack_for(code)
    texts = files.read_texts(code) if pack.rules else {}
    wanted = tuple(f"rules/{name}" for name in pack.rules)
    packs = {name.removeprefix("rules/"): text for name, text in sorted(texts.items()) if name.startswith(wanted)}
    missing = [name for name in pack.rules if f"{name}.toml" not in packs]
    if missing:
        raise DataError(f"Rule packs are missing ({', '.join(missing)}): reinstall Undertone.")
    return read_rules(packs, pack)
