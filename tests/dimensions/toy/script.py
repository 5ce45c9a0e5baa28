"""Runs every door over one page and prints what each shows as JSON; `sys.argv[1]` is a folder with `page.html`."""

import json
import sys
from pathlib import Path

from click.testing import CliRunner

from server.batch.outputs import flat
from server.cli import main
from server.service.app import create_app
from tools.contract import Contract
from tools.stub_jobs import StubPool

FOLDER = Path(sys.argv[1])
PAGE = str(FOLDER / "page.html")


def run(*arguments: str) -> str:
    """What a command prints."""
    done = CliRunner().invoke(main, [*arguments], catch_exceptions=False)
    if done.exit_code:
        raise SystemExit(f"{arguments}: {done.output}")
    return done.stdout


stored = FOLDER / "stored.json"
stored.write_text(run("score", "--json", "--no-model", PAGE), encoding="utf-8")
comparison = ("compare", "--no-model", "--html", str(FOLDER / "compared.html"))
run(*comparison, str(stored), PAGE)
run("annotate", "--no-model", "-o", str(FOLDER / "copy.html"), PAGE)
run("annotate", "--no-model", "--report", "-o", str(FOLDER / "report.html"), PAGE)
report = json.loads(stored.read_text(encoding="utf-8"))
contract = Contract(create_app(StubPool()))
shown = {
    "json": report,
    "table": run("score", "--no-model", PAGE),
    "sarif": json.loads(run("score", "--sarif", "--no-model", PAGE)),
    "comparison": run("compare", "--no-model", str(stored), PAGE),
    "compared": (FOLDER / "compared.html").read_text(encoding="utf-8"),
    "copy": (FOLDER / "copy.html").read_text(encoding="utf-8"),
    "report": (FOLDER / "report.html").read_text(encoding="utf-8"),
    "columns": [name for name, _ in flat.columns()],
    "row": flat.flatten(report),
    "evaluate": run("evaluate", "--help"),
    "faults": contract.errors({"$ref": "#/components/schemas/Report"}, report),
    "levels": contract.document["components"]["schemas"]["Levels"]["properties"],
}
print(json.dumps(shown))
