"""Labelled sets in other languages than English: persuasion, frames, genre, subjectivity and clickbait."""

from collections.abc import Iterator
from pathlib import Path

from training.data.alignment import aligned
from training.data.corpora import FRAMES, LEXICAL, PERSUASION, Row, cut, persuasion, rows
from training.data.examples import Example, Mark, Part, part_of
from training.data.text import LEAST, normal, sentences

SPAN_ONLY = ""
TECHNIQUES = {  # the 23 techniques of SemEval-2023 task 3, and ours (those of SemEval-2020 task 11); three have no like
    "Appeal_to_Authority": "Appeal_to_Authority",
    "Appeal_to_Fear-Prejudice": "Appeal_to_fear-prejudice",
    "Appeal_to_Hypocrisy": "Whataboutism,Straw_Men,Red_Herring",
    "Appeal_to_Popularity": "Bandwagon,Reductio_ad_hitlerum",
    "Appeal_to_Time": SPAN_ONLY,
    "Appeal_to_Values": SPAN_ONLY,
    "Causal_Oversimplification": "Causal_Oversimplification",
    "Consequential_Oversimplification": "Causal_Oversimplification",
    "Conversation_Killer": "Thought-terminating_Cliches",
    "Doubt": "Doubt",
    "Exaggeration-Minimisation": "Exaggeration,Minimisation",
    "False_Dilemma-No_Choice": "Black-and-White_Fallacy",
    "Flag_Waving": "Flag-Waving",
    "Guilt_by_Association": "Bandwagon,Reductio_ad_hitlerum",
    "Loaded_Language": "Loaded_Language",
    "Name_Calling-Labeling": "Name_Calling,Labeling",
    "Obfuscation-Vagueness-Confusion": SPAN_ONLY,
    "Questioning_the_Reputation": "Doubt",
    "Red_Herring": "Whataboutism,Straw_Men,Red_Herring",
    "Repetition": "Repetition",
    "Slogans": "Slogans",
    "Straw_Man": "Whataboutism,Straw_Men,Red_Herring",
    "Whataboutism": "Whataboutism,Straw_Men,Red_Herring",
}
SHORT = 40  # characters of a loaded passage that are words of their own
Named = tuple[str, int, int]


def _article_targets(row: Row) -> dict[str, float]:
    """What is known of the whole article, as weak targets of its sentences: frames and genre."""
    targets = {frame: float(frame in row["frames"]) for frame in FRAMES} if row["frames"] else {}
    if row["genre"]:
        targets |= {"argues": float(row["genre"] != "reporting"), "satire": float(row["genre"] == "satire")}
    return targets


def _named(row: Row) -> list[Named]:
    """The article's spans where they belong, with our names of their techniques."""
    spans = row["spans"]
    places = aligned(row["text"], [(span["start"], span["end"]) for span in spans])
    return [
        (TECHNIQUES[span["technique"]], *place) for span, place in zip(spans, places, strict=True) if place is not None
    ]


def _marks(named: list[Named], start: int, length: int) -> tuple[tuple[Mark, ...], list[str]]:
    """The marks of one sentence at `start`, and the techniques in it."""
    inside = [(name, mark) for name, left, right in named if (mark := cut("span", left, right, start, length))]
    marks = [mark for _, mark in inside]
    marks += [Mark(name, mark.start, mark.end) for name, mark in inside if name]
    marks += [Mark("word", m.start, m.end) for name, m in inside if name in LEXICAL and m.end - m.start <= SHORT]
    return tuple(marks), [name for name, _ in inside]


def semeval_part(row: Row) -> Part:
    """The part of an article."""
    return part_of(f"semeval-{row['id']}", 0.12, 0.15)


def semeval(folder: Path) -> Iterator[Example]:
    """Sentences of SemEval-2023 task 3 in German, French, Italian, Polish and Russian, by article. Half of the articles
    have spans that must be put back first."""
    for row in rows(folder / "semeval23_multilingual.jsonl"):
        named, weak = _named(row), _article_targets(row)
        part = semeval_part(row)
        for start, sentence in sentences(row["text"]):
            if len(sentence.split()) < LEAST:
                continue
            marks, found = _marks(named, start, len(sentence))
            targets = {**weak, **persuasion(found)}
            yield Example(
                "semeval", row["id"], part, sentence, targets, marks, PERSUASION, start=start, language=row["language"]
            )


def slavic(folder: Path) -> Iterator[Example]:
    """Sentences of SlavicNLP 2025 (Polish, Russian, Bulgarian) with their techniques, by file; no spans, so that only a
    sentence without any technique teaches what no span is."""
    for row in rows(folder / "persuasion_slavic.jsonl"):
        names = [TECHNIQUES.get(name, SPAN_ONLY) for name in row["techniques"]]
        yield Example(
            "slavic", row["file"], part_of(f"slavic-{row['file']}", 0.10, 0.15), row["text"], persuasion(names),
            marked=frozenset() if names else PERSUASION, language=row["language"],
        )  # fmt: skip


def subjective(folder: Path) -> Iterator[Example]:
    """CheckThat! 2025 sentences in German, Italian and Bulgarian; their articles are not known."""
    for row in rows(folder / "subjectivity_multilingual.jsonl"):
        target = 0.95 if row["label"] == "SUBJ" else 0.05
        part = part_of(f"subjective-{normal(row['text'])}", 0.12, 0.20)
        yield Example(
            "subjective", row["id"], part, row["text"], {"subjective": target}, label=row["label"],
            language=row["language"],
        )  # fmt: skip


def clickbait_es(folder: Path) -> Iterator[Example]:
    """Spanish news teasers (TA1C), clickbait or not."""
    for row in rows(folder / "clickbait_es.jsonl"):
        part = part_of(f"clickbait_es-{normal(row['text'])}", 0.10, 0.20)
        yield Example(
            "clickbait_es", row["id"], part, row["text"], {"bait": 0.8 if row["clickbait"] else 0.15},
            label=str(int(row["clickbait"])), outlet=row["outlet"], language=row["language"],
        )  # fmt: skip
