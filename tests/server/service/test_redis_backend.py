"""What services share, through a real Redis server; `make programs` brings one."""

import socket
import subprocess
from contextlib import ExitStack

import pytest

from server.service.app import create_app
from server.service.limits import redis_backend
from server.service.limits.cache import Memory, Remembering
from server.service.limits.redis_backend import MissingExtra, Shared, limit, open_answers
from server.service.observe.metrics import Meters
from server.settings import ServerSettings
from tools.stub_jobs import MARKER, StubPool, ask

ENGINE = {"version": "0", "rules_sha256": "a" * 64, "model": None}


def start(port, folder):
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    started = subprocess.Popen([*command, "--dir", str(folder)], stdout=subprocess.PIPE, text=True)
    for line in started.stdout:
        if "Ready to accept connections" in line:
            return started
    raise AssertionError("redis-server does not start")


@pytest.fixture(scope="module")
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return bound.getsockname()[1]


@pytest.fixture
def redis(free_port, tmp_path):
    """A Redis server that keeps nothing, and its process."""
    folder = tmp_path / "redis"
    folder.mkdir()
    with ExitStack() as stack:
        process = stack.enter_context(start(free_port, folder))
        stack.callback(process.kill)
        yield process
    assert list(folder.iterdir()) == []  # nothing was written to disk


@pytest.fixture
def url(free_port):
    return f"redis://127.0.0.1:{free_port}/0"


def service(pool, url="", rate="2/minute", **how):
    settings = ServerSettings(redis=url, rate=rate, **how)
    app = create_app(pool, settings)
    limit(app, settings)
    return app.test_client()


def analyze(client, shown=None):
    return client.post("/v1/analyze", json={"text": "x"}, headers={"Authorization": shown} if shown else {})


def new_token(store):
    return store.pair(store.new_code(), "Desk", None).token


@pytest.mark.usefixtures("redis")
def test_an_answer_of_one_service_is_known_to_another(url):
    first, second = StubPool(engine=ENGINE), StubPool(engine=ENGINE)
    told = Remembering(first, Shared(url), Meters()).submit(ask("x"))
    assert Remembering(second, Shared(url), Meters()).submit(ask("x")) == told
    assert (len(first.asked), len(second.asked)) == (1, 0)


@pytest.mark.usefixtures("redis")
def test_callers_are_counted_across_services(url, store):
    how = {"state": store.folder, "require_token": True}
    one, two = (service(StubPool(engine=ENGINE), url, **how) for _ in range(2))
    first, second = (f"Bearer {new_token(store)}" for _ in range(2))
    assert [analyze(each, first).status_code for each in (one, two, one, two)] == [200, 200, 429, 429]
    assert analyze(two, second).status_code == 200


@pytest.mark.usefixtures("redis")
def test_neither_pages_nor_tokens_lie_in_redis_as_they_are(url, store):
    client, token = service(StubPool(engine=ENGINE), url, state=store.folder, require_token=True), new_token(store)
    assert analyze(client, f"Bearer {token}").status_code == 200
    Remembering(StubPool(engine=ENGINE), Shared(url), Meters()).submit(ask(MARKER))
    keys = Shared(url)._cache._read_client.keys("*")
    assert len(keys) >= 2
    assert not any(word.encode() in key for word in (MARKER, token) for key in keys)


def test_without_redis_a_service_goes_on_alone(redis, url, caplog):
    client, answers = service(StubPool(engine=ENGINE), url), Shared(url)
    answers.put("a", b"x")
    assert answers.get("a") == b"x"
    redis.kill()
    redis.wait()
    assert answers.get("a") is None
    answers.put("a", b"x")
    assert "the shared answers cannot be reached" in caplog.text
    assert [analyze(client).status_code for _ in range(3)] == [200, 200, 429]


def test_a_caller_that_asks_too_often_is_told_when_to_ask_again():
    client = service(StubPool(engine=ENGINE))
    answers = [analyze(client) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json["code"] == "too-many-requests"
    assert 0 < int(answers[2].headers["Retry-After"]) <= 60
    assert "2/minute" in answers[2].json["detail"]


def test_a_token_that_nobody_asks_for_makes_no_new_caller():
    client = service(StubPool(engine=ENGINE))
    shown = ["x1", "Bearer x2", "bearer x2", None]
    assert [analyze(client, each).status_code for each in shown] == [200, 200, 429, 429]


def test_one_token_is_one_caller_however_it_is_written(store):
    client = service(StubPool(engine=ENGINE), state=store.folder, require_token=True)
    token, other = new_token(store), new_token(store)
    shown = [f"Bearer {token}", f"bearer {token}", f"BEARER   {token} ", f"Bearer {other}"]
    assert [analyze(client, each).status_code for each in shown] == [200, 200, 429, 200]


def test_what_costs_no_worker_is_not_limited():
    client = service(StubPool(engine=ENGINE), rate="1/minute")
    for path in ("/healthz", "/readyz", "/metrics", "/v1/rules"):
        assert {client.get(path).status_code for _ in range(3)} == {200}


def test_where_answers_are_held_is_chosen_by_the_settings(url):
    assert isinstance(open_answers(ServerSettings()), Memory)
    assert isinstance(open_answers(ServerSettings(redis=url)), Shared)
    assert open_answers(ServerSettings(redis=url, cache_bytes=0)) is None


def test_a_rate_that_says_nothing_is_refused():
    with pytest.raises(ValueError, match="often"):
        service(StubPool(engine=ENGINE), rate="often")


def test_a_missing_package_is_named_with_the_way_to_install_it(monkeypatch):
    def fail(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(redis_backend, "import_module", fail)
    with pytest.raises(MissingExtra, match=r"-m pip install 'undertone-news\[redis\]'"):
        service(StubPool(engine=ENGINE))
