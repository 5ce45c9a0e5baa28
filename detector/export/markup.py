"""Builds HTML and SVG of elements. Whatever is not `Markup` is text and comes out as it reads, so that no words become
markup."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from markupsafe import Markup, escape

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
NOTHING: Mapping[str, object] = MappingProxyType({})

__all__ = ["Child", "Markup", "element", "join"]

Child = str | None | Iterable["Child"]


def join(*children: Child) -> Markup:
    """Children as one piece of HTML: texts escaped, `None` left out, sequences one after the other."""
    return Markup("").join(_each(children))


def _each(child: Child) -> Iterable[str]:
    if isinstance(child, str):
        yield child
    elif child is not None:
        for inner in child:
            yield from _each(inner)


def element(name: str, attributes: Mapping[str, object] = NOTHING, *children: Child) -> Markup:
    """An element; an attribute that is `None` or false is left out, one that is true has no value."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    content = "" if name in VOID else f"{join(*children)}</{name}>"
    return Markup(f"<{name}{written}>{content}")  # noqa: S704 - names are ours, the rest is escaped


def _attribute(name: str, value: object) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(_number(value))}"'


def _number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
