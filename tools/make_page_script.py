"""Writes `extension/page/injected.js`, the one script that the extension puts on a page, from the modules of
`extension/page/`: `python tools/make_page_script.py`.

A browser injects no modules, so they are joined in the order in which they need each other, each in a function of its
own, without their comments. A test holds that the script is up to date.
"""

import re
from pathlib import Path

EXTENSION = Path(__file__).parents[1] / "extension"
ENTRY = EXTENSION / "page" / "main.js"
SCRIPT = EXTENSION / "page" / "injected.js"
HEAD = "/** What the extension runs on a page. Written by tools/make_page_script.py from the modules of page/. */\n"
COMMENT = re.compile(r"^[ ]*/\*\*(?:(?!\*/).)*\*/\n|^[ ]*//[^\n]*\n", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"/\*\* @type \{(?:(?!\*/).)*\*/ ?", re.DOTALL)
IMPORT = re.compile(r'^import (?:\* as (?P<whole>\w+)|\{(?P<names>[^}]*)\}) from "(?P<path>[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|class) (\w+))", re.MULTILINE)


def script(entry: Path = ENTRY) -> str:
    """The script: every module that the entry needs, those that others need first."""
    order: list[Path] = []
    _visit(entry, order, ())
    return HEAD + "(() => {\n" + "".join(map(_joined, order)) + "})();\n"


def _visit(path: Path, order: list[Path], above: tuple[Path, ...]) -> None:
    if path in above:
        raise ValueError(f"{path.name} needs itself, by way of {above[-1].name}.")
    for found in IMPORT.finditer(path.read_text(encoding="utf-8")):
        _visit((path.parent / found["path"]).resolve(), order, (*above, path))
    if path not in order:
        order.append(path)


def _joined(path: Path) -> str:
    """A module as a constant that holds what it exports."""
    source = COMMENT.sub("", path.read_text(encoding="utf-8"))
    names = EXPORT.findall(source)
    body = INLINE.sub("", EXPORT.sub("", IMPORT.sub(_bound, source))).strip()
    given = f"\nreturn {{ {', '.join(names)} }};" if names else ""
    return f"const {_name(path)} = (() => {{\n{body}{given}\n}})();\n"


def _bound(found: re.Match[str]) -> str:
    module = _name(Path(found["path"]))
    wanted = found["whole"] or "{" + re.sub(r"\s+as\s+", ": ", found["names"]) + "}"
    return f"const {wanted} = {module};\n"


def _name(path: Path) -> str:
    return f"${path.stem}"


if __name__ == "__main__":
    SCRIPT.write_text(script(), encoding="utf-8")
