"""What the words of a language say of whether a sentence is worth checking, as learnt: `models/claims.json`."""

import json
from collections.abc import Mapping

from detector.errors import reading
from detector.languages.parts import home


def load(code: str) -> Mapping[str, float]:
    """The log-odds that each stem adds. Raises `DataError` where the file is missing or damaged."""
    with reading("models/claims.json"):
        text = home(code).joinpath("models", "claims.json").read_text(encoding="utf-8")
        return {str(stem): float(weight) for stem, weight in json.loads(text)["weights"].items()}
