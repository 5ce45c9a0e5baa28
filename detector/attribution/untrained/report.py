"""What rules find: words given to somebody, before it is known who that is."""

from dataclasses import dataclass

from detector.attribution.untrained.lines import Line
from detector.attribution.untrained.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Report:
    """Words given to somebody: token ranges of `said`, which is `line` but where a sentence takes up the one before.
    `source`, of `line`, names the speaker; where it is `None` and `again`, whoever spoke last does; where it is not,
    nobody is given the words; without content it only announces who speaks in the next line. `joined` is a pronoun
    joined to the verb; `topic` is whom a line before was about since anybody spoke, who is then the one."""

    line: Line
    content: tuple[Phrase, ...]
    cue: tuple[Phrase, ...] = ()
    source: Phrase | None = None
    again: bool = False
    thought: bool = False
    joined: str = ""
    before: Line | None = None
    topic: tuple[Line, Phrase] | None = None

    @property
    def said(self) -> Line:
        """The line of the content."""
        return self.before or self.line
