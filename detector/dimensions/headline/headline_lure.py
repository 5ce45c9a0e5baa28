"""A headline that the network of several languages takes for clickbait as a whole, where no rule says which words
lure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detector.article import AUTHOR, Finding, Span
from detector.dimensions.headline.headline_text import HeadlineText
from detector.rules import RuleBook
from detector.rules.matching import form_voice, remark
from detector.settings import SETTINGS

RULE = "headline.bait"
LURES = frozenset({RULE, "headline.forward-reference"})


def find_lure(head: HeadlineText, book: RuleBook, found: Sequence[Finding]) -> Iterator[Finding]:
    """The remark on a whole headline, at most one; `found` are the other remarks on its words. None where the model
    also tells alarm, which is shown by words (see `headline_alarm`)."""
    insight = head.reading.insight
    if insight is None or insight.alarm is not None or insight.bait is None or not head.rest:
        return
    span = Span(head.rest[0].span.start, head.rest[-1].span.end)
    if insight.bait < SETTINGS.headline.lure or RULE not in book.rules or form_voice(head.reading, span) != AUTHOR:
        return
    if not any(finding.rule in LURES for finding in found):
        sure = round(insight.bait, 2)
        yield replace(remark(head.reading, book.rules[RULE], span, {"model": sure}, voice=AUTHOR), confidence=sure)
