"""Command lines of `undertone` over files, addresses and names that try to steer the terminal."""

import json

from click.testing import CliRunner

from server.cli import main

CONTROLS = "\x1b[45mRED\x1b[7A\x1b]0;owned\x07\x1b]8;;x:\x07link\x9b45m\x90q\x9c\r\x08\x7f\u202eRTL\u2066x\u2069\u2028"
MARKUP = "[b]bold[link=x]z"
EVIL = f"EVIL{MARKUP}{CONTROLS}"  # may stand in the name of a file
LOUD = f"{EVIL}[/i]"  # a tag that closes nothing: an error to rich
WORDS = "".join(
    f"<p>The outrageous{LOUD} council voted on Monday to repair the bridge {number}. “We have waited{LOUD},” said Ada"
    f"{LOUD} Berg, the mayor.</p>"
    for number in range(14)
)


def page_of(name):
    return (
        f'<!doctype html><title>Bridge{LOUD}</title><meta name=author content="Ada{LOUD}">'
        f'<meta property="og:site_name" content="{name}{LOUD}">'
        f"<article><h1>Bridge{LOUD} to be repaired</h1>{WORDS}</article>"
    )


BY_RULES = "--no-model"
HOSTILE_ANSWERS = {
    "/type": (200, {"Content-Type": "text/\x1b[45mEVIL\x07"}, b"x"),
    "/away": (302, {"Location": "http://\x1b[45mEVIL.invalid/"}, b""),
    "/packed": (200, {"Content-Type": "text/html", "Content-Encoding": "EVIL\x1b[45m\x9b"}, b"x"),
}


def warc(path):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_of("Archive").encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: http://a.example/ {EVIL}"
        f"\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    path.write_bytes(head.replace("\r\x08", "").encode() + http + b"\r\n\r\n")


def forge(stored, file):
    """A report whose every free word is hostile."""
    held = json.loads(stored)
    held["document"] |= dict.fromkeys(("title", "kicker", "site", "url", "section"), LOUD)
    held["scores"]["sourcing"]["facts"] |= {"shares_by_side": {LOUD: 1.0}, "never_heard": [f"Group{LOUD}"]}
    held["framing"] = [{"frame": LOUD, "probability": 1.0, "sentences": []}]
    for source in held["sources"]:
        source["name"] = LOUD
    file.write_text(json.dumps(held))


def lines(folder, address, state):
    """Command, what follows it, exit code: at least one line for each command."""
    page, none, out = folder / f"page{EVIL}.html", folder / f"none{EVIL}", folder / f"out{EVIL}"
    page.write_text(page_of("Courier"), encoding="utf-8")
    return [
        *_lines_on_a_page(page, address, none),
        *_copies(page, out, folder / EVIL / "out.html"),
        *_comparisons(page, folder),
        *_archives(page, none, out, folder),
        *_others(state),
    ]


def _lines_on_a_page(page, address, none):
    yield ("score",), (BY_RULES, page), 0
    for form in ("--json", "--sarif", "--annotations", "--markdown"):
        yield ("score",), (BY_RULES, form, page), 0
    for path in HOSTILE_ANSWERS:
        yield ("score",), (BY_RULES, address + path), 3
    yield ("score",), (BY_RULES, f"http://127.0.0.1:1/{EVIL}"), 3
    yield ("score",), (BY_RULES, none), 2


def _copies(page, out, nowhere):
    yield ("annotate",), (BY_RULES, page), 2
    yield ("annotate",), (BY_RULES, page, "-o", "-"), 0
    yield ("annotate",), (BY_RULES, "--report", page, "-o", "-"), 0
    yield ("annotate",), (BY_RULES, page, "-o", out), 0
    yield ("annotate",), (BY_RULES, "--json", page, "-o", out), 0
    yield ("annotate",), (BY_RULES, page, "-o", nowhere), 3


def _comparisons(page, folder):
    other, forged, damaged = folder / "other.html", folder / f"forged{EVIL}.json", folder / f"damaged{EVIL}.json"
    other.write_text(page_of("Herald"), encoding="utf-8")
    stored = CliRunner().invoke(main, ["score", BY_RULES, "--json", str(other)]).stdout
    forge(stored, forged)
    damaged.write_text(json.dumps(json.loads(stored) | {"document": {LOUD: 1}}))
    yield ("compare",), (BY_RULES, page, other), 0
    yield ("compare",), (BY_RULES, "--json", page, other), 0
    yield ("compare",), (BY_RULES, page, forged), 0
    yield ("compare",), (BY_RULES, page, damaged), 3


def _archives(page, none, out, folder):
    rows, bad, archive = folder / f"rows{EVIL}.jsonl", folder / f"labels{EVIL}.jsonl", folder / f"crawl{EVIL}.warc"
    rows.write_text(json.dumps({"id": LOUD, "title": LOUD, "text": ""}) + "\n" + json.dumps({"id": 1}) + "\n")
    bad.write_text(json.dumps({"text": LOUD, "labels": {LOUD: 1}}) + "\n")
    warc(archive)
    yield ("evaluate",), (BY_RULES, bad), 3
    yield ("batch",), (BY_RULES, rows, page, archive, "-o", f"{out}.jsonl"), 3
    yield ("batch",), (BY_RULES, none, "-o", f"{out}.jsonl"), 2
    yield ("batch",), (BY_RULES, "--column", LOUD, rows, "-o", f"{out}.jsonl"), 2


def _others(state):
    yield ("rules",), (LOUD,), 2
    yield ("doctor",), (), 0
    yield ("doctor",), ("--json",), 0
    yield ("completion",), (LOUD,), 2
    yield ("serve",), ("--host", EVIL), 2
    yield ("pairings",), ("--state", state), 0
    yield ("pairings",), ("--state", state, "--json"), 0
    yield ("pairings", "new"), (LOUD,), 2
    yield ("pairings", "revoke"), (LOUD,), 2
    yield (LOUD,), (), 2
