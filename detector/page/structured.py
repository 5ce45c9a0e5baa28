"""JSON-LD (schema.org) as pages really write it: broken, nested, repeated. Nothing in it can make this fail."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from detector.settings import SETTINGS

_COMMENT = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*+\]\]>|\]\]>)\s*+;?\s*+$")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|Review|Posting|Story)$")


def objects(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Give every JSON object in the scripts, outer ones first, at most 500; what is no JSON is passed over."""
    queue: list[object] = [value for script in scripts if (value := _parse(script)) is not None]
    count = 0
    for value in queue:  # grows while it is read: breadth first, without recursion
        if isinstance(value, dict):
            count += 1
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extend(inner for inner in value if isinstance(inner, dict | list))
        if count >= SETTINGS.page.max_objects:
            return


def types(item: dict[str, Any]) -> tuple[str, ...]:
    """The object's types without their vocabulary."""
    named = item.get("@type")
    names = named if isinstance(named, list) else [named]
    return tuple(name.rpartition("/")[2] for name in names if isinstance(name, str))


def is_article(item: dict[str, Any]) -> bool:
    """Whether the object describes an article of any kind."""
    return any(_ARTICLE.search(name) for name in types(item))


def text(value: object) -> str | None:
    """The words of a property: a string, the first of a list, or the name of an object."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value")
        else:
            break
    return " ".join(value.split()) or None if isinstance(value, str) else None


def by_id(items: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The objects that have a name, by the id under which others refer to them."""
    return {item["@id"]: item for item in items if isinstance(item.get("@id"), str) and item.get("name")}


def linked(value: object, named: dict[str, dict[str, Any]]) -> object:
    """What a property holds: the object itself where only its id stands there."""
    key = value.get("@id") if isinstance(value, dict) and not value.get("name") else None
    return named.get(key, value) if isinstance(key, str) else value


def names(value: object, named: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    """The names in a property that may hold one or several persons, or the ids of persons in `named`."""
    values = value if isinstance(value, list) else [value]
    return tuple(name for item in values[: SETTINGS.page.max_names] if (name := text(linked(item, named))))


def _parse(script: str) -> object:
    source = _COMMENT.sub("", _COMMENT.sub("", script[: SETTINGS.page.max_script]))
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        return None
