"""A small news site to be read, and a stand-in for the server that answers about it.

Only analyses and pairing are its own, in the published form; everything else, an export too, is the product's answer.
"""

import json
import re
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from flask import Flask, Response, render_template, request, send_from_directory

from detector import Analyzer
from server.fact_checks import index
from server.fact_checks.importing import bring_in
from server.fact_checks.reviews import read
from server.problems import CONTENT_TYPE, Problem
from server.service.app import create_app
from server.service.auth.pairing import Pairing, Pairings, prove
from server.settings import ServerSettings
from tools.browser.answers import answer_to
from tools.stub_jobs import InProcess, StubPool

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SERVICE = ROOT / "server" / "service"
PAGES: Mapping[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "pages").glob("*.html")}
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
JSON = "application/json"
CODE, TOKEN = "PAIR-TEST", "token-of-the-stand-in"
PAIRED = Pairings((Pairing("1", "Browser", None, "2024-01-01", None, sha256(TOKEN.encode()).hexdigest()),))
STRICT = "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'"

ENGINE = {"version": "0.1.0", "rules_sha256": "0" * 64, "model": None}


def raw_words(html: bytes) -> list[str]:
    """The words, as they stand on the page, of every finding that has a place, by the Python face; sorted."""
    findings: list[dict[str, Any]] = Analyzer().analyze(html).to_dict()["findings"]
    return sorted(finding["target"]["selector"][1]["exact"] for finding in findings if finding["target"])


def site() -> Flask:
    """The news site: each file of `pages/` as `/<name>`, and under a strict policy as `/strict-<name>`."""
    app = Flask("news")

    @app.get("/<name>.css")
    def style(name: str) -> Response:
        return Response(STYLE.search(PAGES[name])[1], content_type="text/css")

    @app.get("/<name>")
    def page(name: str) -> Response:
        plain = name.removeprefix("strict-")
        if plain not in PAGES:
            return Response(status=404)
        response = Response(PAGES[plain], content_type="text/html; charset=utf-8")
        if plain != name:
            response.set_data(STYLE.sub(f'<link rel="stylesheet" href="/{plain}.css">', PAGES[plain]))
            response.headers["Content-Security-Policy"] = STRICT
        return response

    return app


def told(value: Any) -> Response:
    """A value as an answer."""
    return Response(json.dumps(value), content_type=JSON)


def problem(code: str, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem document of the product's as an answer."""
    refused = Problem(code, detail)
    return Response(refused.to_json(uuid4().hex), refused.status, headers, content_type=CONTENT_TYPE)


def sample_index(folder: Path) -> Path:
    """An index of the fact-checks among the examples of the documentation, by words alone."""
    path = folder / "fact-checks.sqlite"
    with closing(index.create(path)) as connection:
        for _ in bring_in(connection, [ROOT / "docs" / "examples" / "fact-checks.json"], read, None):
            pass
    return path


@cache
def of_the_product(path: str) -> Response:
    """What the product's own server answers at an address that needs no analysis."""
    with TemporaryDirectory() as state:
        app = create_app(StubPool(ENGINE), ServerSettings(state=Path(state)))
        answer = app.test_client().get(path)
        return Response(answer.data, answer.status, content_type=answer.content_type)


def analysed_by_the_product() -> Response:
    """What the product's own server answers to the analysis that is being asked for, whoever asks."""
    with TemporaryDirectory() as state:
        pool = InProcess(ENGINE, sample_index(Path(state)))
        app = create_app(pool, ServerSettings(state=Path(state)))
        spoken = {"Accept-Language": request.headers.get("Accept-Language", "en")}
        answer = app.test_client().post("/v1/analyze", data=request.get_data(), headers=spoken, content_type=JSON)
        return Response(answer.data, answer.status, content_type=answer.content_type)


def exported_by_the_product(name: str, body: bytes) -> Response:
    """The file that the product's own server makes, of its own analysis."""
    with TemporaryDirectory() as state:
        app = create_app(InProcess(ENGINE), ServerSettings(state=Path(state)))
        answer = app.test_client().post(f"/v1/export/{name}", data=body, content_type=JSON)
        disposition = {"Content-Disposition": answer.headers.get("Content-Disposition", "")}
        return Response(answer.data, answer.status, disposition, content_type=answer.content_type)


def stand_in() -> Flask:
    """A server that answers about the pages of the site.

    `app.config` holds the requests it got (`SEEN`), a problem to tell (`PROBLEM`: code, detail, headers), an event
    to wait for before any answer (`HOLD`), and what to do to an answer (`CHANGE`). With `REAL` its analyses are the
    product's own.
    """
    app = Flask("stand-in", template_folder=SERVICE / "templates", static_folder=SERVICE / "static")
    app.config.update(SEEN=[], PROBLEM=None, HOLD=None, CHANGE=None, REAL=False)

    _tell_pages(app)
    _tell_analyses(app)
    return app


def _tell_pages(app: Flask) -> None:
    """Give the stand-in the paste page with its scripts, readiness and pairing."""

    @app.get("/")
    def paste() -> Response:
        words = {"_": str, "code": "en", "path": "/", "command": "undertone score"}
        response = Response(render_template("index.html", **words))
        response.headers["Content-Security-Policy"] = "default-src 'self'; img-src data:"
        return response

    @app.get("/extension/<any(page, panel):room>/<name>")
    def script(room: str, name: str) -> Response:
        return send_from_directory(ROOT / "extension" / room, name)

    @app.get("/extension/messages/<language>.json")
    def messages(language: str) -> Response:
        return send_from_directory(ROOT / "extension" / "_locales" / language, "messages.json")

    @app.get("/readyz")
    def readiness() -> Response:
        return of_the_product("/readyz")

    @app.get("/pair/proof/<nonce>")
    def proof(nonce: str) -> Response:
        return told({"proofs": prove(PAIRED, nonce, int(request.environ["SERVER_PORT"]))})

    @app.post("/pair")
    def pair() -> Response:
        if request.get_json()["code"].strip().upper() == CODE:
            return told({"token": TOKEN, "id": "1"})
        return problem("wrong-code", "That is not the code.")


def _refuse(app: Flask) -> Response | None:
    """What a request under /v1/ is refused with; it is noted, and waits where it should."""
    asks_from_extension = "-extension://" in request.headers.get("Origin", "")
    if asks_from_extension and request.headers.get("Authorization") != f"Bearer {TOKEN}":
        return problem("not-paired", "This browser is not paired with the server.")
    app.config["SEEN"].append({"origin": request.headers.get("Origin"), **request.get_json()})
    if app.config["HOLD"]:
        app.config["HOLD"].wait()
    return problem(*app.config["PROBLEM"]) if app.config["PROBLEM"] else None


def _tell_analyses(app: Flask) -> None:
    """Give the stand-in what stands under /v1/."""

    @app.post("/v1/analyze")
    def analyze() -> Response:
        if refused := _refuse(app):
            return refused
        answer = analysed_by_the_product().get_json() if app.config["REAL"] else answer_to(request.get_json())
        if app.config["CHANGE"]:
            app.config["CHANGE"](answer)
        return told(answer)

    @app.post("/v1/export/<name>")
    def export(name: str) -> Response:
        return _refuse(app) or exported_by_the_product(name, request.get_data())

    @app.get("/v1/<path:name>")
    def other(name: str) -> Response:
        return of_the_product(f"/v1/{quote(name)}")
