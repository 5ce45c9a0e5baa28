"""Every answer that the project shows or ships is one that its published schema describes.

They are found, not listed: each page of HTML in the checkout is sent to the service, each JSON document that says it is
an answer of ours is read out of the files and the pages of documentation, the command line is asked about the sample in
every language, and a batch is made of the examples. What the examples of the documentation get from the service is held
against the schema where they run (`test_api.py`, `test_examples.py`).
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from detector import Analyzer, languages
from server.cli import main
from server.service.app import create_app
from server.service.auth.pairing_store import PairingStore
from server.settings import ServerSettings
from tools.contract import CheckedClient, Contract, contract_of
from tools.stub_jobs import InProcess

ROOT = Path(__file__).parents[2]
FOLDERS = ("benchmarks", "detector", "docs", "extension", "server", "tests", "tools", "training")
FENCE = re.compile(r"^ *```\w*\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
PROBLEM = "urn:undertone:problem:"
ENGINE = {"version": "0", "rules_sha256": "0" * 64, "model": None}
ASIDE = {"id"}  # what a row of a batch holds besides its report


def files(ending: str) -> list[Path]:
    """The files of this kind, those of the top folder too."""
    below = (path for folder in FOLDERS for path in (ROOT / folder).rglob(f"*{ending}"))
    return sorted([*ROOT.glob(f"*{ending}"), *below])


def documents(path: Path) -> Iterator[Any]:
    """The JSON values that a file holds: as a whole or line by line, in a page of documentation in its blocks."""
    text = path.read_text(encoding="utf-8")
    for block in FENCE.findall(text) if path.suffix == ".md" else [text]:
        try:
            yield json.loads(block)
        except ValueError:
            yield from filter(None, map(_line, block.splitlines()))


def _line(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def claims(value: Any, forms: dict[str, str]) -> Iterator[tuple[str, Any]]:
    """The objects anywhere in a value that say they are of one of our forms, each with the form's name."""
    if isinstance(value, dict):
        if value.get("schema") in forms.keys() - {None}:
            yield forms[value["schema"]], value
        elif str(value.get("type", "")).startswith(PROBLEM):
            yield "LineProblem" if "line" in value else "Problem", value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from claims(inner, forms)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of a service that analyses in this process, its every answer held against the schema."""
    store = PairingStore(tmp_path_factory.mktemp("state"))
    app = create_app(InProcess(engine=ENGINE), ServerSettings(state=store.folder))
    app.test_client_class = CheckedClient
    return app.test_client()


@pytest.fixture(scope="module")
def contract(client: FlaskClient) -> Contract:
    return contract_of(client.application)


@pytest.fixture(scope="module")
def forms(contract: Contract) -> dict[str, str]:
    """The name of each form by what it says in `schema`."""
    schemas: dict[str, Any] = contract.document["components"]["schemas"]
    told = {name: schema["properties"].get("schema", {}) for name, schema in schemas.items()}
    return {schema["enum"][0]: name for name, schema in told.items() if "enum" in schema}


@pytest.mark.parametrize("path", files(".html"), ids=lambda path: str(path.relative_to(ROOT)))
def test_the_answer_about_every_page(client: FlaskClient, path: Path) -> None:
    html = path.read_text(encoding="utf-8")
    for include in ([], ["text", "sentences"]):
        assert client.post("/v1/analyze", json={"html": html, "include": include}).status_code == 200


def test_the_answers_about_pages_in_a_batch(client: FlaskClient) -> None:
    lines = [json.dumps({"html": path.read_text(encoding="utf-8")}) for path in files(".html")] + ["no JSON"]
    answer = client.post(
        "/v1/analyze/batch", data="\n".join(lines).encode(), headers={"Content-Type": "application/x-ndjson"}
    )
    assert len(answer.text.splitlines()) == len(lines)


@pytest.mark.parametrize("language", languages.spoken())
@pytest.mark.parametrize("path", files("sample.html"), ids=lambda path: path.name)
def test_the_report_of_the_command_line_in_every_language(contract: Contract, path: Path, language: str) -> None:
    asked = ["score", "--json", "--include", "text", "--include", "sentences", "--language", language, str(path)]
    report = json.loads(CliRunner().invoke(main, asked, catch_exceptions=False).stdout)
    assert report["sentences"] and report["limitations"]
    assert contract.errors({"$ref": "#/components/schemas/Report"}, report) == []


@pytest.mark.parametrize("path", files("sample.html"), ids=lambda path: path.name)
def test_the_report_by_rules_alone(contract: Contract, path: Path) -> None:
    report = Analyzer(model=None).analyze(path.read_bytes()).to_dict(("text", "sentences"))
    assert contract.errors({"$ref": "#/components/schemas/Report"}, report) == []


@pytest.mark.parametrize(
    "path",
    [path for ending in (".json", ".jsonl", ".md") for path in files(ending)],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_every_answer_that_is_shown(contract: Contract, forms: dict[str, str], path: Path) -> None:
    for value in documents(path):
        for name, answer in claims(value, forms):
            assert contract.errors({"$ref": f"#/components/schemas/{name}"}, answer) == []


def test_every_row_of_a_batch(contract: Contract, tmp_path: Path) -> None:
    command = [Path(sys.executable).parent / "undertone", "batch", "*.html", "-o", tmp_path / "rows.jsonl"]
    subprocess.run(command, cwd=ROOT / "docs" / "examples", check=True, capture_output=True)
    rows = list(documents(tmp_path / "rows.jsonl"))
    assert len(rows) == len(list((ROOT / "docs" / "examples").glob("*.html")))
    for row in rows:
        report = {name: value for name, value in row.items() if name not in ASIDE}
        assert contract.errors({"$ref": "#/components/schemas/Report"}, report) == []


def test_an_answer_is_found_in_a_block_a_line_and_inside_another(tmp_path: Path, forms: dict[str, str]) -> None:
    page = tmp_path / "page.md"
    problem = {"type": f"{PROBLEM}bad-json", "line": 2}
    line, told = json.dumps({"rows": [problem]}), {"schema": "undertone/analysis/1"}
    page.write_text(f"Words.\n\n```json\n{json.dumps(told, indent=1)}\n```\n\n```console\n$ ask\n{line}\n```\n")
    found = [claim for value in documents(page) for claim in claims(value, forms)]
    assert found == [("Report", told), ("LineProblem", problem)]
