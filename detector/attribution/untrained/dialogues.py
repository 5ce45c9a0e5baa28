"""Speech that a dash opens and that goes on over the sentences of its paragraph: —No iré —dijo Ruiz—. | Es tarde.

After the Ortografía of the Real Academia Española on the raya (§ 3.4.8).
"""

from detector.attribution.untrained.lines import ENDS, Line

DASHES = frozenset({"—", "–"})


def goes_on(line: Line, before: Line | None, found: bool) -> bool:
    """Whether what a dash opened is still being said behind a line; `found`: it has a report of its own, `before` is
    the last line of what is being said, if any is."""
    opens = line.tokens[0].text in DASHES
    closing = next((token for token in reversed(line.tokens) if token.text not in ENDS), None)
    if found:
        return closing is not None and closing.text in DASHES and (opens or is_within(line, before))
    return is_within(line, before)


def is_within(line: Line, before: Line | None) -> bool:
    """Whether a line stands in the paragraph of what is being said and no dash opens something new."""
    return before is not None and before.block == line.block and line.tokens[0].text not in DASHES
