"""What the readers make of small rows of the sets' own form, and that nothing held out is trained on."""

import json
from dataclasses import replace

from training.data import claims, multilingual, quotations
from training.data.examples import Example, Part
from training.data.gather import apart
from training.encoder.heads import TECHNIQUES


def write(folder, name, *rows):
    path = folder / f"{name}.jsonl"
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_what_is_measured_on_is_not_trained_on():
    text = "A sentence that stands in two of the sets."
    train, test = (Example("one", "a", part, text) for part in (Part.TRAIN, Part.TEST))
    copy = replace(train, corpus="two", text="“A sentence that stands in two of the sets”")
    other = replace(train, text="A sentence of its own, in one of them.")
    short = replace(train, text="He left.")
    assert apart([train, test, copy, other, short, replace(short, part=Part.DEV)]) == [
        test, other, short, replace(short, part=Part.DEV),
    ]  # fmt: skip


def test_debates_of_both_sets_fall_into_the_same_part(tmp_path):
    texts = [f"We cut taxes {number} times in a row." for number in range(60)]
    write(tmp_path, "checkworthy", *({"id": t, "language": "en", "text": t, "check_worthy": True} for t in texts))
    write(
        tmp_path,
        "claimbuster",
        *({"id": t, "language": "en", "text": t.upper(), "label": "unimportant"} for t in texts),
    )
    one, other = list(claims.checkworthy(tmp_path)), list(claims.claimbuster(tmp_path))
    assert [each.part for each in one] == [each.part for each in other]
    assert {each.part for each in one} >= {Part.TRAIN, Part.TEST}
    assert one[0].sentence["check_worthy"] > other[0].sentence["check_worthy"]


def test_an_outlet_is_held_out_whole(tmp_path):
    rows = [{"id": f"{n}", "text": f"Text {n}", "label": "Biased", "outlet": f"paper {n % 40}"} for n in range(200)]
    write(tmp_path, "annolexical", *rows, {**rows[0], "outlet": "alternet"})
    parts = {}
    for each in claims.annolexical(tmp_path):
        parts.setdefault(each.outlet, set()).add(each.part)
    assert all(len(found) == 1 for found in parts.values())
    assert "alternet" not in parts, "BABE's outlets are not learnt from here"


def test_semeval_sentences_have_our_techniques_and_the_words_of_labels(tmp_path):
    text = "Ein Titel mit vier Worten\n\nDer schamlose Lügner lügt wieder. Das Haus hat ein Dach."
    spans = [
        {"start": text.index("schamlose"), "end": text.index(" lügt"), "technique": "Name_Calling-Labeling"},
        {"start": text.index("wieder"), "end": text.index(" Das"), "technique": "Appeal_to_Time"},
    ]
    row = {"id": "de-1", "language": "de", "text": text, "spans": spans, "genre": "satire", "frames": ["Morality"]}
    write(tmp_path, "semeval23_multilingual", row)
    _, lie, house = multilingual.semeval(tmp_path)
    assert {mark.head for mark in lie.marks} == {"span", "Name_Calling,Labeling", "word"}
    assert {lie.text[m.start : m.end] for m in lie.marks if m.head == "word"} == {"schamlose Lügner"}
    assert (lie.sentence["charged"], house.sentence["charged"], house.sentence["persuades"]) == (1, 0, 0)
    assert lie.sentence["Morality"] == lie.sentence["argues"] == lie.sentence["satire"] == 1
    assert lie.language == "de"


def test_every_technique_has_a_place():
    assert set(multilingual.TECHNIQUES.values()) <= {*TECHNIQUES, multilingual.SPAN_ONLY}
    assert len(multilingual.TECHNIQUES) == 23


def test_a_sentence_with_a_technique_but_without_spans_teaches_nothing_about_pieces(tmp_path):
    rows = [{"language": "pl", "file": "f", "text": "Zdanie.", "techniques": names} for names in ([], ["Doubt"])]
    write(tmp_path, "persuasion_slavic", *rows)
    plain, doubt = multilingual.slavic(tmp_path)
    assert plain.marked
    assert not doubt.marked
    assert (doubt.sentence["persuades"], doubt.sentence["charged"]) == (1, 0)


def test_quotations_are_marked_in_their_passage(tmp_path):
    text = "Es regnet.\n\nDas Wetter ist gut, sagte Meier."
    start = text.index("Das")
    quote = {
        "content_spans": [[start, text.index(",")]],
        "cue_spans": [[text.index("sagte"), text.index(" Meier")]],
        "source_spans": [[text.index("Meier"), len(text) - 1]],
    }
    for part in ("train", "dev"):
        write(tmp_path / "attributions_de", part, {"id": part, "language": "de", "text": text, "quotes": [quote]})
    found = [each for each in quotations.wikinews(tmp_path) if each.marks]
    assert {mark.head: each.text[mark.start : mark.end] for each in found for mark in each.marks} == {
        "content": "Das Wetter ist gut", "cue": "sagte", "source": "Meier",
    }  # fmt: skip
    assert found[-1].part is Part.TEST
