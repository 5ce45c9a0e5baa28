"""How a line closes that is a sentence, in any script."""

_STOPS = (".", "!", "?", "…", "。", "؟", "।", "！", "？")
_CLOSERS = "\"'”’»)」"


def ends_sentence(text: str, *, or_announces: bool = False) -> bool:
    """Whether a text closes as a sentence does, marks of quotation and round brackets aside; where `or_announces`, a
    colon will do."""
    bare = text.rstrip(_CLOSERS)
    return bare.endswith(_STOPS) or (or_announces and bare.endswith(":"))
