"""What axe finds to complain of in a page."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async ([context, only]) =>
    (await axe.run(context, only ? {runOnly: only} : {})).violations.map(({id, nodes}) => [id, nodes.map(
        ({target, failureSummary}) => [String(target), failureSummary])])"""


def complaints(page: Page, context: dict[str, Any] | None = None, only: list[str] | None = None) -> list[Any]:
    """The violations of a page, or of the part that `context` names as axe does; without one, all but our layer.

    `only` names the rules to look at; all of them without it.
    """
    assert AXE.is_file(), "axe-core is not installed: npm ci"
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(RUN, [context or {"exclude": [["undertone-layer"]]}, only])
