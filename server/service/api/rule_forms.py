"""The rules in their wire form, in the language of the reader."""

from detector import languages
from detector.rules import Rule, RuleBook, digest, rule_texts
from server import forms


def describe_all(book: RuleBook, messages: languages.Messages) -> forms.RulesForm:
    """All rules, by id, as `describe` has them."""
    listed = tuple(describe(book.rules[name], messages) for name in sorted(book.rules))
    return forms.RulesForm("undertone/rules/1", digest(), listed)


def describe(rule: Rule, messages: languages.Messages) -> forms.RuleForm:
    """A rule in its wire form, what it says in the language of `messages`."""
    texts = rule_texts(rule, messages)
    return forms.RuleForm(
        id=rule.id,
        dimension=rule.dimension,
        technique=rule.technique,
        severity=rule.severity,
        message=texts.message,
        reason=texts.reason,
        suggestion=texts.suggestion,
        source=rule.source,
        bad=tuple(forms.ExampleForm(*example) for example in rule.bad),
        good=tuple(forms.ExampleForm(*example) for example in rule.good),
    )
