"""What became of a row: a line of the output, or why there is none."""

from dataclasses import dataclass

from server.batch.inputs.rows import Flaw, Place


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the row at `place`: its `line` (JSON without its end) with the text's `digest`, or a `flaw`.

    All rows before `settled` are done too. `read` counts the bytes of the source read so far.
    """

    place: Place
    settled: Place
    read: int
    id: str
    line: bytes = b""
    digest: str = ""
    flaw: Flaw | None = None
