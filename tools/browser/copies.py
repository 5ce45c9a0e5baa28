"""Annotated copies and report pages of real pages, opened in a real Chromium: pictures to look at, and every request.

Usage: `python -m tools.browser.copies OUT PAGE…` (HTML files, gzipped or not). Writes the copies and their pictures in
light, dark and on paper into OUT, and fails where a file asks for anything but itself or complains.
"""

import gzip
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from detector import Analyzer
from detector.export.html import annotate
from detector.export.overview import render
from tools.browser.chromium_driver import find

WIDE = {"width": 1280, "height": 900}


def write(out: Path, source: Path, analyzer: Analyzer) -> list[Path]:
    """The copy and the report page of one page, as files."""
    held = source.read_bytes()
    content = gzip.decompress(held) if source.suffix == ".gz" else held
    report = analyzer.analyze(content)
    name = f"{source.parent.name}-{source.name.partition('.')[0]}"
    files = [out / f"{name}.html", out / f"{name}-report.html"]
    copy = annotate(content, report)
    files[0].write_text(copy.html, encoding="utf-8", errors="replace")
    files[1].write_text(render(report.to_dict(("text",))), encoding="utf-8", errors="replace")
    print(f"{source.name}: {len(copy.marked)} marked, {len(copy.lost)} without a place, {len(report.findings)} remarks")
    return files


def look(browser: Browser, file: Path) -> list[str]:
    """Take a file's pictures; gives what it asked for beside itself, and what it complained of."""
    wrong: list[str] = []
    for scheme in ("light", "dark", "paper"):
        page = browser.new_page(viewport=WIDE, color_scheme="dark" if scheme == "dark" else "light")
        page.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(file.as_uri(), wait_until="networkidle")
        if scheme == "paper":
            page.emulate_media(media="print")
        elif page.locator(".who summary").count():
            page.locator(".who summary").first.click()
        page.screenshot(path=file.with_name(f"{file.stem}-{scheme}.png"), full_page=scheme == "paper")
        page.close()
    return wrong


def main() -> None:
    """Do it for all pages."""
    out, *sources = map(Path, sys.argv[1:])
    out.mkdir(parents=True, exist_ok=True)
    analyzer = Analyzer()
    files = [file.resolve() for source in sources for file in write(out, source, analyzer)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find("chromium"))
        wrong = [f"{file.name}: {told}" for file in files for told in look(browser, file)]
        browser.close()
    print(f"{len(files)} files opened; {len(wrong)} requests or complaints")
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
