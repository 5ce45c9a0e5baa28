"""The application factory: everything a running service needs, put together."""

from functools import partial
from threading import BoundedSemaphore
from uuid import uuid4

from flask import Response, g, request
from werkzeug import Request

from detector import languages, rules
from server.problems import Problem
from server.service.api import batch, export, pages, routes
from server.service.auth import security
from server.service.auth.pairing import Pairing
from server.service.auth.pairing_store import PairingStore, StoreError
from server.service.flask_app import Environ, Service
from server.service.http import problem_answers
from server.service.limits.cache import Pool
from server.service.observe import logs
from server.service.observe.metrics import Meters
from server.settings import DEFAULTS, ServerSettings
from server.workers import jobs, starting
from server.workers.pool import WorkerPool


def create_app(pool: Pool | None = None, settings: ServerSettings = DEFAULTS, meters: Meters | None = None) -> Service:
    """The service. Without a `pool` it starts its own workers; whoever passes one closes it. `meters` are the pool's.

    Raises `detector.errors.DataError` where the rule packs are missing or damaged.
    """
    book = rules.load(languages.DEFAULT)
    app = Service(__name__)
    app.config.update(MAX_CONTENT_LENGTH=settings.max_body, PROPAGATE_EXCEPTIONS=False, PROVIDE_AUTOMATIC_OPTIONS=False)
    app.url_map.merge_slashes = False
    store, meters = PairingStore(settings.state), meters or Meters()
    logs.watch(app, meters)
    app.before_request(partial(admit, settings, store))
    app.may_send = partial(may_send, settings, store)
    app.after_request(finish)
    problem_answers.register(app)
    app.register_error_handler(StoreError, tell_unkept)
    app.register_blueprint(routes.BLUEPRINT)
    app.register_blueprint(pages.BLUEPRINT)
    app.register_blueprint(batch.BLUEPRINT)
    app.register_blueprint(export.BLUEPRINT)
    batches, readers = BoundedSemaphore(settings.workers), BoundedSemaphore(settings.workers)
    pool = pool or open_pool(settings, meters)
    app.extensions[routes.NAME] = routes.Parts(pool, book, settings, store, meters, batches, readers)
    return app


def open_pool(settings: ServerSettings, meters: Meters | None = None) -> WorkerPool:
    """The product's own pool, warming up in the background."""
    make = partial(jobs.checked, with_model=settings.with_model, fact_checks=settings.fact_checks)
    ready = starting.preload(with_model=settings.with_model)
    return WorkerPool(settings.workers, make, settings.limits, ready, meters, settings.rest_seconds)


def check(settings: ServerSettings, asked: Request, caller: security.Caller, find: security.Find) -> Pairing | None:
    """The pairing of a caller that had to show its token. Raises the `Problem` with one that may not ask, though its
    host and origin may."""
    must_show = security.must_show_token(caller, asked.path, guarded=settings.is_guarded)
    found = security.check_token(asked, caller, find) if must_show else None
    security.check_header(asked, caller)
    return found


def may_send(settings: ServerSettings, store: PairingStore, environ: Environ) -> bool:
    """Whether the body of a request is worth holding: not where `admit` will refuse the caller, by its headers alone.

    Called in the server's loop, so it writes nothing.
    """
    asked = Request(environ, populate_request=False)  # else each would hold the other, and a body that is dropped
    try:
        caller = security.recognise(asked, security.known_hosts(settings))
        check(settings, asked, caller, lambda token, origin: store.read().find(token, origin))
    except (Problem, StoreError):
        return False
    return True


def admit(settings: ServerSettings, store: PairingStore) -> Response | None:
    """Give the request its id, then refuse a caller that may not ask."""
    g.request_id, g.pairing = uuid4().hex, None
    g.caller = security.recognise(request, security.known_hosts(settings))
    if security.is_preflight(request):
        return security.allow_preflight(request)
    g.pairing = check(settings, request, g.caller, store.find_pairing)
    return None


def tell_unkept(error: StoreError) -> Response:
    """The answer where the pairings cannot be read or kept: our log says which file, the caller need not know."""
    detail = security.DETAILS["pairings-unavailable"]
    return problem_answers.answer(Problem("pairings-unavailable", detail, cause=str(error)))


def finish(response: Response) -> Response:
    """Add the headers that every answer carries."""
    response.headers["X-Request-ID"] = g.request_id
    return security.guard(request, response)
