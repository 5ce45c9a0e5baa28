"""Writes `extension/panel/formats.js`, what the panel's menu offers, from the formats of `detector.export`:
`python tools/make_formats.py`.

A test holds that it is up to date.
"""

from pathlib import Path

from detector.export import FORMATS

SCRIPT = Path(__file__).parents[1] / "extension" / "panel" / "formats.js"
TEMPLATE = """\
/** The formats in which the server gives a report away. Written by tools/make_formats.py. */
export const FORMATS = [{names}];
"""


def script() -> str:
    """The script: the ids of the formats, in order."""
    return TEMPLATE.format(names=", ".join(f'"{name}"' for name in FORMATS))


if __name__ == "__main__":
    SCRIPT.write_text(script(), encoding="utf-8")
