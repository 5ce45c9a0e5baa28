"""The OpenAPI document as a page: what its template shows, in the order in which one reads it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from server.words import noted

Schema = Mapping[str, Any]
Pieces = list[tuple[str, str]]  # words, and the name of the schema that they lead to ("" for none)
Say = Callable[[str], str]  # translates
BOUNDS = (
    ("minimum", noted("at least {bound}")),
    ("maximum", noted("at most {bound}")),
    ("minLength", noted("at least {bound} characters")),
    ("maxLength", noted("at most {bound} characters")),
)
OR, LIST, ANY = noted("or"), noted("list of"), noted("any value")
TYPES = {
    "string": noted("text"),
    "number": noted("number"),
    "integer": noted("whole number"),
    "boolean": noted("true or false"),
    "object": noted("object"),
    "null": "null",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a schema."""

    name: str
    kind: Pieces
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """A method at an address."""

    method: str
    path: str
    summary: str
    body: Pieces
    answer: Pieces
    problems: list[tuple[str, str]]


def outline(document: Mapping[str, Any], say: Say) -> dict[str, Any]:
    """What the template `api.html` needs of an OpenAPI document of `openapi.describe`; `say` translates the words
    around what the document says."""
    schemas = document["components"]["schemas"]
    return {
        "info": document["info"],
        "operations": list(_operations(document["paths"], say)),
        "schemas": [
            (name, schema.get("description", ""), _fields(schema, say)) for name, schema in sorted(schemas.items())
        ],
    }


def _operations(paths: Mapping[str, Any], say: Say) -> Iterator[Operation]:
    for path, methods in paths.items():
        for method, operation in methods.items():
            answers = operation["responses"]
            yield Operation(
                method.upper(),
                path,
                operation["summary"],
                _content(operation["requestBody"], say) if "requestBody" in operation else [],
                _content(answers["200"], say),
                [(status, answer["description"]) for status, answer in answers.items() if status != "200"],
            )


def _content(body: Mapping[str, Any], say: Say) -> Pieces:
    several = [[*kind(entry["schema"], say), (f" ({media})", "")] for media, entry in body["content"].items()]
    return _joined(several, f" {say(OR)} ")


def _fields(schema: Schema, say: Say) -> list[Field]:
    required = schema.get("required", [])
    return [
        Field(name, kind(field, say), name in required, field.get("description", ""))
        for name, field in schema.get("properties", {}).items()
    ]


def kind(schema: Schema, say: Say) -> Pieces:
    """What values a schema takes, in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return [(name, name)]
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return _joined([kind(part, say) for part in schema[several]], f" {say(OR)} ")
    if "enum" in schema or "const" in schema:
        values = schema.get("enum", [schema.get("const")])
        return [(" | ".join(f"“{value}”" if isinstance(value, str) else str(value) for value in values), "")]
    if schema.get("type") == "array":
        return [(f"{say(LIST)} ", ""), *_joined([kind(part, say) for part in _items(schema)], ", ")]
    named = say(TYPES[schema["type"]]) if "type" in schema else say(ANY)
    bounds = [say(words).format(bound=schema[bound]) for bound, words in BOUNDS if bound in schema]
    return [(", ".join((named, *bounds)), "")]


def _items(schema: Schema) -> list[Schema]:
    if "prefixItems" in schema:
        return list(schema["prefixItems"])
    return [schema["items"]] if schema.get("items") else [{}]


def _joined(parts: list[Pieces], word: str) -> Pieces:
    return [piece for index, part in enumerate(parts) for piece in ([(word, "")] if index else []) + part]
