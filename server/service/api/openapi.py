"""The service described as OpenAPI 3.1, made from the code: its routes, their docstrings, the wire forms, the problems.

A route says with `answers` what it takes, answers and refuses; `describe` puts it all into one document.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from inspect import getdoc
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from flask import Flask
from msgspec.json import schema_components
from werkzeug.routing import Rule

from detector.dimensions.registry import DIMENSIONS
from detector.distribution import release
from detector.errors import reading
from server import forms
from server.problems import CONTENT_TYPE, PROBLEMS, ProblemForm
from server.settings import FACT_CHECKS

View = TypeVar("View", bound=Callable[..., Any])
FIELDS = Path(__file__).with_name("fields.toml")
VERSIONED = "/v1/"
SPOKEN = ("summary", "description")  # what a document says to people
SEPARATOR = " · "  # between sentences of one description
REF = "#/components/schemas/{name}"
COMMON = (
    *("bad-request", "forbidden-host", "forbidden-origin"),
    *("request-timeout", "headers-too-large", "internal-error", "not-implemented"),
)
GUARDED = ("not-paired", "pairings-unavailable")  # of everything under /v1/
READING = (
    *("bad-json", "bad-encoding", "bad-text", "bad-field", "unknown-field", "duplicate-field"),
    *("body-too-large", "unsupported-media-type"),
)
ANALYSING = (
    *("missing-header", "missing-input", "two-inputs", "bad-include", "bad-options", "bad-input", "empty-input"),
    *("not-html", "page-too-large", "page-too-complex", "page-too-costly", "page-too-much-memory"),
    *("too-many-requests", "busy", "overloaded", "not-ready"),
)
PAIRING = ("wrong-code", "code-expired", "too-many-tries", "pairings-unavailable")
INFO = {
    "title": "Undertone",
    "summary": "How a news page is written: how loaded its headline and wording are, and who gets to speak.",
    "description": (
        "It does not say whether a story is true. Programs on this computer need no token. A browser extension needs "
        "one, and so does everybody if the server can be reached from other computers. Web pages cannot use it. Fields "
        "may be added to responses; none of those described here will be removed."
    ),
    "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
}
TOKEN = {"type": "http", "scheme": "bearer", "description": "The token from `POST /pair`."}
NOTHING: Mapping[str, Any] = MappingProxyType({})
TEXT = {"type": "string"}
WORDS: dict[str, Any] = {**TEXT, "minLength": 1, "maxLength": FACT_CHECKS.longest, "pattern": r"\w"}
PATH: dict[str, dict[str, Any]] = {"nonce": {**TEXT, "pattern": forms.NONCE}, "q": WORDS}  # parts of an address
HEADERS = {
    "Content-Disposition": {"description": "`attachment`, with a name for the file.", "schema": TEXT},
    "X-Request-ID": {"description": "The id of the request, also in the server's log.", "schema": TEXT},
    "Retry-After": {"description": "How many seconds to wait before asking again.", "schema": {"type": "integer"}},
}


@dataclass(frozen=True, slots=True)
class Contract:
    """What a route takes and answers: forms, the codes of `PROBLEMS` that it may refuse with, media types.

    `files` are the forms by media type of a route that answers files, `None` for those that are no JSON; `choices` the
    values that a part of the address may have; `queries` the parameters that must follow it.
    """

    forms: tuple[type, ...]
    takes: tuple[type, ...]
    problems: tuple[str, ...]
    media: str
    files: Mapping[str, type | None]
    choices: Mapping[str, tuple[str, ...]]
    queries: tuple[str, ...] = ()


def answers(
    *responses: type,
    takes: tuple[type, ...] = (),
    problems: Iterable[str] = (),
    media: str = "application/json",
    files: Mapping[str, type | None] = NOTHING,
    choices: Mapping[str, tuple[str, ...]] = NOTHING,
    queries: tuple[str, ...] = (),
) -> Callable[[View], View]:
    """Put the contract of a route on its view: the forms of its answer and of its body, and what it refuses.

    Where `media` is one of lines, each line has one of the forms.
    """
    known = responses or tuple(filter(None, files.values()))

    def note(view: View) -> View:
        view.__dict__["contract"] = Contract(known, takes, tuple(problems), media, files, choices, queries)
        return view

    return note


def describe(app: Flask, rule_ids: Iterable[str], *, guarded: bool) -> dict[str, Any]:
    """The OpenAPI document of every route of `app` that has a contract; where `guarded`, everybody needs a token."""
    paths: dict[str, dict[str, Any]] = {}
    used: list[type] = [ProblemForm]
    for rule, view, contract in _contracts(app):
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            path = rule.rule.replace("<", "{").replace(">", "}")
            paths.setdefault(path, {})[method.lower()] = _operation(rule, view, contract, guarded=guarded)
        used += [*contract.forms, *contract.takes]
    return {
        "openapi": "3.1.0",
        "info": {**INFO, "version": release()},
        "servers": [{"url": "/"}],
        "paths": paths,
        "components": {"schemas": _schemas(used, sorted(rule_ids)), "securitySchemes": {"token": TOKEN}},
    }


def translate_document(document: dict[str, Any], say: Callable[[str], str]) -> dict[str, Any]:
    """The document with what it says to people translated by `say`, sentence by sentence."""
    return cast("dict[str, Any]", _translate(document, say))


def _translate(value: Any, say: Callable[[str], str]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        return {
            name: SEPARATOR.join(_sentence_in(part, say) for part in item.split(SEPARATOR))
            if name in SPOKEN and isinstance(item, str)
            else _translate(item, say)
            for name, item in value.items()
        }
    return [_translate(item, say) for item in value] if isinstance(value, list) else value


def _sentence_in(part: str, say: Callable[[str], str]) -> str:
    """A sentence translated; where a problem's code stands before it, without that."""
    code = re.match(r"`[a-z-]+`: ", part)
    return code[0] + say(part[code.end() :]) if code else say(part)


def _contracts(app: Flask) -> Iterator[tuple[Rule, Callable[..., Any], Contract]]:
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: (not rule.rule.startswith(VERSIONED), rule.rule)):
        view = app.view_functions[rule.endpoint]
        if contract := view.__dict__.get("contract"):
            yield rule, view, contract


def _operation(rule: Rule, view: Callable[..., Any], contract: Contract, *, guarded: bool) -> dict[str, Any]:
    summary, _, more = (getdoc(view) or "").partition("\n\n")
    operation: dict[str, Any] = {
        "operationId": rule.endpoint.rpartition(".")[2],
        "tags": ["Analysis" if contract.takes and rule.rule.startswith(VERSIONED) else "Server"],
        "summary": " ".join(summary.split()),
        "responses": _responses(rule, contract),
    }
    operation |= {"description": " ".join(more.split())} if more else {}
    if named := [*(("path", name) for name in rule.arguments), *(("query", name) for name in contract.queries)]:
        operation["parameters"] = [
            {"name": name, "in": place, "required": True, "schema": _values(name, contract)} for place, name in named
        ]
    if contract.takes:
        operation["requestBody"] = {"required": True, "content": {contract.media: {"schema": _one_of(contract.takes)}}}
    if rule.rule.startswith(VERSIONED):
        operation["security"] = [{"token": []}] if guarded else [{}, {"token": []}]
    return operation


def _responses(rule: Rule, contract: Contract) -> dict[str, Any]:
    responses: dict[str, Any] = {"200": _good(contract)}
    codes = {*COMMON, *contract.problems, *(GUARDED if rule.rule.startswith(VERSIONED) else ())}
    for status in sorted({PROBLEMS[code][0] for code in codes}):
        named = sorted(code for code in codes if PROBLEMS[code][0] == status)
        schema = {**_ref(ProblemForm), "properties": {"status": {"const": status}, "code": {"enum": named}}}
        responses[str(status)] = {
            "description": SEPARATOR.join(f"`{code}`: {PROBLEMS[code][1]}" for code in named),
            "headers": _headers(*(("Retry-After",) if status in (429, 503) else ())),
            "content": {CONTENT_TYPE: {"schema": schema}},
        }
    return responses


def _good(contract: Contract) -> dict[str, Any]:
    """The answer to a request that nothing is wrong with."""
    if contract.files:
        content = {media: {"schema": _ref(form) if form else TEXT} for media, form in contract.files.items()}
        return {"description": "The file.", "headers": _headers("Content-Disposition"), "content": content}
    good = SEPARATOR.join(" ".join((getdoc(form) or "").partition("\n\n")[0].split()) for form in contract.forms)
    content = {contract.media: {"schema": _one_of(contract.forms)}}
    return {"description": good, "headers": _headers(), "content": content}


def _values(name: str, contract: Contract) -> dict[str, Any]:
    """What a part of an address may be."""
    return {**TEXT, "enum": list(choices)} if (choices := contract.choices.get(name)) else PATH.get(name, TEXT)


def _headers(*more: str) -> dict[str, Any]:
    return {name: HEADERS[name] for name in ("X-Request-ID", *more)}


def _one_of(several: tuple[type, ...]) -> dict[str, Any]:
    return {"oneOf": list(map(_ref, several))} if len(several) > 1 else _ref(several[0])


def _ref(form: type) -> dict[str, str]:
    return {"$ref": REF.format(name=_name(form.__name__))}


def _name(form: str) -> str:
    return form.removesuffix("Form")


def _schemas(used: Iterable[type], rule_ids: list[str]) -> dict[str, Any]:
    _, components = schema_components(list(dict.fromkeys(used)), ref_template=REF)
    schemas = {_name(name): _renamed(schema) for name, schema in sorted(components.items())}
    for listed in (options := schemas["Options"]["properties"])["disable"], options["ignore"]:
        del listed["uniqueItems"]  # they are sets, and whoever names a word twice means no other
    options["disable"]["items"] = {"enum": rule_ids}
    for dimension in DIMENSIONS:
        schemas["Levels"]["properties"][dimension.id]["anyOf"][0] = {"enum": list(dimension.levels)}
    for form, meanings in _meanings().items():
        for name, meaning in meanings.items():
            schemas[form]["properties"][name]["description"] = meaning
    return schemas


@cache
def _meanings() -> Mapping[str, Mapping[str, str]]:
    """What fields mean, by form. Raises `DataError` where the file is damaged."""
    with reading(FIELDS.name):
        meanings: dict[str, dict[str, str]] = tomllib.loads(FIELDS.read_text(encoding="utf-8"))
    return meanings | {"LineProblem": meanings["Problem"] | meanings["LineProblem"]}


def _renamed(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, Mapping):
        kept = {name: _renamed(item) for name, item in value.items()}
        if isinstance(description := kept.get("description"), str):
            kept["description"] = " ".join(description.split())
        return kept | {name: _name(kept[name]) for name in ("$ref", "title") if isinstance(kept.get(name), str)}
    return [_renamed(item) for item in value] if isinstance(value, list) else value
