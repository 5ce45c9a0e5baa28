"""The addresses of the service. Each reads a request, asks the core and answers; nothing is decided here."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Any, Final, cast

from flask import Blueprint, Response, current_app, g, render_template, request, send_from_directory
from msgspec import convert, structs

from detector import languages
from detector.dimensions import scoring
from detector.distribution import release
from detector.encoder import card
from detector.report import limitations
from detector.rules import RuleBook, digest
from detector.schema import Engine, Report
from detector.schema.encoding import encode
from server import forms
from server.problems import Problem
from server.service.api import openapi
from server.service.api import page as api_page
from server.service.api.openapi import answers
from server.service.api.rule_forms import describe, describe_all
from server.service.auth import security
from server.service.auth.pairing import prove
from server.service.auth.pairing_store import PairingStore
from server.service.http import json_body
from server.service.limits.cache import Pool
from server.service.observe.metrics import CONTENT_TYPE, Meters
from server.settings import ServerSettings
from server.wire import AnalyzeRequest, parse, parse_pairing

NAME = "undertone"
BLUEPRINT = Blueprint(NAME, __name__)
API: Final = 1  # the number in /v1/: an extension that speaks another must say so
SCRIPT = re.compile(r"[a-z0-9_-]+\.(js|css)")
NONCE = re.compile(forms.NONCE)
LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Parts:
    """What the routes answer with.

    As many `batches` are at work as there are workers, and as many `readers` of JSON, which takes several times the
    memory of the body; more would not be faster, as they share one interpreter.
    """

    pool: Pool
    book: RuleBook
    settings: ServerSettings
    store: PairingStore
    meters: Meters
    batches: BoundedSemaphore
    readers: BoundedSemaphore


def parts() -> Parts:
    """The parts of the service that is asked."""
    return cast("Parts", current_app.extensions[NAME])


def _body() -> bytes:
    """The JSON of the request. Raises `Problem`."""
    return json_body.read(request, parts().settings.max_body)


def read_request() -> AnalyzeRequest:
    """The page or text in the body of the request. Raises `Problem`."""
    held = parts()
    with held.readers, held.meters.stage("read"):
        return for_reader(parse(_body(), held.settings.max_structure), accepted_language())


def tag(response: Response) -> Response:
    """Name the answer by the hash of its bytes, and leave it out where the caller says that it has it."""
    response.vary.add("Accept-Language")
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _answer(value: object) -> Response:
    return tag(Response(encode(value), content_type="application/json"))


@BLUEPRINT.get("/")
def page() -> str:
    """The page to paste a story into, with a sample."""
    return render_template("index.html")


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


@BLUEPRINT.get("/healthz")
@answers(forms.HealthForm)
def health() -> Response:
    """That the service is alive."""
    return _answer(forms.HealthForm("ok"))


@BLUEPRINT.get("/readyz")
@answers(forms.ReadyForm, problems=["not-ready"])
def readiness() -> Response:
    """Which engine answers, once a worker is warm."""
    engine = parts().pool.engine
    if engine is None:
        raise Problem("not-ready", "The workers are warming up; ask again in a second.", {"Retry-After": "1"})
    return _answer(forms.ReadyForm("ready", convert(engine, Engine), release(), API))


@BLUEPRINT.get("/metrics")
def metrics() -> Response:
    """Counts and durations, for Prometheus."""
    return Response(parts().meters.to_text(), content_type=CONTENT_TYPE)


@BLUEPRINT.post(security.PAIR)
@answers(forms.GrantForm, takes=(forms.PairRequest,), problems=(*openapi.READING, *openapi.PAIRING))
def pair() -> Response:
    """A token for the code in the body, told once."""
    if g.caller is security.Caller.PAGE:
        raise Problem("forbidden-origin", "Pair from the extension, or with curl; this page needs no token of its own.")
    asked = parse_pairing(_body())
    granted = parts().store.pair(asked.code, asked.name, request.headers.get("Origin"))
    return Response(encode(forms.GrantForm(granted.token, granted.id)), content_type="application/json")


@BLUEPRINT.get(f"{security.PAIR}/proof/<nonce>")
@answers(forms.ProofForm, problems=("not-found", "pairings-unavailable"))
def proof(nonce: str) -> Response:
    """That this is the server which the caller paired with.

    Whoever listens on a port could say so; only the server that holds the pairing can prove it. The caller draws a
    nonce, 64 hexadecimal digits, for each question, and sends its token and pages to none that fails.
    """
    if not NONCE.fullmatch(nonce):
        raise Problem("not-found", "Ask with a nonce of 64 hexadecimal digits in lower case.")
    held = parts().store.read()
    return _answer(forms.ProofForm(tuple(prove(held, nonce, int(request.environ["SERVER_PORT"])))))


@BLUEPRINT.post("/v1/analyze")
@answers(Report, takes=(forms.PageRequest, forms.TextRequest), problems=(*openapi.READING, *openapi.ANALYSING))
def analyze() -> Response:
    """The report of the page or text in the body."""
    return tag(Response(parts().pool.submit(read_request()), content_type="application/json"))


def accepted_language() -> str | None:
    """The first language of the request's `Accept-Language` that there are texts for; English for any (`*`), which
    programs send that were not told a language."""
    english_first = sorted(languages.spoken(), key=lambda code: code != languages.DEFAULT)
    return request.accept_languages.best_match(english_first)


def for_reader(asked: AnalyzeRequest, language: str | None) -> AnalyzeRequest:
    """The same in the language that the body names, or else in this one."""
    return replace(asked, options=structs.replace(asked.options, language=asked.options.language or language))


def _messages() -> languages.Messages:
    """The texts in the language of the request."""
    return languages.messages_for(accepted_language() or languages.DEFAULT)


@BLUEPRINT.get("/v1/rules")
@answers(forms.RulesForm)
def rules() -> Response:
    """All rules, by id, in the language of the request."""
    book, messages = parts().book, _messages()
    return _answer(describe_all(book, messages))


@BLUEPRINT.get("/v1/rules/<name>")
@answers(forms.RuleForm, problems=["unknown-rule", "not-found"])
def rule(name: str) -> Response:
    """One rule, in the language of the request."""
    held = parts().book.rules.get(name)
    if held is None:
        raise Problem("unknown-rule", f"There is no rule {name!r}; GET /v1/rules lists them.")
    return _answer(describe(held, _messages()))


@BLUEPRINT.get("/v1/model-card")
@answers(forms.ModelCardForm)
def model_card() -> Response:
    """What stands behind an answer: the model and its measured figures, the rules, the reference corpus, the limits."""
    held, table = parts(), scoring.reference(languages.DEFAULT)
    told = forms.ModelCardForm(
        schema="undertone/model-card/2",
        model=cast("forms.CardForm", card.read()),
        rules=forms.PackForm(len(held.book.rules), digest()),
        reference=forms.CorpusForm(table["articles"], table["made"]) if table else None,
        limitations=limitations(_messages().code),
    )
    return _answer(told)


@BLUEPRINT.get("/v1/openapi.json")
@answers(forms.OpenApiForm)
def description() -> Response:
    """This description, as OpenAPI 3.1."""
    return _answer(_described())


@BLUEPRINT.get("/api")
def api() -> str:
    """The description as a page."""
    return render_template("api.html", **api_page.outline(_described()))


def _described() -> dict[str, Any]:
    return openapi.describe(current_app, parts().book.rules, guarded=parts().settings.is_guarded)
