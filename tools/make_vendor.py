"""Writes `detector/vendor`: the parts of trafilatura, courlan and TextBlob that we use, as their authors wrote them:
`python -m tools.make_vendor`.

Each of them brings packages that these parts never call: courlan the languages of babel (36 MB), TextBlob the whole of
NLTK (13 MB, and 0.25 s at each start). So they are developers' packages. A test holds that the copies are up to date,
and `make audit` looks up the packages that they were made of. Only `NOTICE` is written by hand.
"""

import ast
import re
import shutil
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "detector" / "vendor"
PARTS = {
    "trafilatura": """baseline.py core.py deduplication.py external.py htmlprocessing.py json_metadata.py
        main_extractor.py metadata.py readability_lxml.py settings.cfg settings.py utils.py xml.py xpaths.py""",
    "courlan": "clean.py filters.py settings.py urlutils.py",
    "textblob": """_text.py en/__init__.py en/en-context.txt en/en-entities.txt en/en-lexicon.txt
        en/en-morphology.txt en/en-sentiment.xml""",
}
EXPORTS = {  # what the parts import from a package itself
    "courlan": """from .clean import normalize_url as normalize_url
from .filters import is_valid_url as is_valid_url
from .filters import validate_url as validate_url
from .urlutils import extract_domain as extract_domain
from .urlutils import fix_relative_urls as fix_relative_urls
from .urlutils import get_base_url as get_base_url
"""
}
DROPPED = {"courlan/filters.py": ("langcodes_score", "lang_filter")}  # all that needs babel
OUTSIDE = re.compile(r"^from babel import .*\n", re.MULTILINE)
OWN = re.compile(rf"^(\s*from )({'|'.join(PARTS)})(?=[. ])", re.MULTILINE)
ROOM = '"""Parts of other projects, unchanged but for their imports: see `tools.make_vendor`, which writes them."""\n'
HEAD = '"""Parts of {name} {version}; its licence stands beside this file. See `tools.make_vendor`."""\n'


def vendored() -> dict[str, bytes]:
    """What the folder should hold, by path."""
    return {"__init__.py": ROOM.encode(), **{name: held for package in PARTS for name, held in parts(package)}}


def parts(package: str) -> Iterator[tuple[str, bytes]]:
    """The files of one package."""
    told = distribution(package)
    (licence,) = [path for path in told.files or () if path.name == "LICENSE"]
    yield f"{package}/LICENSE", licence.read_binary()
    head = HEAD.format(name=package, version=told.version)
    yield f"{package}/__init__.py", f"{head}\n{EXPORTS[package]}".encode() if package in EXPORTS else head.encode()
    for name in PARTS[package].split():
        path = f"{package}/{name}"
        held = Path(str(told.locate_file(path))).read_bytes()
        yield path, adapt(path, held.decode(), told.version).encode() if name.endswith(".py") else held


def adapt(path: str, source: str, version: str) -> str:
    """A module with imports of our copies, without what is dropped; its version stands in it."""
    lines = source.splitlines(keepends=True)
    for node in reversed(ast.parse(source).body):
        if isinstance(node, ast.FunctionDef) and node.name in DROPPED.get(path, ()):
            first = min([node.lineno, *(mark.lineno for mark in node.decorator_list)])
            del lines[first - 1 : node.end_lineno]
    found = OWN.sub(r"\1detector.vendor.\2", OUTSIDE.sub("", "".join(lines)))
    return re.sub(r'\bversion\("\w+"\)', f'"{version}"', found.replace("from importlib.metadata import version\n", ""))


if __name__ == "__main__":
    for package in PARTS:
        shutil.rmtree(FOLDER / package, ignore_errors=True)
    for name, held in vendored().items():
        place = FOLDER / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(held)
