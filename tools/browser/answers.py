"""What the stand-in server answers about the pages of the news site, in the contract's form."""

import copy
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from detector import languages
from detector.dimensions import scoring
from detector.page.dom import SKIPPED

HERE = Path(__file__).parent / "pages"
SEVERITIES = ("mild", "notable", "strong")
TEXTS = languages.messages_for(languages.DEFAULT)

# words on the page, which occurrence, dimension, rule, severity, voice, points, plainer wording
REMARKS = (
    ("RIVER OF SHAME:", 0, "headline", "headline.loaded-kicker", "strong", "author", 40.0, None),
    ("caves", 0, "headline", "headline.emotive-verb", "notable", "author", 32.0, "agrees"),
    ("bitterly", 0, "wording", "wording.editorial-adverb", "notable", "author", 9.0, "strongly"),
    ("utter disgrace", 0, "wording", "wording.loaded-noun", "notable", "s1", 0.0, None),
    ("Critics say", 0, "sourcing", "sourcing.vague-attribution", "notable", "author", -6.0, None),
    ("so-called", 1, "wording", "wording.doubt", "mild", "author", 5.0, "consultation"),
)
# what a hostile server could say of the page `markup`, and words that it does not hold
ODD = (
    (
        '<b onclick="alert(1)">KEEP OUT</b>',
        0,
        "wording",
        "wording.<i>odd</i>",
        "mild",
        "author",
        1.0,
        "<script>alert(2)</script>",
    ),
    ("words that stand nowhere", 0, "wording", "wording.loaded-noun", "mild", "author", 1.0, None),
)
# words on the page, their source and how they are reported
QUOTES = (
    ("“We looked at every alternative and this one does the least damage,”", "s1", "direct"),
    ("“an utter disgrace”", "s1", "mixed"),
    ("the work will wreck the reed beds", "s3", "indirect"),
)


REST = {"headline": "tone", "sourcing": "sides", "wording": "subjectivity"}  # what no remark stands for


def stream_of(html: str) -> str:
    """The page's text stream, as the contract defines it."""
    parts: list[str] = []
    body = LexborHTMLParser(html).body
    waiting = [body] if body is not None else []
    while waiting:
        node = waiting.pop()
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag not in SKIPPED:
            children = []
            child = node.child
            while child is not None:
                children.append(child)
                child = child.next
            waiting.extend(reversed(children))
    return "".join(parts)


def remark(number: int, stream: str, row: tuple[Any, ...]) -> dict[str, Any]:
    """One finding about the given words, with its target in `stream`; with no target where they do not stand there."""
    words, occurrence, dimension, rule, severity, voice, points, suggestion = row
    start = -1
    for _ in range(occurrence + 1):
        start = stream.find(words, start + 1)
    end = start + len(words)
    texts = TEXTS.rules.get(rule, {"message": "“{exact}”", "reason": ""})
    selectors = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": words,
            "prefix": stream[max(0, start - 32) : start],
            "suffix": stream[end : end + 32],
        },
    ]
    return {
        "id": f"f{number}",
        "dimension": dimension,
        "rule": rule,
        "technique": None,
        "unit": "words",
        "severity": severity,
        "confidence": 0.86,
        "voice": {"kind": "author" if voice == "author" else "source", "source": None if voice == "author" else voice},
        "scored": voice == "author",
        "points": points,
        "start": max(start, 0),
        "end": max(end, 0),
        "exact": words,
        "message": texts["message"].replace("{exact}", words),
        "reason": texts["reason"],
        "suggestion": suggestion or texts.get("suggestion"),
        "evidence": {},
        "docs": f"/v1/rules/{rule}",
        "target": {"selector": selectors} if start >= 0 else None,
    }


def answer_to(asked: Mapping[str, Any]) -> dict[str, Any]:
    """An answer in the contract's form to a request about a page of this site or about plain text."""
    if "html" in asked:
        return _about_page(asked["html"], asked.get("options", {}))
    return _about_text(asked["text"], asked["title"], asked.get("options", {}))


def _parts() -> dict[str, Any]:
    """What every answer holds."""
    parts: dict[str, Any] = json.loads((HERE / "answer.json").read_text(encoding="utf-8"))
    return parts


def _about_page(html: str, options: Mapping[str, Any]) -> dict[str, Any]:
    stream = stream_of(html)
    parts = _parts()
    if "shop.test" in html:
        return parts | json.loads((HERE / "not-an-article.json").read_text(encoding="utf-8"))
    rows = [row for row in REMARKS if row[0] in stream]
    if not rows:
        parts |= json.loads((HERE / "nothing-found.json").read_text(encoding="utf-8"))
    return _filled(parts, stream, [*rows, *(ODD if "KEEP OUT" in stream else [])], options)


def _about_text(text: str, title: str | None, options: Mapping[str, Any]) -> dict[str, Any]:
    """No targets; offsets count in `document.text`."""
    whole = f"{title}\n\n{text}" if title else text
    parts = _parts()
    answer = _filled(parts, whole, [row for row in REMARKS if row[0] in whole], options)
    answer["document"]["title"] = title
    for finding in answer["findings"]:
        finding["target"] = None
    return answer


def _filled(
    parts: dict[str, Any], text: str, rows: list[tuple[Any, ...]], options: Mapping[str, Any]
) -> dict[str, Any]:
    """An answer about a text, its remarks those that the options let through; its scores are those of `parts`."""
    answer = copy.deepcopy(parts)
    answer["document"]["text"] = text
    table = scoring.reference(languages.DEFAULT)
    for name, score in answer["scores"].items():
        score["percentile"] = scoring.percentile(name, score["value"], languages.DEFAULT)
        score["facts"]["reference"] = {"articles": table["articles"], "crowd": table["crowd"][name]}
    made = [remark(number, text, row) for number, row in enumerate(rows, 1)]
    answer["findings"] = [finding for finding in made if _is_wanted(finding, options)]
    for name, score in answer["scores"].items():
        score["parts"] = _sum(name, score["value"], answer["findings"])
    answer["quotes"] = [quotation(number, text, row) for number, row in enumerate(QUOTES, 1) if row[0] in text]
    return answer


def _sum(dimension: str, value: int, findings: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Parts that sum to a score: where it starts, its remarks, and for the rest what no remark stands for."""
    own = [one for one in findings if one["dimension"] == dimension and one["points"]]
    start = 100.0 if dimension == "sourcing" else 0.0
    rest = value - start - sum(one["points"] for one in own)
    name = REST[dimension]
    return [
        *(
            [{"kind": "start", "id": "full-marks", "points": start, "text": TEXTS.say("parts", "full-marks")}]
            if start
            else []
        ),
        *({"kind": "finding", "id": one["id"], "points": one["points"], "text": None} for one in own),
        *([{"kind": "feature", "id": name, "points": rest, "text": TEXTS.say("parts", name)}] if rest else []),
    ]


def _is_wanted(finding: Mapping[str, Any], options: Mapping[str, Any]) -> bool:
    severe = SEVERITIES.index(finding["severity"]) >= SEVERITIES.index(options.get("min_severity", "mild"))
    ignored = finding["exact"].lower() in options.get("ignore", [])
    return severe and not ignored and finding["rule"] not in options.get("disable", [])


def quotation(number: int, text: str, row: tuple[str, str, str]) -> dict[str, Any]:
    """One quotation of the given words."""
    words, source, style = row
    start = text.index(words)
    return {
        "id": f"q{number}",
        "source": source,
        "kind": "speech",
        "style": style,
        "content": [[start, start + len(words)]],
        "cue": [],
        "source_span": None,
    }
