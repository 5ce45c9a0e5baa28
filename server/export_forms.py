"""The wire forms of exported files, as far as the OpenAPI document tells them: their standards say the rest."""

from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from detector.schema.units import Count


class AnnotationsForm(Struct):
    """The remarks as a page of W3C Web Annotations (JSON-LD)."""

    context: Literal["http://www.w3.org/ns/anno.jsonld"] = field(name="@context")
    id: Annotated[str, Meta(pattern="^urn:uuid:")]
    type: Literal["AnnotationPage"]
    start_index: Count = field(name="startIndex")
    items: list[dict[str, Any]]


class SarifForm(Struct):
    """The remarks as a log of SARIF 2.1.0."""

    schema: str = field(name="$schema")
    version: Literal["2.1.0"]
    runs: list[dict[str, Any]]
