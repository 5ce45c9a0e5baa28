"""One passage of our own and the marks a careful reader makes in it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    """One article and its marks: each mark is (source's name, style, how the content begins)."""

    name: str
    text: str
    marks: tuple[tuple[str | None, str, str], ...]
