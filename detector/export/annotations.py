"""Remarks as W3C Web Annotations (Recommendation of 2017), in JSON-LD."""

from collections.abc import Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from detector import languages
from detector.settings import SETTINGS

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def render(report: Mapping[str, Any], *, is_page: bool = True, reader: str = languages.DEFAULT) -> dict[str, Any]:
    """One annotation page of a report in its wire form (with `text`).

    Selectors count code points: of the page's text stream, or of `document.text` where plain text was read (then
    `is_page` is false). `reader` is the language of the remarks. Words that do not stand on the page like this are
    annotated on the page as a whole.
    """
    document = report["document"]
    source = document["url"] or f"urn:sha256:{document['text_sha256']}"
    page = _name(source, document["text_sha256"], report["engine"]["rules_sha256"])
    text = None if is_page else document["text"]
    about = {"generator": f"Undertone {report['engine']['version']}", "language": languages.messages_for(reader).code}
    items = [_annotation(finding, about, _target(finding, source, text), page) for finding in report["findings"]]
    return {"@context": CONTEXT, "id": page, "type": "AnnotationPage", "startIndex": 0, "items": items}


def _name(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn


def _annotation(
    finding: Mapping[str, Any], about: Mapping[str, str], target: Mapping[str, Any], page: str
) -> dict[str, Any]:
    return {
        "id": _name(page, finding["id"]),
        "type": "Annotation",
        "motivation": "commenting",
        "generator": {"type": "Software", "name": about["generator"]},
        "body": [
            _body(" ".join((finding["message"], finding["reason"])), "commenting", about["language"]),
            *([_body(finding["suggestion"], "editing", about["language"])] if finding["suggestion"] else []),
            _body(finding["rule"], "tagging"),
            _body(finding["severity"], "tagging"),
        ],
        "target": target,
    }


def _body(value: str, purpose: str, language: str = "en") -> dict[str, str]:
    """A body; tags, which are names of rules and severities, are English whoever reads them."""
    return {"type": "TextualBody", "value": value, "format": "text/plain", "language": language, "purpose": purpose}


def _target(finding: Mapping[str, Any], source: str, text: str | None) -> dict[str, Any]:
    """Where a remark stands: on the page, or in the plain `text` that was read."""
    if text is None:
        return {"source": source, **(finding["target"] or {})}
    start, end = finding["start"], finding["end"]
    context = SETTINGS.overlay.context
    around = {"prefix": text[max(0, start - context) : start], "suffix": text[end : end + context]}
    return {
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", "exact": finding["exact"], **around},
        ],
    }
