"""Several reports of the same event side by side: headlines, levels, who speaks where, who is heard by whom, frames.

Reports come in their wire form, so that stored ones of any engine can be compared. A source is the same in two
reports where its kind and name agree; of a person the surname and one more word suffice, or the surname alone where
only one person on each side bears it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from detector import languages
from detector.dimensions import headline, registry, sourcing
from detector.export.shared_claims import shared
from detector.export.texts import ReportTexts
from detector.settings import SETTINGS

SCHEMA = "undertone/comparison/1"
Report = Mapping[str, Any]
Key = tuple[str, ...]
ALONE, EVERYBODY = "", " "  # instead of a word beside a surname: for who has none, for all who bear it


@dataclass(slots=True, eq=False)
class _Voice:
    """A source as several reports name it: its longest name, and its share of the words in each report."""

    kind: str
    name: str
    shares: dict[int, float] = field(default_factory=dict)
    identified: bool = False

    def add(self, source: Mapping[str, Any], index: int) -> None:
        self.name = max(self.name, source["name"], key=len)
        self.shares[index] = source["share"]
        self.identified |= source["identified"]


def compare(reports: Sequence[Report], labels: Sequence[str], reader: str = languages.DEFAULT) -> dict[str, Any]:
    """The comparison as JSON values (`undertone/comparison/1`): `pages`, and rows with one value a page: `sources`
    (share of the attributed words or `None`), `parties` (`heard`, `never` or `None` where it is no party), `frames`,
    `claims` that more than one makes (their words).
    `reader` is the language of the notices."""
    texts, voices = ReportTexts(reader), _voices(reports)
    parties = _parties(reports)
    common = [voice for voice in voices if len(voice.shares) == len(reports)]
    heard = [row for row in parties if None not in row["pages"]]
    related = bool(common or heard or _common_words(reports) or len(reports) < 2)
    return {
        "schema": SCHEMA,
        "pages": [_page(report, label) for report, label in zip(reports, labels, strict=True)],
        "sources": [_row(voice, len(reports)) for voice in voices],
        "parties": parties,
        "frames": _frames(reports),
        "claims": shared(reports),
        "notices": [{"code": code, "message": texts.comparison(code)} for code in _notices(reports, related=related)],
    }


def _notices(reports: Sequence[Report], *, related: bool) -> Iterator[str]:
    engines = [_engine(report) for report in reports]
    if not related:
        yield "unrelated"
    if any(engine != engines[0] for engine in engines):
        yield "engines-differ"
    elif engines and engines[0]["model"] is None:
        yield "no-model"


def _engine(report: Report) -> dict[str, str | None]:
    """What made a report: its version, and the hashes of its rules and its model."""
    engine = report["engine"]
    model = engine["model"]
    return {
        "version": engine["version"],
        "rules_sha256": engine["rules_sha256"],
        "model": model["sha256"] if model else None,
    }


def _page(report: Report, label: str) -> dict[str, Any]:
    about, scores = report["document"], report["scores"]
    facts = scores[sourcing.ID]["facts"]
    return {
        "label": label,
        **{name: about[name] for name in ("title", "kicker", "site", "url", "published", "words")},
        "genre": about["genre"]["label"],
        "levels": {each.id: report["summary"]["levels"].get(each.id) for each in registry.DIMENSIONS},
        "scores": {each.id: scores[each.id]["value"] for each in registry.DIMENSIONS},
        "headline_remarks": [finding["exact"] for finding in report["findings"] if finding["dimension"] == headline.ID],
        "remarks": len(report["findings"]),
        **{name: facts.get(name) for name in ("sources", "identified", "attributed_share", "anonymous_share")},
        "engine": _engine(report),
    }


def _voices(reports: Sequence[Report]) -> list[_Voice]:
    found: list[_Voice] = []
    for index, report in enumerate(reports):
        # No two sources of one report are the same, so that only what earlier reports named is looked through.
        earlier = _by_name(found)
        for source in report["sources"]:
            if not source["named"] and source["kind"] != "document":
                continue
            fitting = [voice for voice in _alike(earlier, source) if index not in voice.shares]
            if len(fitting) != 1:  # none, or more than one person of that name: refuse to guess
                fitting = [_Voice(source["kind"], source["name"])]
                found += fitting
            fitting[0].add(source, index)
    return sorted(found, key=lambda voice: (-len(voice.shares), -max(voice.shares.values()), voice.name))


def _words(name: str) -> list[str]:
    plain, titles = name.lower().replace("’", "'").replace(".", ""), languages.before_names()
    return [word for word in plain.split() if word not in titles]


def _alike(known: Mapping[Key, Sequence[_Voice]], source: Mapping[str, Any]) -> Iterable[_Voice]:
    """The voices of a source's kind whose name agrees with its own; `known` is as `_by_name` gives it."""
    kind, words = source["kind"], _words(source["name"])
    surname, others = words[-1:], sorted(set(words[:-1]) - set(words[-1:]))
    if kind != "person" or not surname:
        return known.get((kind, *words), ())
    beside = (*others, ALONE) if others else (EVERYBODY,)
    near = (voice for other in beside for voice in known.get((kind, other, *surname), ()))
    return [voice for voice in dict.fromkeys(near) if _agree(_words(voice.name), words)]


def _by_name(voices: Iterable[_Voice]) -> Mapping[Key, Sequence[_Voice]]:
    """The voices by kind and name; people by their surname, and by it with each word that stands beside it, since two
    names agree where one holds all words of the other."""
    found: defaultdict[Key, list[_Voice]] = defaultdict(list)
    for voice in voices:
        words = _words(voice.name)
        if voice.kind != "person" or not words:
            found[voice.kind, *words].append(voice)
            continue
        for other in (EVERYBODY, *(set(words[:-1]) - {words[-1]} or {ALONE})):
            found[voice.kind, other, words[-1]].append(voice)
    return found


def _agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter of two names of one surname holds no word that the longer one lacks."""
    shorter, longer = sorted((one, other), key=len)
    return set(shorter) <= set(longer)


def _row(voice: _Voice, count: int) -> dict[str, Any]:
    return {
        "name": voice.name,
        "kind": voice.kind,
        "identified": voice.identified,
        "shares": [voice.shares.get(index) for index in range(count)],
    }


def _parties(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """The sides and parties of all reports, those that some report never hears first."""
    heard = [_heard(report) for report in reports]
    names = dict.fromkeys(name for states in heard for name in sorted(states))
    rows = [{"name": name, "pages": [states.get(name) for states in heard]} for name in names]
    return sorted(rows, key=lambda row: (-row["pages"].count("never"), row["pages"].count(None), row["name"]))


def _heard(report: Report) -> dict[str, str]:
    facts = report["scores"][sourcing.ID]["facts"]
    voices = {source["name"] for source in report["sources"] if source["kind"] == "organisation"}
    heard = dict.fromkeys([*voices, *facts.get("shares_by_side", {})], "heard")
    return heard | dict.fromkeys(facts.get("never_heard", ()), "never")


def _frames(reports: Sequence[Report]) -> list[dict[str, Any]]:
    shares = [{frame["frame"]: frame["probability"] for frame in report["framing"]} for report in reports]
    names = sorted(
        {name for shared in shares for name in shared}, key=lambda name: (-max(h.get(name, 0) for h in shares), name)
    )
    return [{"name": name, "shares": [shared.get(name) for shared in shares]} for name in names]


def _common_words(reports: Sequence[Report]) -> set[str]:
    return set.intersection(*(_long_words(report["document"]["title"] or "") for report in reports))


def _long_words(title: str) -> set[str]:
    parts: Iterable[str] = ("".join(filter(str.isalnum, word)) for word in title.lower().split())
    return {word for word in parts if len(word) >= SETTINGS.export.word}
