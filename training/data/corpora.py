"""Reads the labelled sets of a data folder (see `shared/data/README.md` of the project) as examples.

The folder is only ever a path given by the caller; no text of it leaves the run.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from detector.encoder.decoding import WORD
from training.data.examples import Example, Mark, Part, lines, part_of
from training.encoder.heads import FRAMES, TECHNIQUES

Row = dict[str, Any]
FINAL_WORD = 0.85  # the target of a word in BABE's final list; words with votes alone have less
OPINION = {
    "Entirely factual": 0.0,
    "Somewhat factual but also opinionated": 0.5,
    "Expresses writer’s opinion": 1.0,
}
ALARMING = {"Loaded_Language", "Name_Calling,Labeling", "Exaggeration,Minimisation", "Appeal_to_fear-prejudice"}
AROUSING = {"anger", "fear", "disgust", "negative_surprise", "annoyance"}
NEUTRAL = 4.0  # of polarities 2 (spoken badly of) to 6 (spoken well of)
LEXICAL = {"Loaded_Language", "Name_Calling,Labeling"}
PERSUASION = frozenset(("span", *TECHNIQUES))
NEGATIVES = Path(__file__).with_name("hard_negatives.toml")


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON-lines file."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def babe(folder: Path) -> Iterator[Example]:
    """BABE sentences; soft labels from the experts' votes, word targets from the final list and the word votes."""
    for row in rows(folder / "babe.jsonl"):
        if row["label"] == "No agreement":
            continue
        hard = float(row["label"] == "Biased")
        votes = row.get("votes") or [hard]
        soft = 0.5 * hard + 0.5 * sum(votes) / len(votes)
        targets = {"loaded": soft, "alarm": soft}
        if row["opinion"] in OPINION:
            targets["opinion"] = OPINION[row["opinion"]]
        shares = {(vote["start"], vote["end"]): vote["share"] for vote in row.get("word_votes", ())}
        final = [(span["start"], span["end"]) for span in row["spans"]]
        marks = [Mark("word", start, end, 0.35 * share) for (start, end), share in shares.items()]
        marks += [Mark("word", start, end, FINAL_WORD) for start, end in final]
        yield Example(
            "babe", row["url"], part_of(row["url"], 0.10, 0.15), row["text"], targets, tuple(marks),
            frozenset({"word"}), label=row["label"], outlet=row["outlet"],
        )  # fmt: skip


def cut(head: str, start: int, end: int, offset: int, length: int) -> Mark | None:
    """The mark inside one line, or None where they do not meet; offsets into the article become the line's."""
    first, last = max(start - offset, 0), min(end - offset, length)
    return Mark(head, first, last) if first < last else None


def _line_marks(row: Row, offset: int, length: int) -> tuple[Mark, ...]:
    """All marks of one line of a PTC article."""
    spans = [("span", start, end) for start, end in row["si_spans"]]
    spans += [(span["label"], span["start"], span["end"]) for span in row["spans"]]
    spans += [("word", span["start"], span["end"]) for span in row["spans"] if span["label"] in LEXICAL]
    marks = (cut(head, start, end, offset, length) for head, start, end in spans)
    return tuple(mark for mark in marks if mark and (mark.head != "word" or mark.end - mark.start <= 40))


def persuasion(found: Iterable[str]) -> dict[str, float]:
    """Targets of a text with spans or techniques named `found`: whether it has any, and any loaded words or label."""
    names = set(found)
    return {"persuades": float(bool(names)), "charged": float(bool(names & LEXICAL))}


def ptc_part(row: Row) -> Part:
    """Official dev articles are the test; a hash keeps 12 % of the train articles for thresholds and frames."""
    return Part.TEST if row["split"] == "dev" else part_of(f"ptc-{row['id']}", 0.12, 0.0)


def ptc(folder: Path) -> Iterator[Example]:
    """PTC lines with technique spans, and whether a line has any; the article's frames as a weak target; an alarm
    target for the title line."""
    frames = {row["id"]: set(row["frames"] or ()) for row in rows(folder / "frames.jsonl")}
    for row in rows(folder / "ptc.jsonl"):
        for offset, line in lines(row["text"]):
            marks = _line_marks(row, offset, len(line))
            targets = {frame: float(frame in frames[row["id"]]) for frame in FRAMES} if frames.get(row["id"]) else {}
            targets |= persuasion(mark.head for mark in marks)
            if offset == 0:
                targets["alarm"] = 0.9 if any(mark.head in ALARMING for mark in marks) else 0.2
            yield Example("ptc", row["id"], ptc_part(row), line, targets, marks, PERSUASION, start=offset)


def clickbait(folder: Path) -> Iterator[Example]:
    """Webis-Clickbait-17 posts with the mean judgement of five raters."""
    for row in rows(folder / "clickbait17.jsonl"):
        part = part_of(f"clickbait-{row['text']}", 0.05, 0.13)
        yield Example(
            "clickbait", row["id"], part, row["text"], {"bait": row["truth_mean"]}, label=str(row["clickbait"])
        )


def checkthat(folder: Path) -> Iterator[Example]:
    """CheckThat! sentences; half of the official dev rows are the test, a part of the rest chooses the threshold."""
    for row in rows(folder / "subjectivity.jsonl"):
        split = part_of(row["text"], 0.0, 0.5) if row["split"] == "dev" else part_of(row["text"], 0.12, 0.0)
        target = 0.95 if row["label"] == "SUBJ" else 0.05
        yield Example("checkthat", row["text"], split, row["text"], {"subjective": target}, label=row["label"])


def affective(folder: Path) -> Iterator[Example]:
    """Headlines with emotions (SemEval-2007 task 14): the strongest of anger, disgust and fear."""
    for row in rows(folder / "affectivetext2007.jsonl"):
        target = max(row["anger"], row["disgust"], row["fear"]) / 100
        yield Example("affective", row["text"], part_of(row["text"], 0.05, 0.1), row["text"], {"affect": target})


def emotions(folder: Path) -> Iterator[Example]:
    """GoodNewsEveryone headlines: whether the dominant emotion is negative and of high arousal."""
    for row in rows(folder / "goodnewseveryone.jsonl"):
        target = 0.85 if row["dominant_emotion"] in AROUSING else 0.15
        text = row["headline"]
        yield Example("emotions", text, part_of(text, 0.05, 0.1), text, {"affect": target}, weight=0.5)


def polar(folder: Path) -> Iterator[Example]:
    """NewsMTSC sentences: the share of the people and groups named whom the sentence speaks well or badly of."""
    for row in rows(folder / "newsmtsc.jsonl"):
        judged = [target["polarity"] != NEUTRAL for target in row["targets"]]
        yield Example("polar", row["text"], Part.TRAIN, row["text"], {"polar": 0.05 + 0.9 * sum(judged) / len(judged)})


def _own_marks(text: str, words: frozenset[str]) -> tuple[Mark, ...]:
    """The loaded words of one of our own texts."""
    found = (match for match in WORD.finditer(text) if match.group().lower() in words)
    return tuple(Mark("word", match.start(), match.end(), 0.9) for match in found)


def negatives() -> Iterator[Example]:
    """The project's own sentences and headlines that look loaded and are not, with a few that are, for contrast."""
    for table in tomllib.loads(NEGATIVES.read_text(encoding="utf-8")).values():
        words = frozenset(table.get("words", "").split())
        kinds = PERSUASION | {"word"} if table["plain"] else frozenset(("word",) if words else ())
        for text in table["texts"]:
            targets = {head: float(value) for head, value in table["targets"].items()}
            yield Example("negatives", text, Part.TRAIN, text, targets, _own_marks(text, words), kinds)
