"""What schemathesis must know of the service beyond its OpenAPI document; loaded by `schemathesis.toml`."""

import json
from typing import Any

import schemathesis
from schemathesis.checks import CheckContext
from schemathesis.specs.openapi.checks import positive_data_acceptance

LINES = "application/x-ndjson"
OF_THE_CONTENT = {"empty-input", "not-html", "page-too-large", "page-too-complex", "page-too-costly", "code-expired"}


@schemathesis.serializer(LINES)
def write_line(context: schemathesis.SerializationContext, value: Any) -> bytes:
    """A batch of one line."""
    return json.dumps(value).encode()


@schemathesis.deserializer(LINES)
def read_line(context: schemathesis.DeserializationContext, response: schemathesis.Response) -> Any:
    """The answer to a batch of one line; nothing where the line was blank."""
    return json.loads(response.content) if response.content else None


@schemathesis.check
def what_the_document_allows_is_taken(
    context: CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> bool | None:
    """As `positive_data_acceptance`, but a page or a code may be refused for what it says: no schema can tell that."""
    kind = response.headers.get("content-type", [""])[0]
    if kind == "application/problem+json" and response.json()["code"] in OF_THE_CONTENT:
        return None
    return positive_data_acceptance(context, response, case)
