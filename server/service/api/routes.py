"""The addresses of the service. Each reads a request, asks the core and answers; nothing is decided here."""

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Any, Final, cast

from flask import Blueprint, Response, current_app, g, request
from msgspec import convert, structs

from detector import languages
from detector.dimensions import scoring
from detector.distribution import release
from detector.encoder import card
from detector.report import limitations
from detector.rules import RuleBook, digest
from detector.schema import Engine, Report, Text
from detector.schema.encoding import encode
from server import forms, words
from server.fact_checks.matching import FOUND, FactChecksForm
from server.problems import Problem
from server.service.api import openapi
from server.service.api.openapi import answers
from server.service.api.rule_forms import describe, describe_all
from server.service.auth import security
from server.service.auth.pairing import prove
from server.service.auth.pairing_store import PairingStore
from server.service.http import json_body
from server.service.limits.cache import Pool
from server.service.observe.metrics import CONTENT_TYPE, Meters
from server.settings import FACT_CHECKS, HTTP, ServerSettings
from server.wire import AnalyzeRequest, parse, parse_pairing

NAME = "undertone"
BLUEPRINT = Blueprint(NAME, __name__)
API: Final = 1  # the number in /v1/: an extension that speaks another must say so
NONCE = re.compile(forms.NONCE)


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
    return json_body.read_body(request, parts().settings.max_body)


def read_request() -> AnalyzeRequest:
    """The page or text in the body of the request. Raises `Problem`."""
    service = parts()
    with service.readers, service.meters.stage("read"):
        return for_reader(parse(_body(), service.settings.max_structure), accepted_language())


def tag(response: Response) -> Response:
    """Name the answer by the hash of its bytes, and leave it out where the caller says that it has it."""
    response.vary.add("Accept-Language")
    response.set_etag(sha256(response.get_data()).hexdigest()[:32])
    response.make_conditional(request)
    return response


def _answer(value: object) -> Response:
    return tag(Response(encode(value), content_type="application/json"))


@BLUEPRINT.get("/healthz")
@answers(forms.HealthForm)
def health() -> Response:
    """Check that the server is alive."""
    return _answer(forms.HealthForm("ok"))


@BLUEPRINT.get("/readyz")
@answers(forms.ReadyForm, problems=["not-ready"])
def readiness() -> Response:
    """Check that the server is ready, and see what will answer."""
    engine = parts().pool.engine
    if engine is None:
        raise Problem(
            "not-ready",
            "The workers are warming up; ask again in a second.",
            {"Retry-After": str(HTTP.warming_seconds)},
        )
    return _answer(forms.ReadyForm("ready", convert(engine, Engine), release(), API))


@BLUEPRINT.get("/metrics")
def metrics() -> Response:
    """Counts and durations, for Prometheus."""
    return Response(parts().meters.to_text(), content_type=CONTENT_TYPE)


@BLUEPRINT.post(security.PAIR)
@answers(forms.GrantForm, takes=(forms.PairRequest,), problems=(*openapi.READING, *openapi.PAIRING))
def pair() -> Response:
    """Exchange a pairing code for a token."""
    if g.caller is security.Caller.PAGE:
        raise Problem("forbidden-origin", "Pair from the extension, or with curl; this page needs no token of its own.")
    asked = parse_pairing(_body())
    granted = parts().store.pair(asked.code, asked.name, request.headers.get("Origin"))
    return Response(encode(forms.GrantForm(granted.token, granted.id)), content_type="application/json")


@BLUEPRINT.get(f"{security.PAIR}/proof/<nonce>")
@answers(forms.ProofForm, problems=("not-found", "pairings-unavailable"))
def proof(nonce: str) -> Response:
    """Prove that this is the server the caller was paired with.

    Any program could listen on the port; only the server that holds the pairing can give the proof. The caller picks a
    new nonce of 64 hexadecimal digits each time, and sends its token and pages only if the proof is right.
    """
    if not NONCE.fullmatch(nonce):
        raise Problem("not-found", "Ask with a nonce of 64 hexadecimal digits in lower case.")
    pairings = parts().store.read()
    return _answer(forms.ProofForm(tuple(prove(pairings, nonce, int(request.environ["SERVER_PORT"])))))


@BLUEPRINT.post("/v1/analyze")
@answers(Report, takes=(forms.PageRequest, forms.TextRequest), problems=(*openapi.READING, *openapi.ANALYSING))
def analyze() -> Response:
    """Analyse a page or a text."""
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
    """List the rules, in the language of the request."""
    book, messages = parts().book, _messages()
    return _answer(describe_all(book, messages))


@BLUEPRINT.get("/v1/rules/<name>")
@answers(forms.RuleForm, problems=["unknown-rule", "not-found"])
def rule(name: str) -> Response:
    """Get a rule, in the language of the request."""
    found = parts().book.rules.get(name)
    if found is None:
        raise Problem("unknown-rule", f"There is no rule {name!r}; GET /v1/rules lists them.")
    return _answer(describe(found, _messages()))


@BLUEPRINT.get("/v1/model-card")
@answers(forms.ModelCardForm)
def model_card() -> Response:
    """Get the model card: the model and its measured figures, the rules, the reference corpus and the limits."""
    service, table = parts(), scoring.reference(languages.DEFAULT)
    form = forms.ModelCardForm(
        schema="undertone/model-card/2",
        model=cast("forms.CardForm", card.read_card()),
        rules=forms.PackForm(len(service.book.rules), digest()),
        reference=forms.CorpusForm(table["articles"], table["made"]) if table else None,
        limitations=limitations(_messages().code),
    )
    return _answer(form)


@BLUEPRINT.get("/v1/fact-checks")
@answers(FactChecksForm, problems=("bad-request", *openapi.ANALYSING), queries=("q",))
def fact_checks() -> Response:
    """Find published fact-checks of claims like the words `q`, in the index on this computer."""
    words = request.args.get("q", "")
    if not re.search(r"\w", words) or len(words) > FACT_CHECKS.longest:
        raise Problem("bad-request", f"Ask with ?q= and 1 to {FACT_CHECKS.longest} characters.")
    return tag(Response(parts().pool.submit(AnalyzeRequest(Text(words), form=FOUND)), content_type="application/json"))


@BLUEPRINT.get("/v1/openapi.json")
@answers(forms.OpenApiForm)
def description() -> Response:
    """Get this description, as OpenAPI 3.1."""
    say = words.in_language(accepted_language() or languages.DEFAULT).gettext
    return _answer(openapi.translate_document(described(), say))


def described() -> dict[str, Any]:
    """The OpenAPI document of this service, in English."""
    return openapi.describe(current_app, parts().book.rules, guarded=parts().settings.is_guarded)
