"""The engine of rules as data: loading, conditions, matching, overlap."""

from detector.rules.loading import ATOM, Entry, Example, Rule, RuleBook, digest, load, read

__all__ = ["ATOM", "Entry", "Example", "Rule", "RuleBook", "digest", "load", "read"]
