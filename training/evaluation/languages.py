"""How often a short English text is refused and one in another language is taken for English, and the fit behind it:
`python -m training.evaluation.languages DATA_FOLDER [--fit]`.

Texts are headlines, posts and single sentences, each sent alone through an analyzer without the model. `--fit` prints
the weights for `short_text` in settings.toml: a logistic regression on every second text. The figures are of the
others; Clickbait-17, whose bound is on all its rows, is measured whole.
"""

import argparse
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from detector import Analyzer, Text
from detector.languages.en import PACK
from detector.settings import SETTINGS
from detector.text import language, short
from training.data.corpora import rows
from training.encoder.wording import regress
from training.evaluation.agency import title_and_body

CLICKBAIT = "en, Clickbait-17"
MOST_REFUSED = 0.003  # of Clickbait-17
AIM = 0.0014  # of it, which the fit sets `base` for: room for what was not fitted
CYRILLIC = ("bg,", "ru,")  # told by their letters; fitted with the others they would flatten all weights
MOST = 3000  # texts of a set: no set outweighs the others
ENGLISH = {  # set -> file, field
    CLICKBAIT: ("clickbait17", "text"),
    "en, GoodNewsEveryone": ("goodnewseveryone", "headline"),
    "en, Gun Violence Frame Corpus": ("gvfc_headlines", "news_title"),
    "en, Affective Text": ("affectivetext2007", "text"),
    "en, BABE sentences": ("babe", "text"),
    "en, CheckThat! sentences": ("subjectivity", "text"),
}
OTHERS = {  # sets whose rows name their language
    "SemEval-2023 titles": ("semeval23_multilingual", "title"),
    "CheckThat! sentences": ("subjectivity_multilingual", "text"),
    "SlavicNLP sentences": ("persuasion_slavic", "text"),
    "TA1C posts": ("clickbait_es", "text"),
}
RUBBLE = 15  # characters
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
Texts = Mapping[str, Sequence[str]]


def texts(data: Path) -> Texts:
    """The short texts of a data folder, by set; a set's name begins with its language. Longer texts are left out."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, text in _all(data):
        line = text.strip()
        if line and len(line) < SETTINGS.language.min_characters:
            found[name].append(line)
    return {name: lines if name == CLICKBAIT else lines[:MOST] for name, lines in found.items()}


def _all(data: Path) -> Iterator[tuple[str, str]]:
    for name, (file, field) in ENGLISH.items():
        yield from ((name, row[field] or "") for row in rows(data / f"{file}.jsonl"))
    for name, (file, field) in OTHERS.items():
        yield from ((f"{row['language']}, {name}", row[field]) for row in rows(data / f"{file}.jsonl"))
    for row in rows(data / "semeval23_multilingual.jsonl"):
        yield from ((f"{row['language']}, SemEval-2023 sentences", line) for line in _sentences(row["text"]))
    for row in rows(data / "attributions_de" / "train.jsonl"):
        yield "de, Wikinews titles", row["title"]
    for row in islice(rows(data / "articles.jsonl"), 600):
        title, body = title_and_body(row)
        yield "en, titles of articles", title
        yield from (("en, sentences of articles", line) for line in _sentences(body))


def _sentences(text: str) -> list[str]:
    """The first sentences of a text, roughly: without the rubble of the splitting, such as "Mr." and dates."""
    return [line for line in SENTENCE.split(text)[1:] if len(line) > RUBBLE][:8]


def is_held_out(text: str) -> bool:
    """Whether a text is kept from the fit: every second one is, wherever it stands."""
    return zlib.crc32(text.encode()) % 2 == 0


def is_english(name: str) -> bool:
    """Whether a set's texts are in English."""
    return name.startswith("en,")


def signs(line: str) -> short.LanguageSigns | None:
    """What speaks for or against English in a line."""
    known = PACK.short_text
    return short.signs(line, PACK.code, known, language.factory()) if known else None


def fit(sets: Texts) -> dict[str, float]:
    """The weights by the name of their setting. English is the answer wherever it can be: as much of what was fitted is
    refused as `AIM` allows, and no more."""
    pairs = [
        (found, is_english(name))
        for name, lines in sets.items()
        for line in lines[:MOST]
        if not name.startswith(CYRILLIC)
        if not is_held_out(line) and (found := signs(line))
    ]
    inputs, english = np.array([found for found, _ in pairs]), np.array([answer for _, answer in pairs])
    weights, _ = regress(inputs, english, strength=1.0)
    bait = [signs(line) for line in sets[CLICKBAIT] if not is_held_out(line)]
    base = -float(np.quantile(np.array([found for found in bait if found]) @ weights, AIM))
    return {"base": base, **dict(zip(short.LanguageSigns._fields, map(float, weights), strict=True))}


def measure(sets: Texts) -> dict[str, tuple[int, float]]:
    """For each set the number of texts measured and the share judged wrongly: refused where they are in English, taken
    for English where they are not."""
    analyzer, told = Analyzer(model=None), {}
    for name, lines in sets.items():
        kept = [line for line in lines if name == CLICKBAIT or is_held_out(line)]
        scored = sum(analyzer.analyze(Text("", line)).document.language.support == "full" for line in kept)
        told[name] = len(kept), (len(kept) - scored if is_english(name) else scored) / max(1, len(kept))
    return told


def main() -> None:
    """Print weights or figures; exit with 1 where more of Clickbait-17 is refused than may be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fit", action="store_true")
    given = parser.parse_args()
    sets = texts(given.folder)
    if given.fit:
        for name, weight in fit(sets).items():
            print(f"{name} = {weight:.2f}")
        return
    figures = measure(sets)
    for name, (count, share) in figures.items():
        print(f"{name:36} {count:>6} {'refused' if is_english(name) else 'taken for English':18} {share:.4f}")
    if figures[CLICKBAIT][1] > MOST_REFUSED:
        sys.exit(f"More than {MOST_REFUSED:.1%} of Clickbait-17 is refused.")


if __name__ == "__main__":
    main()
