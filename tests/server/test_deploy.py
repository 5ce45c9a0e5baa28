"""What docs/deploy holds: linted, and run for real with nginx, Redis and two services; without Docker."""

import json
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml

from server.service.auth.pairing_store import PairingStore

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
NAME = "undertone.newsroom.example"
START = (sys.executable, "-c", "from server.cli import main; main()", "serve", "--workers", "1")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as bound:
        return int(bound.getsockname()[1])


@dataclass
class Newsroom:
    """Two services behind the proxy of docs/deploy, and a way to ask them as a reader does."""

    port: int
    state: Path
    context: ssl.SSLContext
    services: list[subprocess.Popen[str]] = field(default_factory=list)

    def ask(
        self, path: str, body: bytes | None = None, kind: str = "application/json", token: str = ""
    ) -> tuple[int, bytes]:
        headers = {"Host": NAME, "Content-Type": kind, "Authorization": f"Bearer {token}"}
        asked = urllib.request.Request(f"https://127.0.0.1:{self.port}{path}", body, headers)
        try:
            with urllib.request.urlopen(asked, timeout=60, context=self.context) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def pair(self, team: str) -> str:
        """A token for a team, as docs/how-to/deploy.md says."""
        code = PairingStore(self.state).new_code()
        status, told = self.ask("/pair", json.dumps({"code": code, "name": team}).encode())
        assert status == 200, told
        return str(json.loads(told)["token"])


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    folder = tmp_path_factory.mktemp("newsroom")
    redis, ports, outside = free_port(), [free_port(), free_port()], free_port()
    with ExitStack() as stack:

        def run(*command: str, **options: object) -> subprocess.Popen[str]:
            process = stack.enter_context(subprocess.Popen(command, text=True, **options))  # type: ignore[call-overload]
            stack.callback(process.terminate)  # in order: nginx, killed, would leave its workers
            return process

        run("redis-server", "--port", str(redis), "--save", "", "--appendonly", "no", stdout=subprocess.DEVNULL)
        names = ("--allow-host", NAME, "--state", str(folder / "state"), "--rate", "6/minute", "--json-logs")
        made = Newsroom(outside, folder / "state", _certify(folder))
        for port in ports:
            env = os.environ | {"UNDERTONE_REDIS": f"redis://127.0.0.1:{redis}/0"}
            started = run(*START, "--port", str(port), *names, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            assert started.stdout and "listens" in started.stdout.readline()
            made.services.append(started)
        run("nginx", "-c", str(_configure(folder, ports, outside)), "-e", str(folder / "errors"), "-g", "daemon off;")
        for port in ports:
            _await(f"http://127.0.0.1:{port}/readyz")
        yield made


def _await(address: str) -> None:
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=10).close()
            return
        except (urllib.error.URLError, OSError):
            threading.Event().wait(0.1)
    raise AssertionError(f"{address} does not get ready")


def _certify(folder: Path) -> ssl.SSLContext:
    (folder / "tls").mkdir()
    key, certificate = folder / "tls" / "privkey.pem", folder / "tls" / "fullchain.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", f"/CN={NAME}", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run([*made, "-keyout", key, "-out", certificate, *names], check=True, capture_output=True)
    return ssl.create_default_context(cafile=str(certificate))


def _configure(folder: Path, ports: list[int], outside: int) -> Path:
    """The committed configuration, with this machine's ports and paths in place of the containers'."""
    told = (DEPLOY / "nginx.conf").read_text(encoding="utf-8")
    told = told.replace("server undertone:8765;", "".join(f"server 127.0.0.1:{port};" for port in ports))
    told = told.replace("listen 443 ssl", f"listen 127.0.0.1:{outside} ssl").replace(
        "/etc/nginx/tls", str(folder / "tls")
    )
    whole = f"pid {folder}/pid; worker_processes 1; events {{}} http {{ {_paths(folder)} {told} }}"
    path = folder / "nginx.conf"
    path.write_text(whole, encoding="utf-8")
    return path


def _paths(folder: Path) -> str:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    return " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)


def page(number: int) -> bytes:
    return json.dumps({"title": f"Bridge {number}", "text": "The council voted on Monday to mend the bridge."}).encode()


def test_readers_need_a_token_and_their_team_is_counted_across_services(newsroom):
    assert newsroom.ask("/v1/analyze", page(0))[0] == 401
    first, second = newsroom.pair("Politics"), newsroom.pair("Sport")
    statuses = [newsroom.ask("/v1/analyze", page(0), token=first)[0] for _ in range(8)]
    assert statuses == [200] * 6 + [429] * 2
    assert newsroom.ask("/v1/analyze", page(0), token=second)[0] == 200


def test_an_answer_is_shared_and_nothing_of_it_is_logged(newsroom):
    token = newsroom.pair("Culture")
    answers = {newsroom.ask("/v1/analyze", page(1), token=token)[1] for _ in range(4)}
    assert len(answers) == 1
    assert json.loads(answers.pop())["document"]["title"] == "Bridge 1"


def test_a_batch_is_streamed_through_the_proxy(newsroom):
    token = newsroom.pair("Archive")
    lines = b"\n".join(page(number) for number in range(20)) + b"\nnonsense\n"
    status, told = newsroom.ask("/v1/analyze/batch", lines, "application/x-ndjson", token)
    answers = [json.loads(line) for line in told.splitlines()]
    assert status == 200
    assert [each["document"]["title"] for each in answers[:20]] == [f"Bridge {number}" for number in range(20)]
    assert (answers[20]["code"], answers[20]["line"]) == ("bad-json", 21)


def test_meters_are_not_for_readers(newsroom):
    assert newsroom.ask("/metrics")[0] == 404
    assert newsroom.ask("/healthz")[0] == 200


def test_one_service_goes_down_and_no_request_is_lost(newsroom):
    tokens = [newsroom.pair(f"Team {number}") for number in range(4)]
    told: list[int] = []

    def read(token: str) -> None:
        told.extend(newsroom.ask("/v1/analyze", page(number), token=token)[0] for number in range(10, 16))

    readers = [threading.Thread(target=read, args=(token,)) for token in tokens]
    for reader in readers:
        reader.start()
    newsroom.services[0].send_signal(signal.SIGTERM)
    for reader in readers:
        reader.join()
    _, errors = newsroom.services[0].communicate(timeout=60)
    assert told == [200] * 24
    assert newsroom.services[0].returncode == 0
    assert all(json.loads(line)["logger"] for line in errors.splitlines())
    assert "Bridge" not in errors and "council" not in errors


def test_the_dockerfile_is_clean():
    told = subprocess.run(["hadolint", DEPLOY / "Dockerfile"], capture_output=True, text=True, check=False, env=_path())
    assert (told.returncode, told.stdout) == (0, "")


def _path() -> dict[str, str]:
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def test_the_options_of_the_containers_are_options_of_the_command():
    docker = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    entry = json.loads(re.search(r"^ENTRYPOINT (.*)$", docker, re.MULTILINE)[1])
    given = {word for word in [*entry, *compose["services"]["undertone"]["command"]] if word.startswith("--")}
    known = (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")
    assert given and all(f"`{word}" in known for word in given)


def test_every_container_but_the_proxy_is_out_of_reach_and_read_only():
    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert [name for name, held in services.items() if "ports" in held] == ["proxy"]
    for name in ("redis", "undertone"):
        assert services[name]["read_only"] and services[name]["cap_drop"] == ["ALL"]
        assert services[name]["networks"] == ["inside"]


def test_the_lock_of_the_container_is_the_lock_of_the_tests():
    def pins(path: Path) -> set[str]:
        return set(re.findall(r"^[\w.\[\]-]+==[\w.]+", path.read_text(encoding="utf-8"), re.MULTILINE))

    ours = pins(DEPLOY / "requirements.lock")
    assert {line.partition("==")[0] for line in ours} >= {"flask-limiter", "cachelib", "redis", "waitress"}
    assert ours <= pins(ROOT / "requirements-dev.lock") | pins(ROOT / "requirements.lock")
