"""What somebody calls a thing, as a participle tells it: un plan jugé | « injuste » | par Luc Roe.

Positions are indices into the tokens of a line.
"""

from collections.abc import Iterator

from detector.attribution.untrained import phrases, speakers
from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.report import Report

NEAR = 3  # tokens between a participle and the quoted words


def find(line: Line) -> Iterator[Report]:
    """The quoted words of a line that a participle without its auxiliary gives to an agent, where the verb does not
    come second."""
    if line.grammar.verb_second:
        return
    for index in range(len(line.tokens) - 1):
        if line.tokens[index].quoted or not line.tokens[index + 1].quoted:
            continue
        first = index + 1
        last = next((at for at in range(first, len(line.tokens)) if not line.tokens[at].quoted), len(line.tokens))
        if last >= len(line.tokens) or line.low[last] not in line.grammar.words.agents:
            continue
        verb = _participle(line, first)
        agent = phrases.noun_phrase(line, last + 1, len(line.tokens)) if verb is not None else None
        if verb is not None and agent is not None and speakers.is_named(line, agent):
            yield Report(line, ((first, last),), ((verb, verb + 1),), agent)


def _participle(line: Line, stop: int) -> int | None:
    """Where the participle of a verb of reporting stands right before a position, small words between perhaps."""
    for at in range(stop - 1, max(-1, stop - NEAR - 1), -1):
        forms = line.grammar.forms.get(line.low[at], ())
        if any(form.form == "participle" and not form.needs and form.frames & {"clause", "object"} for form in forms):
            return at
        if line.low[at] not in line.grammar.words.genitives | line.grammar.words.comparatives:
            return None
    return None
