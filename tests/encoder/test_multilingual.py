"""The network of several languages: what it says in each; that it is whole, safe to share, not loaded unasked."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from detector import Analyzer, Text
from detector.encoder import HOME, MULTILINGUAL, codes, multilingual
from detector.encoder.files import ARTICLES, MANIFEST, NETWORK, TOKENIZER, check
from detector.errors import DataError

PAIRS = {
    "de": (
        "Diese verlogene, korrupte Bande verrät schamlos das Volk.",
        "Der Rat veröffentlicht das Protokoll am Donnerstag.",
    ),
    "fr": (
        "Cette bande corrompue et hypocrite trahit le peuple sans vergogne.",
        "Le conseil publiera le compte rendu jeudi.",
    ),
    "it": (
        "Questa banda corrotta e ipocrita tradisce il popolo senza vergogna.",
        "Il consiglio pubblicherà il verbale giovedì.",
    ),
    "pl": ("Ta skorumpowana, zakłamana banda bezczelnie zdradza naród.", "Rada opublikuje protokół w czwartek."),
    "ru": ("Эта лживая, продажная шайка бесстыдно предаёт народ.", "Совет опубликует протокол в четверг."),
}
GERMAN = " ".join(PAIRS["de"]) + " "


@pytest.fixture(scope="module")
def model():
    return multilingual.load()


@pytest.mark.parametrize("code", PAIRS)
def test_a_loaded_sentence_scores_above_a_plain_one(model, code):
    loaded, plain = model.encode(PAIRS[code], code)
    assert loaded.loaded > 2 * plain.loaded
    assert all(0 <= word.marked <= 1 for word in loaded.words)


def test_the_loaded_word_scores_highest(model):
    (said,) = model.encode(["Der Rat hörte die verlogene Rede am Montag."], "de")
    best = max(said.words, key=lambda word: word.marked)
    assert "Der Rat hörte die verlogene Rede am Montag."[best.start : best.end] == "verlogene"


def test_neighbours_and_threads_change_nothing(model):
    plain = PAIRS["de"][1]
    (alone,) = model.encode([plain], "de")
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: model.encode([GERMAN, plain], "de")[1], range(6)))
    assert all((each.loaded, each.words) == (alone.loaded, alone.words) for each in found)


def test_bait_is_told_of_spanish_headlines_alone(model):
    bait, plain = (
        model.bait(line, "es") for line in ("No vas a creer lo que encontró este pescador", "Sube el IPC en mayo")
    )
    assert bait > 0.5 > plain
    assert model.bait("Das glauben Sie nie", "de") is None
    assert model.encode(["El consejo votó el lunes."], "es") == ()


def test_frames_are_told_where_they_were_measured(model):
    sentences = [
        "Die Regierung senkt die Steuern und kürzt den Haushalt.",
        "Die Inflation belastet Betriebe und Löhne.",
    ] * 4
    assert "Economic" in {frame.frame for frame in model.frames(model.encode(sentences, "de"), "de")}
    assert model.frames((), "de") == ()


def test_the_folder_names_its_languages_and_is_small():
    assert codes(MULTILINGUAL) == ("de", "es", "fr", "it", "pl", "ru")
    assert codes(HOME) == ("en",)
    assert len(check(MULTILINGUAL).sha256) == 64
    assert sum(path.stat().st_size for path in MULTILINGUAL.iterdir()) <= 25_000_000


@pytest.mark.parametrize("name", [MANIFEST, NETWORK, TOKENIZER, ARTICLES])
def test_a_damaged_file_is_an_error(tmp_path, name):
    for path in MULTILINGUAL.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / name).write_bytes((tmp_path / name).read_bytes()[:-9] + bytes(9))
    with pytest.raises(DataError):
        multilingual.load(tmp_path)


def test_a_page_is_read_by_the_network_of_its_language_and_the_report_names_it():
    analyzer = Analyzer()
    report = analyzer.analyze(Text(GERMAN * 8, "Rat berät"))
    name = json.loads((MULTILINGUAL / MANIFEST).read_text(encoding="utf-8"))["name"]
    assert (report.engine.model.name, analyzer.engine.model.name) == (name, analyzer.encoder.name)
    assert report.engine.model.sha256 == check(MULTILINGUAL).sha256
    assert report == analyzer.analyze(Text(GERMAN * 8, "Rat berät"))
    assert [line.loaded is None for line in report.sentences] == [False] * len(report.sentences)
    bare = Analyzer(model=None).analyze(Text(GERMAN * 8, "Rat berät"))
    assert bare.engine.model is None
    assert {line.loaded for line in bare.sentences} == {None}


def test_it_is_not_loaded_for_an_english_page():
    asked = "from detector import Analyzer, Text; from detector.encoder import multilingual;" \
        "Analyzer().analyze(Text('The council will vote on the budget in May. ' * 20, 'Council to vote'));" \
        "print(multilingual.load.cache_info().currsize)"  # fmt: skip
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
