"""Does a score move when the parties of a text are swapped? Measured on whole articles, for every score.

Usage: `python -m training.evaluation.symmetry DATA_FOLDER [--limit N] [--crude]`; the folder holds `articles.jsonl`.
After the identity templates of Dixon et al. 2018, "Measuring and Mitigating Unintended Bias in Text Classification".
A person or a party is swapped in all its words or in none: where William Barr stays and "he" becomes "she", a text
tells another story. The `--crude` swap exchanges single words all the same, as a stricter test that no word itself
moves a score.
"""

import argparse
import re
import statistics
from collections.abc import Callable, Iterable
from pathlib import Path

from detector import Analyzer, Text
from detector.dimensions.registry import DIMENSIONS
from detector.languages.en import GRAMMAR
from detector.schema import Report
from training.evaluation.reference import rows

PAIRS = (
    ("Democrat", "Republican"), ("Democrats", "Republicans"), ("Democratic Party", "Republican Party"),
    ("Russia", "Ukraine"), ("Russian", "Ukrainian"), ("Russians", "Ukrainians"), ("Moscow", "Kyiv"),
    ("Putin", "Zelensky"), ("Israel", "Iran"), ("Israeli", "Iranian"), ("Israelis", "Iranians"),
    ("Jerusalem", "Tehran"), ("Biden", "Trump"), ("liberal", "conservative"), ("liberals", "conservatives"),
    ("boys", "girls"), ("sons", "daughters"), ("fathers", "mothers"), ("brothers", "sisters"),
    ("spokesmen", "spokeswomen"), ("Mr.", "Ms."), ("Mr", "Ms"), ("D-", "R-"),
)  # fmt: skip
ONE_WAY = {"him": "her", "his": "her", "her": "his", "Mrs.": "Mr.", "Mrs": "Mr", "Miss": "Mr"}
ONE_WAY |= {"Democratic": "Republican", "GOP": "Democratic Party", "Kiev": "Moscow"}
TITLES = frozenset("king prince queen princess male female".split())  # of names (Martin Luther King), and of matters
NO_NAME = frozenset(  # places, months, last names, and words that start a sentence as often as they name somebody
    "april august austin charlotte chelsea florence georgia israel jordan june lincoln madison may paris sydney"
    " victoria virginia will jan xi wei".split()
)
COMMON = frozenset(  # they name somebody where another name follows
    "amber art bill brooke chad crystal dawn dick earl faith frank ginger grace grant guy hope hunter iris jack joy"
    " lance mark max mercedes pat penny ray rex rob rose summer wade".split()
)
AFTER_NOUN = frozenset(  # follow "her" where a man is "him", and "Republican" where it is a person
    "a about after again against also although an and are as at away back be because been before behind but by can"
    " could did do does during even for from had has have he how if in into is it just like may might not now of off"
    " on once or out over said saying says she should since so than that the then there they through to told too under"
    " until up was well were what when where whether which while who whom why will with without won would yesterday"
    " yet".split()
)
ABROAD = r" (?:Forces|Republics?|Union|Unionists?|Guards?|Army)\b"  # Syrian Democratic Forces, Irish Republican Army
ALONE = {"her": "him", "his": "hers"}  # without a noun after them
OFFICES = "House|Senate|Party|National|Congress|Governors|Conference|Caucus|Study|Sens?|Reps?|Gov|President|Senators?"


def _both_ways(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {word: other for first, second in pairs for word, other in ((first, second), (second, first))}


def _names() -> dict[str, str]:
    """First names of men and of women in pairs: a text about a woman called Donald would measure something else."""
    people = GRAMMAR.people
    left_out = NO_NAME | (people.male & people.female)
    men, women = (sorted(map(str.capitalize, names - left_out)) for names in (people.male, people.female))
    return _both_ways(zip(men, women, strict=True))


def _table() -> dict[str, str]:
    """What each word is swapped for: in small letters, with a capital, and names and parties in capitals too."""
    table = _both_ways((*PAIRS, *(pair for pair in GRAMMAR.twins.items() if TITLES.isdisjoint(pair)))) | ONE_WAY
    loud = {word.upper(): other.upper() for word, other in PAIRS if word.istitle() and len(word) > len("Mr.")}
    capitals = {word.capitalize(): other.capitalize() for word, other in table.items() if word.islower()}
    return _both_ways(loud.items()) | capitals | table | _names()


SWAPS = _table()
FOLLOWED = {word for word in SWAPS if word.lower() in COMMON and word.istitle()}


def _pattern() -> re.Pattern[str]:
    whole = sorted(SWAPS.keys() - FOLLOWED - {"D-", "R-"}, key=len, reverse=True)
    names = "|".join(sorted(FOLLOWED | _names().keys()))
    each = (
        rf"(?:{'|'.join(map(re.escape, whole))})(?!\w|[’']t\b|{ABROAD})",
        rf"(?:{'|'.join(sorted(FOLLOWED))})(?= [A-Z][a-z])",
        rf"(?:{names.upper()})(?= [A-Z]{{2}})|(?<=[A-Z]{{2}} )(?:{names.upper()})\b",
        r"[DR]-(?=[A-Z])",
    )
    return re.compile(rf"\b(?:{'|'.join(each)})")


WORDS = _pattern()
NEXT = re.compile(r" ([\w'’]+)")
PARTISAN = re.compile(rf" (?:[a-z]|(?:{OFFICES})\b)")


def _other(found: re.Match[str]) -> str:
    """What stands instead of a word, which for a few depends on the one after it: her house, told her."""
    word, rest = found[0], found.string[found.end() : found.end() + 40]
    following = NEXT.match(rest)
    noun = following is not None and following[1] not in AFTER_NOUN
    if word.lower() in ALONE and not noun:
        return ALONE[word.lower()]
    if word == "Republican" and noun and PARTISAN.match(rest):
        return "Democratic"
    return SWAPS.get(word) or SWAPS[word.capitalize()].upper()


def swap(text: str) -> str:
    """`text` with the parties of `PAIRS`, men and women, and their first names exchanged."""
    return WORDS.sub(_other, text)


CRUDE = _both_ways(
    (
        ("he", "she"), ("his", "her"), ("left", "right"), ("liberal", "conservative"), ("Muslim", "Christian"),
        ("Democrat", "Republican"), ("Trump", "Clinton"), ("Russia", "Ukraine"),
    )
)  # fmt: skip
CRUDE_WORDS = re.compile(rf"\b(?:{'|'.join(CRUDE)})\b", re.IGNORECASE)


def _crude_other(found: re.Match[str]) -> str:
    word = found[0]
    other = CRUDE.get(word) or CRUDE.get(word.lower()) or CRUDE[word.capitalize()]
    return other.upper() if word.isupper() else other.capitalize() if word[0].isupper() else other.lower()


def swap_words(text: str) -> str:
    """`text` with the single words of `CRUDE` exchanged, both ways, whatever stands beside them."""
    return CRUDE_WORDS.sub(_crude_other, text)


def shift(before: Report, after: Report) -> dict[str, float]:
    """By how many points each score moved; infinitely where one report has a score and the other has none."""
    moved: dict[str, float] = {}
    for (dimension, one), (_, other) in zip(before.scores.items(), after.scores.items(), strict=True):
        first, second = one.value, other.value
        if first is not None and second is not None:
            moved[dimension] = float(abs(first - second))
        elif first is not second:
            moved[dimension] = float("inf")
    return moved


def measure(data: Path, limit: int = 200, change: Callable[[str], str] = swap) -> dict[str, dict[str, float]]:
    """Mean, 95th percentile and largest shift of each score over the first `limit` articles that `change`, which swaps
    words of a text, changes."""
    analyzer = Analyzer()
    moved: dict[str, list[float]] = {dimension.id: [] for dimension in DIMENSIONS}
    changed = [row for row in rows(data / "articles.jsonl") if change(row[1]) != row[1]][:limit]
    for title, text in changed:
        body = text.removeprefix(title).strip()
        shifts = shift(analyzer.analyze(Text(body, title)), analyzer.analyze(Text(change(body), change(title))))
        for dimension, points in shifts.items():
            moved[dimension].append(points)
    return {
        dimension: {
            "articles": len(points),
            "mean": statistics.mean(points),
            "p95": statistics.quantiles(points, n=20)[-1],
            "max": max(points),
        }
        for dimension, points in moved.items()
    }


def main() -> None:
    """Print mean, 95th percentile and largest shift of each score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--crude", action="store_true", help="exchange single words, whatever stands beside them")
    given = parser.parse_args()
    change = swap_words if given.crude else swap
    for name, told in measure(given.folder, given.limit, change).items():
        print(
            f"{name:9} n {told['articles']:4}  mean {told['mean']:5.2f}  p95 {told['p95']:5.1f}  max {told['max']:5.1f}"
        )


if __name__ == "__main__":
    main()
