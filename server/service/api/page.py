"""The OpenAPI document as a page: what its template shows, in the order in which one reads it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Schema = Mapping[str, Any]
Pieces = list[tuple[str, str]]  # words, and the name of the schema that they lead to ("" for none)
BOUNDS = (("minimum", "from"), ("maximum", "to"), ("minLength", "from"), ("maxLength", "at most"))


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a schema."""

    name: str
    kind: Pieces
    required: bool
    told: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A method at an address."""

    method: str
    path: str
    summary: str
    body: Pieces
    answer: Pieces
    problems: list[tuple[str, str]]


def outline(document: Mapping[str, Any]) -> dict[str, Any]:
    """What the template `api.html` needs of an OpenAPI document of `openapi.describe`."""
    schemas = document["components"]["schemas"]
    return {
        "info": document["info"],
        "operations": list(_operations(document["paths"])),
        "schemas": [(name, schemas[name].get("description", ""), _fields(schemas[name])) for name in sorted(schemas)],
    }


def _operations(paths: Mapping[str, Any]) -> Iterator[Operation]:
    for path, methods in paths.items():
        for method, told in methods.items():
            answers = told["responses"]
            yield Operation(
                method.upper(),
                path,
                told["summary"],
                _content(told["requestBody"]) if "requestBody" in told else [],
                _content(answers["200"]),
                [(status, answer["description"]) for status, answer in answers.items() if status != "200"],
            )


def _content(held: Mapping[str, Any]) -> Pieces:
    return _joined([[*kind(told["schema"]), (f" as {media}", "")] for media, told in held["content"].items()], ", or ")


def _fields(schema: Schema) -> list[Field]:
    required = schema.get("required", [])
    return [
        Field(name, kind(held), name in required, held.get("description", ""))
        for name, held in schema.get("properties", {}).items()
    ]


def kind(schema: Schema) -> Pieces:
    """What values a schema takes, in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return [(name, name)]
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return _joined([kind(part) for part in schema[several]], " or ")
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return [(" | ".join(f"“{value}”" if isinstance(value, str) else str(value) for value in values), "")]
    if schema.get("type") == "array":
        return [("list of ", ""), *_joined([kind(part) for part in _items(schema)], ", ")]
    bounds = "".join(f" {word} {schema[bound]}" for bound, word in BOUNDS if bound in schema)
    return [(f"{schema.get('type', 'anything')}{bounds}", "")]


def _items(schema: Schema) -> list[Schema]:
    if "prefixItems" in schema:
        return list(schema["prefixItems"])
    return [schema["items"]] if schema.get("items") else [{}]


def _joined(parts: list[Pieces], word: str) -> Pieces:
    return [piece for index, part in enumerate(parts) for piece in ([(word, "")] if index else []) + part]
