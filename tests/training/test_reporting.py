"""The measure of rules that tell who says what."""

from training.evaluation import reporting

TEXT = "Titel\n\nAnna Weber sagte, die Stadt müsse sparen. Der Rat tagte am Abend."


def row(**quote):
    return {"text": TEXT, "quotes": [quote]}


def test_words_found_and_the_source_are_counted():
    start = TEXT.index("die Stadt")
    content, source = [[start, TEXT.index(". Der")]], [[7, 17]]
    given = row(type="Indirect", content_spans=content, cue_spans=[[18, 23]], source_spans=source)
    counts, differing = reporting.measure(given, "de")
    table = reporting.figures(counts)
    assert (table["word P"], table["word R"], table["source right"]) == (1.0, 1.0, 1.0)
    assert differing == []


def test_what_is_missed_and_what_is_too_much_are_shown():
    start = TEXT.index("Der Rat")
    given = row(type="Indirect", content_spans=[[start, len(TEXT)]], cue_spans=[], source_spans=[])
    counts, differing = reporting.measure(given, "de")
    assert reporting.figures(counts)["word F"] == 0.0
    assert [line.split()[0] for line in differing] == ["MISSED", "EXTRA"]
