"""A page on another origin, in a real Chromium: whatever it tries, no analysis runs and no answer can be read.

Each test looks at both ends: what the page got, and what the service saw and did. The pages stand on this machine too,
so nothing but the service itself is in their way (a browser's own wall around private networks is not counted on).
"""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from flask import Response, request
from playwright.sync_api import Page

from server.service.app import create_app
from server.settings import ServerSettings
from tools.browser.chromium_driver import Chromium
from tools.live import serving
from tools.stub_jobs import StubPool

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ELSEWHERE = "/elsewhere"
BODY = '{"html": "<p>One.</p>"}'
ENGINE = {"version": "0", "rules_sha256": "0" * 64, "model": None}
FETCH = """async ([url, options]) => {
    try {
        const answer = await fetch(url, options);
        return {type: answer.type, status: answer.status, text: await answer.text()};
    } catch (error) {
        return {error: error.name};
    }
}"""
FORM = """([action, enctype]) => {
    const form = document.createElement("form");
    Object.assign(form, {method: "post", action, enctype});
    const field = document.createElement("input");
    Object.assign(field, {name: '{"html": "<p>One.</p>", "url": "http://a/', value: '"}'});
    form.append(field);
    document.body.append(form);
    form.submit();
}"""
FRAME = """(url) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.addEventListener("load", () => {
        let held = null;
        try { held = frame.contentWindow.document.body.innerText; } catch { held = "out of reach"; }
        resolve(held);
    });
    frame.src = url;
    document.body.append(frame);
})"""
OPEN = """async (url) => {
    const opened = window.open(url);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    try { return opened.document.body.innerText; } catch (error) { return error.name; }
}"""
LOAD = """([tag, name, url]) => new Promise((resolve) => {
    const made = document.createElement(tag);
    made.onload = () => resolve("loaded");
    made.onerror = () => resolve("refused");
    if (tag === "link") made.rel = "stylesheet";
    made[name] = url;
    document.head.append(made);
})"""


def first(answer: "WSGIApplication") -> "WSGIApplication":
    """Answers for one address as whoever had the name before it was turned to this machine."""

    def before(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if environ["PATH_INFO"] != ELSEWHERE:
            return answer(environ, start)
        start("200 OK", [("Content-Type", "text/html")])
        return [b"<!doctype html><title>Elsewhere</title>"]

    return before


@dataclass
class Watched:
    """A service that tells what it saw: requests with the status of their answer, and analyses that ran."""

    address: str
    pool: StubPool
    seen: list[tuple[str, str, int]] = field(default_factory=list)

    def posts(self) -> list[tuple[str, str, int]]:
        """What was posted, and what came of it."""
        return [each for each in self.seen if each[0] == "POST"]


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """The product's own service, a stub at its workers' place."""
    pool, seen = StubPool(engine=ENGINE), []
    app = create_app(pool, ServerSettings(state=tmp_path_factory.mktemp("state")))

    @app.after_request
    def note(response: Response) -> Response:
        seen.append((request.method, request.path, response.status_code))
        return response

    app.wsgi_app = first(app.wsgi_app)
    with serving(app) as port:
        yield Watched(f"http://127.0.0.1:{port}", pool, seen)


@pytest.fixture
def service(running: Watched) -> Iterator[Watched]:
    """The service, having seen nothing yet; afterwards no analysis may have run."""
    running.seen.clear()
    running.pool.asked.clear()
    yield running
    assert running.pool.asked == []


@pytest.fixture
def page(browser: Chromium, news: str) -> Iterator[Page]:
    """A page of a news site in a fresh tab."""
    tab = browser.context.new_page()
    tab.goto(f"{news}/story")
    yield tab
    tab.close()


def fetch(page: Page, url: str, **options: Any) -> dict[str, Any]:
    return page.evaluate(FETCH, [url, options])


def test_what_is_watched_for_is_seen_when_our_own_page_asks(browser: Chromium, running: Watched) -> None:
    running.pool.asked.clear()
    tab = browser.context.new_page()
    tab.goto(running.address)
    headers = {"Content-Type": "application/json", "X-Undertone": "1"}
    assert fetch(tab, "/v1/analyze", method="POST", headers=headers, body=BODY)["status"] == 200
    assert len(running.pool.asked) == 1
    tab.close()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded"])
def test_a_simple_post_is_refused_and_cannot_be_read(page: Page, service: Watched, kind: str) -> None:
    got = fetch(page, f"{service.address}/v1/analyze", method="POST", headers={"Content-Type": kind}, body=BODY)
    assert got == {"error": "TypeError"}
    assert service.posts() == [("POST", "/v1/analyze", 403)]


@pytest.mark.parametrize(
    "headers",
    [
        {"Content-Type": "application/json"},
        {"Content-Type": "application/json", "X-Undertone": "1"},
        {"Content-Type": "application/json", "Authorization": "Bearer x"},
    ],
)
@pytest.mark.parametrize("path", ["/v1/analyze", "/pair"])
def test_a_post_that_must_ask_first_is_never_sent(
    page: Page, service: Watched, path: str, headers: dict[str, str]
) -> None:
    got = fetch(page, f"{service.address}{path}", method="POST", headers=headers, body=BODY)
    assert got == {"error": "TypeError"}
    assert service.seen == [("OPTIONS", path, 403)]


def test_a_fetch_without_cors_is_refused_and_hidden(page: Page, service: Watched) -> None:
    got = fetch(page, f"{service.address}/v1/analyze", method="POST", mode="no-cors", body=BODY)
    assert got == {"error": "TypeError"}  # not even an opaque answer: Cross-Origin-Resource-Policy
    assert service.posts() == [("POST", "/v1/analyze", 403)]


def test_a_beacon_is_refused(page: Page, service: Watched) -> None:
    assert page.evaluate("([url, body]) => navigator.sendBeacon(url, body)", [f"{service.address}/v1/analyze", BODY])
    late = time.monotonic() + 10
    while not service.posts() and time.monotonic() < late:
        page.wait_for_timeout(20)
    assert service.posts() == [("POST", "/v1/analyze", 403)]


@pytest.mark.parametrize("enctype", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
@pytest.mark.parametrize("path", ["/v1/analyze", "/pair"])
def test_a_form_is_refused(page: Page, service: Watched, path: str, enctype: str) -> None:
    with page.expect_navigation():
        page.evaluate(FORM, [f"{service.address}{path}", enctype])
    assert service.posts() == [("POST", path, 403)]
    assert "forbidden-origin" in page.inner_text("body")


@pytest.mark.parametrize("path", ["/", "/api", "/v1/rules"])
def test_no_page_of_ours_can_be_framed(page: Page, service: Watched, path: str) -> None:
    assert page.evaluate(FRAME, f"{service.address}{path}") in (None, "out of reach")
    assert service.seen == [("GET", path, 403)]
    assert "How is it written" not in "".join(frame.content() for frame in page.frames[1:])


def test_a_window_that_is_opened_is_cut_from_its_opener(page: Page, service: Watched) -> None:
    assert page.evaluate(OPEN, service.address) in ("SecurityError", "TypeError")
    assert ("GET", "/", 200) in service.seen


@pytest.mark.parametrize(("tag", "name"), [("script", "src"), ("img", "src"), ("link", "href")])
@pytest.mark.parametrize("path", ["/v1/rules", "/v1/model-card", "/healthz", "/static/paste.js"])
def test_nothing_of_ours_is_a_part_of_another_page(
    page: Page, service: Watched, tag: str, name: str, path: str
) -> None:
    assert page.evaluate(LOAD, [tag, name, f"{service.address}{path}"]) == "refused"
    assert service.seen == [("GET", path, 403)]


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/v1/rules", "/v1/openapi.json"])
def test_not_even_that_we_run_can_be_read(page: Page, service: Watched, path: str) -> None:
    assert fetch(page, f"{service.address}{path}") == {"error": "TypeError"}
    assert service.seen == [("GET", path, 403)]


def test_a_name_that_is_turned_to_this_machine_is_refused(browser: Chromium, service: Watched) -> None:
    """DNS rebinding: the page came from elsewhere, then its name leads here, so that it may read what we answer."""
    tab = browser.context.new_page()
    tab.goto(service.address.replace("127.0.0.1", "news.test") + ELSEWHERE)
    headers = {"Content-Type": "application/json", "X-Undertone": "1"}
    got = fetch(tab, "/v1/analyze", method="POST", headers=headers, body=BODY)
    assert (got["type"], got["status"]) == ("basic", 403)
    assert "forbidden-host" in got["text"]
    for path in ("/", "/v1/rules", "/readyz"):
        assert fetch(tab, path)["status"] == 403
    assert service.posts() == [("POST", "/v1/analyze", 403)]
    tab.close()


def test_a_page_of_another_port_of_this_machine_is_foreign_too(browser: Chromium, service: Watched, news: str) -> None:
    tab = browser.context.new_page()
    tab.goto(news.replace("news.test", "127.0.0.1") + "/story")
    headers = {"Content-Type": "text/plain"}
    got = fetch(tab, f"{service.address}/v1/analyze", method="POST", headers=headers, body=BODY)
    assert got == {"error": "TypeError"}
    assert service.posts() == [("POST", "/v1/analyze", 403)]
    tab.close()
