"""The pages that the server shows to people, in the language that their browser asks for."""

import gzip
import re
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, current_app, make_response, render_template, request, send_from_directory
from werkzeug.exceptions import HTTPException

from detector import languages
from server import words
from server.installation import command
from server.problems import CONTENT_TYPE, Problem
from server.service.api import openapi, outline, reading_room
from server.service.api.routes import accepted_language, described, parts
from server.service.http import problem_answers

BLUEPRINT = Blueprint("pages", __name__)
SCRIPT = re.compile(r"[a-z0-9_-]+\.(js|css)")
LANGUAGE = re.compile(r"[a-z]{2}")
VIEWER = "vendor"  # the folder of what is not ours


def _show(template: str, **context: Any) -> Response:  # noqa: ANN401 - whatever the template needs
    """A page in the language of the request: in the template, `_` translates."""
    code = accepted_language() or languages.DEFAULT
    say = words.in_language(code).gettext
    made = make_response(render_template(template, _=say, code=code, path=request.path, **context))
    made.vary.add("Accept-Language")
    return made


@BLUEPRINT.get("/")
def paste() -> Response:
    """The page to paste a story into, with a sample."""
    return _show("index.html", command=command("score"))


@BLUEPRINT.get("/api")
def api() -> Response:
    """The description of the service as a page."""
    code = accepted_language() or languages.DEFAULT
    say = words.in_language(code).gettext
    return _show("api.html", **outline.outline(openapi.translate_document(described(), say), say))


@BLUEPRINT.get("/api/try")
def viewer() -> Response:
    """The same with forms to try it: Swagger UI, which is handed the description, since it has no token to ask for it
    where everybody needs one."""
    code = accepted_language() or languages.DEFAULT
    return _show(
        "try.html",
        description=openapi.translate_document(described(), words.in_language(code).gettext),
        guarded=parts().settings.is_guarded,
    )


@BLUEPRINT.get("/docs/")
@BLUEPRINT.get("/docs/<path:name>")
def docs(name: str = reading_room.FIRST) -> Response:
    """A page of the documentation."""
    page = reading_room.page(parts().settings.docs, name)
    if page is None:
        abort(404, "There is no such page in the documentation; /docs/ is its first.")
    return _show("doc.html", page=page)


@BLUEPRINT.app_errorhandler(404)
def lost(error: HTTPException) -> Response:
    """What stands at an address that is none: a page for people, a problem document for programs."""
    made = problem_answers.answer(problem_answers.of_http(error))
    wanted = request.accept_mimetypes.best_match((CONTENT_TYPE, "application/json", "text/html"))
    if wanted == "text/html" and not request.path.startswith("/v1/"):
        made = _show("lost.html")
        made.status_code = 404
    made.vary.add("Accept")
    return made


@BLUEPRINT.get("/vendor/<any('swagger-ui-bundle.js', 'swagger-ui.css', 'LICENSE'):name>")
def vendored(name: str) -> Response:
    """A file of the viewer; its scripts are kept packed, and unpacked for a caller that wants them so."""
    if "." not in name:
        return send_from_directory(VIEWER, name, mimetype="text/plain")
    if request.accept_encodings.quality("gzip"):
        made = send_from_directory(VIEWER, f"{name}.gz")
    else:
        packed = Path(current_app.root_path, VIEWER, f"{name}.gz").read_bytes()
        made = Response(gzip.decompress(packed), mimetype=guess_type(name)[0])
    made.vary.add("Accept-Encoding")
    return made


@BLUEPRINT.get("/extension/<any(page, panel):room>/<name>")
def script(room: str, name: str) -> Response:
    """A script or style of the extension's page and panel folders, for the page at /; nothing else of them."""
    folder = parts().settings.extension / room
    if not SCRIPT.fullmatch(name) or not (folder / name).is_file():
        raise Problem("not-found", "The extension's folder has no such script or style.")
    return send_from_directory(folder, name)


@BLUEPRINT.get("/extension/messages/<language>.json")
def messages(language: str) -> Response:
    """The panel's texts in a language of the extension, for the page at /."""
    folder = parts().settings.extension / "_locales"
    if not LANGUAGE.fullmatch(language) or not (folder / language / "messages.json").is_file():
        raise Problem("not-found", "The extension has no texts in that language.")
    return send_from_directory(folder / language, "messages.json")
