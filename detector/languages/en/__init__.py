"""English."""

from detector.languages.en import attribution
from detector.languages.pack import Pack

PACK = Pack(
    code="en",
    attribution=attribution.load(),
)
