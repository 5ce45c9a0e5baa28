"""English."""

from detector.languages.en import attribution
from detector.languages.pack import Pack

GRAMMAR = attribution.load()
PACK = Pack(
    code="en",
    attribution=GRAMMAR,
)
