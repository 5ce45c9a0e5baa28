"""How many remarks are right is counted by what the editor marked, and by what is shown."""

from training.evaluation import remarks

TEXT = "A title\n\nThey shamefully caved in. Nobody asked why. “Never,” critics say. A grim day."
GOLD = {
    "loaded": ["shamefully", "A  grim day"],
    "vague": [],
    "headline_marks": [],
    "headline_gap": "",
    "sources": [{"named": False, "forms": ["critics"], "said": ["“Never,”"]}],
    "unheard": [{"name": "The union"}],
}


def finding(words, rule, severity="notable", **more):
    start = TEXT.index(words)
    kinds = {"dimension": rule.split(".")[0], "rule": rule, "severity": severity, "scored": True, "evidence": {}}
    return {**kinds, "start": start, "end": start + len(words), **more}


def sentence(words, loaded, kind="author"):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "loaded": loaded, "voice": {"kind": kind, "source": None}}


def report(findings, sentences=()):
    return {"document": {"text": TEXT, "title": "A title"}, "findings": findings, "sentences": list(sentences)}


def test_a_remark_is_right_where_the_editor_marked_the_words():
    said = report(
        [
            finding("shamefully", "wording.loaded-adverb"),
            finding("asked", "wording.loaded-verb", "mild"),
            finding("critics say", "sourcing.vague-attribution"),
            finding("title", "headline.bait"),
            finding("They", "sourcing.party-never-heard", evidence={"name": "union"}),
            finding("They", "sourcing.one-sided"),
        ]
    )
    judged = list(remarks.judge(GOLD, said))
    assert judged == [("calm", True), ("normal", False), ("calm", True), ("calm", False), ("calm", True)]


def test_a_suspicion_is_one_of_the_authors_sentences_without_a_remark():
    sentences = [
        sentence("They shamefully caved in.", 0.9),
        sentence("Nobody asked why.", 0.6),
        sentence("“Never,” critics say.", 0.9, "source"),
        sentence("A grim day.", 0.6),
    ]
    said = report([finding("shamefully", "wording.loaded-adverb")], sentences)
    assert list(remarks.judge(GOLD, said)) == [("calm", True), ("thorough", False), ("thorough", True)]


def test_more_is_shown_from_calm_to_thorough():
    sums = remarks.shares([("calm", True), ("normal", False), ("thorough", False), ("calm", True)])
    assert [(each["right"], each["of"]) for each in sums.values()] == [(2, 2), (2, 3), (2, 4)]
    assert sums["normal"]["share"] == 0.6667


def test_suspicions_begin_where_the_extension_has_them_begin():
    source = (remarks.HOME.parents[2] / "extension" / "panel" / "suspects.js").read_text(encoding="utf-8")
    assert f"const LOADED = {remarks.SUSPECTED};" in source
