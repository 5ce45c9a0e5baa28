"""English."""

from detector.languages.pack import Pack

PACK = Pack(code="en")
