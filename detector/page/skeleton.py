"""A text without all that re-typing changes, to tell whether two are the same."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_NOT_WORD_BYTES = bytes(code for code in range(128) if not chr(code).isalnum())


def skeleton(text: str) -> str:
    """Only the letters and digits, compatibility-normalised and case-folded."""
    if text.isascii():  # most are, which is told faster
        return text.lower().encode().translate(None, _NOT_WORD_BYTES).decode()
    return _NOT_WORD.sub("", unicodedata.normalize("NFKC", text).casefold())
