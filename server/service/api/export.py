"""`POST /v1/export/{format}`: the report of a page or text as a file, in a format of `detector.export.FORMATS`."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from flask import Blueprint, Response

from detector.export import FORMATS
from detector.schema import Report
from server import forms
from server.export_forms import AnnotationsForm, SarifForm
from server.problems import Problem
from server.service.api import openapi
from server.service.api.openapi import answers
from server.service.api.routes import parts, read_request, tag

BLUEPRINT = Blueprint("exporting", __name__)
FORMS: Mapping[str, type] = MappingProxyType(
    {"application/ld+json": AnnotationsForm, "application/sarif+json": SarifForm, "application/json": Report}
)


@BLUEPRINT.post("/v1/export/<name>")
@answers(
    files={form.media_type: FORMS.get(form.media_type) for form in FORMATS.values()},
    choices={"name": tuple(FORMATS)},
    takes=(forms.PageRequest, forms.TextRequest),
    problems=("unknown-format", *openapi.READING, *openapi.ANALYSING),
)
def export(name: str) -> Response:
    """Analyse a page or a text, and get the report as a file.

    The body is that of `POST /v1/analyze`. `annotated` is a copy of the page with its remarks, `report` a page of
    charts, `markdown` notes, `annotations` W3C Web Annotations, `sarif` SARIF 2.1.0, `json` the report itself.
    """
    form = FORMATS.get(name)
    if form is None:
        raise Problem("unknown-format", f"There is no format {name[:40]!r}; ask for one of {', '.join(FORMATS)}.")
    content = parts().pool.submit(replace(read_request(), form=name))
    response = Response(content, mimetype=form.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="undertone-{name}{form.ending}"'
    return tag(response)
