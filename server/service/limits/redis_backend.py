"""What several services share through one Redis: how often each caller may ask, and the answers given before.

Needs the extra `redis`. Where Redis cannot be reached each service goes on alone: it counts for itself and
analyses anew. Redis must keep nothing on disk (`save ""`, `appendonly no`), since answers quote pages.
"""

import logging
from gettext import gettext as _
from hashlib import sha256
from importlib import import_module
from types import ModuleType
from typing import Any

from flask import Flask, g, request
from werkzeug.exceptions import TooManyRequests

from server.installation import pip_install_extra
from server.problems import Problem, locate
from server.service.http.problem_answers import answer
from server.service.limits.cache import Answers, Memory, Pool, Remembering
from server.service.observe.metrics import Meters
from server.settings import SHARED, ServerSettings

LOG = logging.getLogger(__name__)
EXTRA = "redis"
LIMITED = "/v1/analyze"  # and /v1/analyze/batch: what costs a worker


class MissingExtra(Exception):  # noqa: N818 - says what is missing
    """A package that sharing needs is not installed."""


class Shared:
    """Answers in a Redis; where it fails there are none."""

    def __init__(self, url: str) -> None:
        client = _load("redis").Redis.from_url(url, **_waits())
        cached = _load("cachelib").RedisCache
        self._cache: Any = cached(client, default_timeout=SHARED.kept_seconds, key_prefix="undertone:")
        self._cache.serializer = Plain()
        self._fault = _load("redis.exceptions").RedisError

    def get(self, key: str) -> bytes | None:
        """The answer, `None` where there is none."""
        cached: bytes | None = None
        try:
            cached = self._cache.get(key)
        except self._fault as error:
            self._tell(error)
        return cached

    def put(self, key: str, answer: bytes) -> None:
        """Hold an answer for a day."""
        try:
            self._cache.set(key, answer)
        except self._fault as error:
            self._tell(error)

    def _tell(self, error: Exception) -> None:
        LOG.warning("the shared answers cannot be reached: %s", locate(error))


class Plain:
    """Bytes as they are: cachelib's own way is pickle, and whoever can write to Redis could run code here."""

    def dumps(self, value: bytes) -> bytes:
        """What Redis is to hold."""
        return value

    def loads(self, value: bytes | None) -> bytes | None:
        """What Redis held."""
        return value


def open_answers(settings: ServerSettings) -> Answers | None:
    """Where answers are held: in the shared Redis, in this process, or nowhere. Raises `MissingExtra`."""
    if not settings.cache_bytes:
        return None
    return Shared(settings.redis) if settings.redis else Memory(settings.cache_bytes)


def remember(pool: Pool, settings: ServerSettings, meters: Meters) -> Pool:
    """The pool, asked only for what was not answered before; itself where nothing is to be held.

    Raises `MissingExtra`.
    """
    answers = open_answers(settings)
    return pool if answers is None else Remembering(pool, answers, meters)


def limit(app: Flask, settings: ServerSettings) -> None:
    """Refuse a caller of `app` who asks for more analyses than `settings.rate` allows.

    Raises `MissingExtra`, and `ValueError` for a rate that cannot be read. Callers are told apart by their pairing
    where a token was asked for, else by their address. A batch counts as one request.
    """
    _load("limits").parse(settings.rate)  # the limiter itself only logs what it cannot read
    limiter = _load("flask_limiter").Limiter(
        identify,
        app=app,
        application_limits=[settings.rate],
        in_memory_fallback=[settings.rate],
        storage_uri=settings.redis or "memory://",
        storage_options=_waits() if settings.redis else {},
        strategy="moving-window",
        headers_enabled=True,
        key_prefix="undertone",
    )
    limiter.request_filter(lambda: not request.path.startswith(LIMITED) or request.method != "POST")
    app.register_error_handler(TooManyRequests, lambda error: _refuse(error, settings.rate))


def identify() -> str:
    """Who asks, as a hash, since no address must lie in Redis; a token that nobody has checked says nothing."""
    caller = f"pairing {g.pairing.id}" if g.pairing else f"address {request.remote_addr}"
    return sha256(caller.encode()).hexdigest()[:32]


def _refuse(error: TooManyRequests, rate: str) -> Any:  # noqa: ANN401
    detail = f"This caller may ask for {rate}; ask again when Retry-After says so."
    return answer(Problem("too-many-requests", detail))


def _waits() -> dict[str, float]:
    """How long a Redis is waited for."""
    return {"socket_timeout": SHARED.socket_seconds, "socket_connect_timeout": SHARED.socket_seconds}


def _load(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as error:
        message = _("Sharing and rate limits need {package}: {command}")
        raise MissingExtra(message.format(package=name, command=pip_install_extra(EXTRA))) from error
