"""Builds HTML and SVG. Whatever is not `Markup` is text and comes out as it reads, so that no words become markup."""

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
NOTHING: Mapping[str, object] = MappingProxyType({})


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


Child = str | None | Iterable["Child"]


def join(*children: Child) -> Markup:
    """Children as one piece of HTML: texts escaped, `None` left out, sequences one after the other."""
    return Markup("".join(_each(children)))


def _each(child: Child) -> Iterable[str]:
    if isinstance(child, Markup):
        yield child
    elif isinstance(child, str):
        yield escape(child, quote=False)
    elif child is not None:
        for inner in child:
            yield from _each(inner)


def element(name: str, attributes: Mapping[str, object] = NOTHING, *children: Child) -> Markup:
    """An element; an attribute that is `None` or false is left out, one that is true has no value."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    return Markup(f"<{name}{written}>" if name in VOID else f"<{name}{written}>{join(*children)}</{name}>")


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(_number(value))}"'


def _number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
