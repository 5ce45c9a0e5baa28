"""The engine of rules as data: loading, conditions, matching, overlap."""

from detector.rules.files import digest
from detector.rules.loading import ATOM, load, read_rules
from detector.rules.rule import Entry, Example, Rule, RuleBook
from detector.rules.texts import RuleTexts, rule_texts

__all__ = ["ATOM", "Entry", "Example", "Rule", "RuleBook", "RuleTexts", "digest", "load", "read_rules", "rule_texts"]
