"""What a hunt begins with, and what holds for it in every run of the tests: golden pages and small hostile ones."""

import json
import sys

from server.install import browsers
from tools.adversarial import BROKEN, ENCODED, SCRIPTED
from tools.golden import pages

REQUEST = {"url": "https://a.example/b?c#d", "include": ["text", "sentences"]}
REQUESTS = {
    "options": b'{"text":"x","title":"y","options":{"min_severity":"strong","disable":["a.b"],"ignore":["z"]}}',
    "broken-pair": rb'{"text":"\ud83d\ude00 \ud800","title":null,"url":null,"include":[]}',
    "depth": b'{"text":' + b"[" * 60 + b"]" * 60 + b"}",
    "mark": b'\xef\xbb\xbf{"html":1e999,"html":NaN,"options":[true,false,null,-1.5]}',
}
CALLS = {  # who calls, then what is said: see `targets.host`
    name: b"\0".join(words) + b"\0\0" + len(said).to_bytes(4, sys.byteorder) + said
    for words in ((f"{browsers.ORIGINS[0]}/".encode(),), (b"/a/host.json", browsers.FIREFOX_IDS[0].encode()), (b"",))
    for name, said in {
        f"wake-{len(words)}-{len(words[0])}": b'{"type":"wake"}',
        f"pair-{len(words)}-{len(words[0])}": b'{"type":"wake","pair":true,'
        b'"origin":"moz-extension://12345678-90ab-cdef-1234-567890abcdef"}',
    }.items()
}
HOSTILE = {"broken": BROKEN, "scripted": SCRIPTED, "encoded": ENCODED}
SMALL = 20_000  # bytes of a seed; what is large is slow, and tools/adversarial.py has it


def seeds(target: str) -> dict[str, bytes]:
    """What the hunt begins with: the golden pages and the small hostile ones, in the form that the target takes."""
    held = {f"golden-{slug}": path.read_text(encoding="utf-8") for slug, path in pages().items()}
    odd = {f"{group}-{at}": make() for group, made in HOSTILE.items() for at, make in enumerate(made.values())}
    texts = held | {name: page for name, page in odd.items() if isinstance(page, str)}
    if target == "host":
        return CALLS
    if target == "wire":
        return {name: json.dumps(REQUEST | {"html": text[:2000]}).encode() for name, text in texts.items()} | REQUESTS
    as_text = {f"{name}-text": b"\x80" + text.encode("utf-8", "surrogatepass") for name, text in texts.items()}
    raw = {
        name: b"\0" + (page if isinstance(page, bytes) else page.encode("utf-8", "replace"))
        for name, page in odd.items()
    }
    return {name: data for name, data in (as_text | raw).items() if len(data) <= SMALL}
