"""Figures on our own sentences and headlines, all the better the higher; `floors.json` holds what each must reach."""

import json
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from detector import Analyzer, Text
from detector.dimensions import wording

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def texts(name: str) -> Mapping[str, list[str]]:
    """Our own texts by kind: `sentences` or `headlines`."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def floors(part: str) -> Mapping[str, float]:
    """What each figure must reach: `own` texts, or labelled `data`."""
    table: Mapping[str, float] = json.loads((ROOT / "tests" / "quality" / "floors.json").read_text(encoding="utf-8"))[
        part
    ]
    return table


def apart(ones: Sequence[float], others: Sequence[float]) -> float:
    """The chance that one of `ones` lies above one of `others` (area under the ROC curve)."""
    wins = sum((one > other) + 0.5 * (one == other) for one in ones for other in others)
    return wins / (len(ones) * len(others))


def share(answers: Iterable[bool]) -> float:
    """How many of `answers` are yes."""
    found = list(answers)
    return sum(found) / len(found)


def sentence_figures(analyzer: Analyzer) -> dict[str, float]:
    """How loaded sentences stand apart, and which sentences get a remark on the author's wording."""
    assert analyzer.encoder
    told = {
        kind: [each.loaded for each in analyzer.encoder.encode(lines)] for kind, lines in texts("sentences").items()
    }
    made = {kind: [_is_remarked(analyzer, line) for line in lines] for kind, lines in texts("sentences").items()}
    plain = [kind for kind in told if kind not in {"loaded", "subtle", "quotation"}]
    others = [score for kind in (*plain, "quotation") for score in told[kind]]
    return {
        "sentences: loaded against plain, AUC": apart(told["loaded"], others),
        "sentences: subtle against plain, AUC": apart(told["subtle"], others),
        "sentences: loaded with a remark": share(made["loaded"]),
        "sentences: subtle with a remark": share(made["subtle"]),
        "sentences: quotations without a remark": share(not one for one in made["quotation"]),
        **{f"sentences: {kind} judged plain": share(score < 0.5 for score in told[kind]) for kind in plain},
        **{f"sentences: {kind} without a remark": share(not one for one in made[kind]) for kind in plain},
    }


def _is_remarked(analyzer: Analyzer, sentence: str) -> bool:
    findings = analyzer.analyze(Text(sentence)).findings
    return any(finding.scored and finding.dimension == wording.ID for finding in findings)


def headline_figures(analyzer: Analyzer) -> dict[str, float]:
    """How alarm, bait and the headline score as a whole tell the kinds of headlines apart."""
    assert analyzer.encoder
    judge = analyzer.encoder.judge_headline
    judged = {kind: [judge(line) for line in lines] for kind, lines in texts("headlines").items()}
    alarm = {kind: [each.alarm for each in found] for kind, found in judged.items()}
    bait = {kind: [each.bait for each in found] for kind, found in judged.items()}
    score = {kind: [headline_score(analyzer, line) for line in lines] for kind, lines in texts("headlines").items()}
    news = [kind for kind in judged if kind not in {"alarmist", "bait"}]
    return {
        "headlines: alarm, alarmist against neutral, AUC": apart(alarm["alarmist"], alarm["neutral"]),
        "headlines: bait, bait against neutral, AUC": apart(bait["bait"], bait["neutral"]),
        "headlines: bait, bait against alarmist, AUC": apart(bait["bait"], bait["alarmist"]),
        **{f"headlines: score, alarmist against {kind}, AUC": apart(score["alarmist"], score[kind]) for kind in news},
        "headlines: score, bait against neutral, AUC": apart(score["bait"], score["neutral"]),
    }


def headline_score(analyzer: Analyzer, headline: str) -> float:
    """The headline score of a headline by itself; 0 where there is none."""
    return float(analyzer.analyze(Text("", headline)).scores.headline.value or 0)
