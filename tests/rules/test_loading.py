"""The rules as data: each is complete, flags its bad examples and lets its good ones pass."""

import re
import re._parser as syntax  # the only way to see a pattern's structure

import pytest

from detector import Analyzer, rules
from detector.dimensions import headline, wording
from detector.errors import DataError
from detector.languages.en import PACK as ENGLISH
from detector.rules import loading, overlap
from tests.readings import heard, reading
from tests.rules.examples import FIND, checked, judged

BOOK = rules.load("en")
TECHNIQUES = {
    None, "loaded-language", "name-calling", "exaggeration", "minimisation", "appeal-to-fear", "doubt", "flag-waving",
    "slogans",
}  # fmt: skip
ANALYZER = Analyzer()
PACK = """
dimension = "wording"
[contexts]
beasts = ["dog"]
[[rule]]
id = "wording.test"
kind = "lexicon"
severity = "mild"
confidence = 0.5
weight = 0.5
message = "“{exact}”"
reason = "why"
source = "who"
bad = ["They blasted it."]
good = ["It was blue."]
[rule.verbs]
blast = "criticise"
"lash out at" = "criticise"
[rule.not_near]
blast = "@beasts"
"""


def counting(rule, example):
    title, body = example
    whole = judged(heard(body, title or None)) if rule.kind == "model" else reading(body, title or None)
    return [finding for finding in FIND[rule.dimension](whole, BOOK) if finding.rule == rule.id and finding.scored]


@checked(BOOK, "bad")
def test_a_bad_example_is_flagged(rule, example):
    assert counting(rule, example)


@checked(BOOK, "good")
def test_a_good_example_passes(rule, example):
    assert not counting(rule, example)


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=BOOK.rules)
def test_every_rule_is_complete(rule):
    assert re.fullmatch(r"(headline|sourcing|wording|claims)\.[a-z]+(-[a-z]+)*", rule.id)
    assert rule.technique in TECHNIQUES
    assert rule.message and rule.reason.endswith(".") and rule.source
    if rule.kind != "form":
        assert len(rule.bad) >= 3
        assert len(rule.good) >= 3


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules.values() if rule.entries], ids=lambda rule: rule.id)
def test_conditions_speak_of_words_that_the_rule_lists(rule):
    listed = {entry.word for entry in rule.entries} | {"*"}
    tables = ("not_before", "not_after", "not_near", "only_before", "only_near")
    assert {word for name in tables for word in getattr(rule.conditions, name)} <= listed


def unbounded(parsed, inside=False):
    """Whether a repeat without a limit stands inside another: what makes a pattern more than linear."""
    for operator, argument in parsed:
        repeat = operator in {syntax.MAX_REPEAT, syntax.MIN_REPEAT}
        endless = repeat and argument[1] is syntax.MAXREPEAT
        children = [part for part in _flat(argument) if isinstance(part, syntax.SubPattern)]
        if (endless and inside) or any(unbounded(child, inside or endless) for child in children):
            return True
    return False


def _flat(argument):
    if isinstance(argument, (tuple, list)):
        for part in argument:
            yield from _flat(part)
    else:
        yield argument


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules.values() if rule.pattern], ids=lambda rule: rule.id)
def test_patterns_take_linear_time(rule):
    assert not unbounded(syntax.parse(rule.pattern.pattern, rule.pattern.flags))
    assert not rule.pattern.match("")


def test_hostile_text_costs_patterns_nothing():
    hostile = reading("you will " * 4000 + "a-" * 4000, "!" * 3000)
    assert {finding.rule for finding in headline.find(hostile, BOOK)} == {"headline.exclamation"}
    assert not wording.find(hostile, BOOK)


def test_the_book_is_read_once_and_its_digest_is_a_sha256():
    assert rules.load("en") is BOOK
    assert re.fullmatch(r"[0-9a-f]{64}", rules.digest())
    assert ANALYZER.book("en") is BOOK


def test_an_entry_holds_its_forms_and_the_same_form_of_the_neutral_wording():
    entries = {
        " ".join(entry.atoms): entry.suggestion
        for entry in loading.read_rules({"test.toml": PACK}, ENGLISH).rules["wording.test"].entries
    }
    assert entries["blasted"] == "criticised"
    assert entries["lashing out at"] == "criticising"


def test_a_context_stands_in_for_its_words():
    rule = loading.read_rules({"test.toml": PACK}, ENGLISH).rules["wording.test"]
    assert rule.conditions.not_near == {"blast": {"dog"}}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('kind = "lexicon"', 'kind = "pattern"', "does not fit"),
        ('severity = "mild"', 'severity = "awful"', "severity"),
        ("weight = 0.5", "weight = 5", "weight"),
        ("confidence = 0.5", 'colour = "red"', "colour"),
        ('bad = ["They blasted it."]', "bad = []", "examples"),
        ('"@beasts"', '"@plants"', "plants"),
        ('reason = "why"\n', "", "reason"),
    ],
)
def test_damage_is_told_with_file_and_rule(before, after, told):
    with pytest.raises(DataError, match=rf"test\.toml.*wording\.test.*{told}"):
        loading.read_rules({"test.toml": PACK.replace(before, after)}, ENGLISH)


def test_a_rule_that_stands_twice_is_refused():
    again = PACK[PACK.index("[[rule]]") :]
    with pytest.raises(DataError, match="stands twice"):
        loading.read_rules({"test.toml": PACK + again}, ENGLISH)


def test_a_broken_file_is_named():
    with pytest.raises(DataError, match=r"broken\.toml"):
        loading.read_rules({"broken.toml": "dimension = "}, ENGLISH)


def test_settled_findings_of_an_example_carry_ids_in_reading_order():
    whole = reading("", "BOMBSHELL: Watchdog slams shameful accounts!")
    found = overlap.resolve_overlaps(headline.find(whole, BOOK))
    assert [finding.id for finding in found] == [f"f{number}" for number in range(1, len(found) + 1)]
    assert [finding.exact for finding in found] == ["BOMBSHELL:", "slams", "shameful", "!"]
