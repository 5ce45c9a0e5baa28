"""A small news site to be read, and a stand-in for the server that answers about it in the contract's form."""

import json
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, Response, render_template, request, send_from_directory
from selectolax.lexbor import LexborHTMLParser
from werkzeug.serving import make_server

from detector import Analyzer
from detector.page.dom import SKIPPED

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PAGES: Mapping[str, str] = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "pages").glob("*.html")}
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
CODE, TOKEN = "PAIR-TEST", "token-of-the-stand-in"
STRICT = "default-src 'none'; style-src 'self'; require-trusted-types-for 'script'"

READY = {"status": "ready", "engine": {"version": "0.1.0", "rules": "", "model": None}, "version": "0.1.0", "api": 1}

# words on the page, which occurrence, dimension, rule, severity, voice, points, plainer wording
REMARKS = (
    ("RIVER OF SHAME:", 0, "headline", "headline.loaded-kicker", "strong", "author", 40.0, None),
    ("caves", 0, "headline", "headline.loaded-verb", "notable", "author", 32.0, "agrees"),
    (
        "bitterly",
        0,
        "language",
        "language.editorial-adverb",
        "notable",
        "author",
        9.0,
        "residents opposed it for years",
    ),
    ("utter disgrace", 0, "language", "language.loaded-phrase", "notable", "source:s1", 0.0, None),
    ("Critics say", 0, "sourcing", "sourcing.vague-attribution", "notable", "author", -6.0, None),
    ("so-called", 1, "language", "language.scare-word", "mild", "author", 5.0, "consultation"),
)


def stream_of(html: str) -> str:
    """The page's text stream, as the contract defines it."""
    parts: list[str] = []
    body = LexborHTMLParser(html).body
    waiting = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag not in SKIPPED:
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            waiting.extend(reversed(children))
    return "".join(parts)


def remark(number: int, stream: str, row: tuple[Any, ...]) -> dict[str, Any]:
    """One finding about the given words, with its target in `stream`; with no target where they do not stand there."""
    words, occurrence, dimension, rule, severity, voice, points, suggestion = row
    start = -1
    for _ in range(occurrence + 1):
        start = stream.find(words, start + 1)
    end = start + len(words)
    selectors = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": words,
            "prefix": stream[max(0, start - 32) : start],
            "suffix": stream[end : end + 32],
        },
    ]
    return {
        "id": f"f{number}",
        "dimension": dimension,
        "rule": rule,
        "technique": None,
        "severity": severity,
        "confidence": 0.86,
        "voice": voice,
        "counts": voice == "author",
        "points": points,
        "start": max(start, 0),
        "end": max(end, 0),
        "exact": words,
        "message": f"Why “{words}” is worth a look.",
        "reason": "It tells the reader how to feel; no source is given for it.",
        "suggestion": suggestion,
        "evidence": {},
        "docs": f"/v1/rules/{rule}",
        "target": {"selector": selectors} if start >= 0 else None,
    }


def answer_about(html: str) -> dict[str, Any]:
    """An answer in the contract's form about a page of this site."""
    stream = stream_of(html)
    parts = json.loads((HERE / "pages" / "answer.json").read_text(encoding="utf-8"))
    if "shop.test" in html:
        return parts | json.loads((HERE / "pages" / "not-an-article.json").read_text(encoding="utf-8"))
    extra = [tuple(row) for row in parts.pop("extra")] if "KEEP OUT" in stream else []
    rows = [*REMARKS, *extra]
    parts["findings"] = [remark(index, stream, row) for index, row in enumerate(rows, 1)]
    return parts


def answer_to(text: str, title: str | None) -> dict[str, Any]:
    """An answer about plain text: no targets, offsets count in `document.text`."""
    whole = f"{title}\n\n{text}" if title else text
    answer = answer_about("")
    answer["document"].update(title=title, text=whole)
    rows = [row for row in REMARKS if row[0] in whole]
    answer["findings"] = [remark(index, whole, row) | {"target": None} for index, row in enumerate(rows, 1)]
    return answer


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


def problem(status: int, document: dict[str, str]) -> Response:
    """A problem document as an answer."""
    return Response(json.dumps(document), status, content_type="application/problem+json")


def stand_in() -> Flask:
    """A server that answers about the pages of the site; the requests it got are in `app.config["SEEN"]`."""
    app = Flask("stand-in", template_folder=ROOT / "server" / "templates", static_folder=ROOT / "server" / "static")
    app.config.update(SEEN=[], PROBLEM=None)

    @app.get("/")
    def paste() -> Response:
        response = Response(render_template("index.html"))
        response.headers["Content-Security-Policy"] = "default-src 'self'; img-src data:"
        return response

    @app.get("/extension/page/<name>")
    def script(name: str) -> Response:
        return send_from_directory(ROOT / "extension" / "page", name)

    @app.get("/readyz")
    def readiness() -> Response:
        return Response(json.dumps(READY), content_type="application/json")

    @app.post("/pair")
    def pair() -> Response:
        if request.get_json()["code"].strip().upper() == CODE:
            return Response(json.dumps({"token": TOKEN, "id": "1"}), content_type="application/json")
        return problem(403, {"code": "wrong-code", "detail": "That is not the code."})

    @app.post("/v1/analyze")
    def analyze() -> Response:
        asks_from_extension = "-extension://" in request.headers.get("Origin", "")
        if asks_from_extension and request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return problem(401, {"code": "not-paired", "detail": "This browser is not paired with the server."})
        app.config["SEEN"].append({"origin": request.headers.get("Origin"), **request.get_json()})
        if app.config["PROBLEM"]:
            return problem(*app.config["PROBLEM"])
        asked = request.get_json()
        answer = answer_about(asked["html"]) if "html" in asked else answer_to(asked["text"], asked["title"])
        return Response(json.dumps(answer), content_type="application/json")

    return app


@contextmanager
def serving(app: Flask) -> Iterator[int]:
    """Serves an app on loopback for as long as the block lasts; gives its port."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
