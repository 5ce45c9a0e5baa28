"""The examples of `docs/api.md` run against a service where every one of them needs no more than it shows."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.contract import held_to_contract
from tools.live import live

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^( *)```(sh|python|js|text)\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
PROGRAMS = {
    "sh": ("bash", "-c"),
    "python": (sys.executable, "-W", "error", "-c"),
    "js": ("node", "--input-type=module", "-e"),
}


def examples() -> Iterator[tuple[str, str, str]]:
    """Each example with its language and what it is to print: the next block of text."""
    waiting: list[tuple[str, str]] = []
    for _, language, content in FENCE.findall(PAGE):
        if language != "text":
            waiting.append((language, dedent(content)))
            continue
        yield from ((name, source, content) for name, source in waiting)
        waiting = []
    assert not waiting, "an example is not followed by what it prints"


EXAMPLES = list(examples())


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> PairingStore:
    return PairingStore(tmp_path_factory.mktemp("state"))


@pytest.fixture(scope="module", params=[False, True], ids=["at ease", "with tokens"])
def port(request: pytest.FixtureRequest, store: PairingStore) -> Iterator[int]:
    """A service on this computer, and one that asks everybody for a token; what they answer is as they describe it."""
    settings = ServerSettings(port=0, workers=1, state=store.folder, require_token=request.param)
    with held_to_contract() as make, live(settings, make) as address:
        yield int(address.rpartition(":")[2])


def run(language: str, source: str, port: int, store: PairingStore) -> str:
    """What an example prints; a pairing code waits for it to be read."""
    told = subprocess.run(
        [*PROGRAMS[language], source.replace("127.0.0.1:8765", f"127.0.0.1:{port}")],
        input=f"{store.new_code()}\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert told.stderr == ""
    return told.stdout


@pytest.mark.parametrize("port", [False], indirect=True)
@pytest.mark.parametrize(("language", "source", "expected"), EXAMPLES)
def test_the_example_prints_what_the_page_says(
    port: int, store: PairingStore, language: str, source: str, expected: str
) -> None:
    assert run(language, source, port, store) == expected


@pytest.mark.parametrize("port", [True], indirect=True)
@pytest.mark.parametrize(("language", "source", "expected"), [each for each in EXAMPLES if "/pair" in each[1]])
def test_the_examples_of_tokens_open_a_guarded_service(
    port: int, store: PairingStore, language: str, source: str, expected: str
) -> None:
    assert run(language, source, port, store) == expected


def test_every_section_is_shown_in_every_language() -> None:
    languages = [language for language, _, _ in EXAMPLES]
    assert {name: languages.count(name) for name in PROGRAMS} == {"sh": 5, "python": 8, "js": 7}
