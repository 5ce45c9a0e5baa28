"""Remarks as SARIF 2.1.0 (OASIS 2020), which editors and continuous integration read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from detector import languages, rules
from detector.export.source_file import Region, SourceFile
from detector.export.texts import ReportTexts
from detector.page.decoding import decode

VERSION = "2.1.0"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {"mild": "note", "notable": "warning", "strong": "error"}
STANDARD_INPUT = "standard-input"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One report in its wire form (with `text`), the `name` of what was read, and its `content`."""

    report: Mapping[str, Any]
    name: str
    content: str | bytes
    is_html: bool = True


def render(artifacts: Sequence[Artifact], reader: str = languages.DEFAULT) -> dict[str, Any]:
    """One SARIF log of one run. Regions are lines and columns of the file (code points, from 1); a remark whose words
    are not found there has none. `reader` is the language of what rules say. Raises `DataError` where rules cannot be
    read."""
    texts = ReportTexts(reader)
    results = [result for index, artifact in enumerate(artifacts) for result in _results(artifact, index, texts)]
    names = sorted({result["ruleId"] for result in results})
    for result in results:
        result["ruleIndex"] = names.index(result["ruleId"])
    engine = artifacts[0].report["engine"] if artifacts else {}
    driver = {
        "name": "Undertone",
        **({"version": engine["version"]} if engine else {}),
        "fullName": "Undertone: how a news page is written, not whether it is true",
        "rules": [_rule(name, texts) for name in names],
        "properties": {"rules_sha256": engine.get("rules_sha256"), "model": engine.get("model")},
    }
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "artifacts": [{"location": {"uri": _uri(artifact.name)}} for artifact in artifacts],
                "results": results,
            }
        ],
    }


def _results(artifact: Artifact, index: int, texts: ReportTexts) -> list[dict[str, Any]]:
    content = artifact.content if artifact.is_html or isinstance(artifact.content, str) else artifact.content.decode()
    file = SourceFile(decode(content) if artifact.is_html else str(content), is_html=artifact.is_html)
    text = artifact.report["document"]["text"]
    return [
        _result(finding, file.locate(finding, text), _uri(artifact.name), index, texts)
        for finding in artifact.report["findings"]
    ]


def _result(
    finding: Mapping[str, Any], region: Region | None, uri: str, index: int, texts: ReportTexts
) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": uri, "index": index}, **({"region": _region(region)} if region else {})}
    mark = sha256(f"{finding['rule']}\0{finding['exact']}".encode("utf-8", "replace")).hexdigest()
    advice = finding["suggestion"]
    said = f"{finding['message']} {texts.panel('instead', words=advice)}" if advice else finding["message"]
    kept = ("dimension", "technique", "severity", "confidence", "voice", "scored", "points", "exact")
    return {
        "ruleId": finding["rule"],
        "level": LEVELS[finding["severity"]] if finding["scored"] else "note",
        "message": {"text": _plain(said)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"words/v1": mark},
        "properties": {name: finding[name] for name in kept},
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _rule(name: str, texts: ReportTexts) -> dict[str, Any]:
    rule = rules.load(languages.DEFAULT).rules.get(name)
    if rule is None:
        return {"id": name}
    reason, source = rules.rule_texts(rule, texts.messages).reason, texts.panel("learn-source", source=rule.source)
    return {
        "id": name,
        "name": "".join(map(str.capitalize, name.replace(".", "-").split("-"))),
        "shortDescription": {"text": _plain(reason)},
        "help": {"text": _plain(f"{reason} {source}")},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _plain(text: str) -> str:
    """A message without the brackets that SARIF would take for links (section 3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _uri(name: str) -> str:
    """An address as it is; a path as a relative reference, or as a file address where it is absolute."""
    if name == "-":
        return STANDARD_INPUT
    if "://" in name:
        return name
    path = PurePath(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
