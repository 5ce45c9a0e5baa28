"""The documentation as pages of the server: Markdown files without pictures, linked to each other."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from posixpath import join, normpath
from textwrap import dedent

from markdown_it import MarkdownIt
from markdown_it.token import Token

FIRST = "index"
NAME = re.compile(r"(?:(?:how-to|explanation|reference)/)?[a-z][a-z-]*")
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
# two notations of mkdocs that Markdown lacks: notes, and tabs, which are shown one below the other
NOTE = re.compile(r"^!!! (\w+)\n((?:(?: {4}.*)?\n)+)", re.MULTILINE)
TAB = re.compile(r'^=== "(.+)"\n\n((?:(?: {4}.*)?\n)+)', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its title in plain words, and its HTML."""

    title: str
    html: str


def page(folder: Path, name: str) -> Page | None:
    """The page `name` (a path without its ending) of the documentation in `folder`; `None` where there is none."""
    file = folder / f"{name}.md"
    if not NAME.fullmatch(name) or not file.is_file():
        return None
    return _rendered(file, name, file.stat().st_mtime_ns)


@lru_cache(64)
def _rendered(file: Path, name: str, changed: int) -> Page:
    source = file.read_text(encoding="utf-8")
    source = NOTE.sub(lambda match: f"> {' '.join(match[2].split())}\n\n", source)
    source = TAB.sub(lambda match: f"**{match[1]}**\n\n{dedent(match[2])}", source)
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(source)
    _name_headings(tokens)
    for token in tokens:
        token.children = [_led(child, name) for child in token.children or () if child.type != "image"]
    title = TITLE.search(source)
    return Page(title[1] if title else name, markdown.renderer.render(tokens, markdown.options, {}))


def _name_headings(tokens: list[Token]) -> None:
    """Give headings the names that links of the documentation know them by."""
    for opening, inside in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", re.sub(r"[^\w -]", "", inside.content).strip().lower().replace(" ", "-"))


def _led(token: Token, name: str) -> Token:
    """A link to another page of the documentation leads to that page of the server."""
    target = str(token.attrGet("href") or "")
    file, sign, anchor = target.partition("#")
    if token.type == "link_open" and file.endswith(".md") and ":" not in file:
        place = normpath(join("/docs", name, "..", file.removesuffix(".md")))
        token.attrSet("href", f"{place}{sign}{anchor}")
    return token
