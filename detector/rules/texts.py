"""What a rule says, in the language of whoever reads it."""

from dataclasses import dataclass

from detector.languages import Messages
from detector.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """The message of a rule's remarks, its reason, and what it suggests; they may hold `{fields}` of the evidence."""

    message: str
    reason: str
    suggestion: str | None


def rule_texts(rule: Rule, messages: Messages) -> RuleTexts:
    """What a rule says in the language of `messages`; in that of its pack where they say nothing of it."""
    texts = messages.rules.get(rule.id, {})
    return RuleTexts(
        texts.get("message", rule.message), texts.get("reason", rule.reason), texts.get("suggestion", rule.suggestion)
    )
