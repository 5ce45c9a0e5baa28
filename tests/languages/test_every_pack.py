"""What every language pack must hold, whichever language it is: see docs/how-to/language.md."""

import re
import subprocess
import sys
from dataclasses import fields

import pytest

from detector import languages, page, rules
from detector.analysis import read_article
from detector.article import Language
from detector.dimensions.claims.worth import SIGNS
from detector.languages.parts import home
from detector.languages.reporting import ReportingWords
from tests.readings import heard_abroad
from tests.rules.examples import FIND, checked, judged

OTHERS = tuple(code for code in languages.codes() if code != languages.DEFAULT)
BOOKS = {code: rules.load(code) for code in OTHERS}
ENGLISH = rules.load(languages.DEFAULT)
CONTEXTS = frozenset(  # the words that the forms of headlines ask for
    """urgent verdict_kicker hedge ordinary no_names speech titled_works question leading plain_verbs small""".split()
)
VAGUE = frozenset(  # the patterns that a remark on a vague attribution asks for
    "supposed published crowd taken-up publisher publication beside namely outlet handout".split()
)
GIVEN = ("document", "origin", "publisher", "measured")  # what is given for a claim
MOST = 4 * 1024 * 1024  # bytes of all packs but that of English
ARTICLES = {"de": "Der", "es": "El", "fr": "Le", "it": "Il"}


def examples(kind):
    """The good or bad examples of all packs but that of English, which has a test of its own."""
    cases = [checked(book, kind).args[1] for book in BOOKS.values()]
    named = [
        pytest.param(code, *case.values, id=f"{code}-{case.id}")
        for (code, _), book_cases in zip(BOOKS.items(), cases, strict=True)
        for case in book_cases
    ]
    return pytest.mark.parametrize(("code", "rule", "example"), named)


def counting(code, rule, example):
    """The remarks of a rule on an example that count."""
    reading = read_article(page.read_text(example[1], example[0] or None), Language(code, 1.0, "partial"))
    reading = judged(heard_abroad(reading)) if rule.kind == "model" else reading
    found = FIND[rule.dimension](reading, BOOKS[code])
    return [finding for finding in found if finding.rule == rule.id and finding.scored]


@examples("bad")
def test_a_bad_example_is_flagged(code, rule, example):
    assert counting(code, rule, example)


@examples("good")
def test_a_good_example_passes(code, rule, example):
    assert not counting(code, rule, example)


@pytest.mark.parametrize("code", OTHERS)
def test_a_rule_is_one_of_english_too_which_has_its_texts(code):
    assert BOOKS[code].rules.keys() <= ENGLISH.rules.keys()


@pytest.mark.parametrize("code", OTHERS)
def test_a_pack_has_whatever_its_rules_ask_for(code):
    book = BOOKS[code]
    if "headline" in book.dimensions:
        assert book.contexts.keys() >= CONTEXTS
    if "sourcing" in book.dimensions:
        assert book.patterns.keys() >= VAGUE
    if "claims" in book.dimensions:
        assert book.patterns.keys() >= {f"claim-{sign}" for sign in (*SIGNS, *GIVEN)}


@pytest.mark.parametrize("code", OTHERS)
def test_a_suggestion_is_another_word(code):
    same = [
        entry.word
        for rule in BOOKS[code].rules.values()
        for entry in rule.entries
        if entry.suggestion and rules.ATOM.findall(entry.suggestion.lower()) == list(entry.atoms)
    ]
    assert same == []


@pytest.mark.parametrize("code", OTHERS)
def test_lists_of_reporting_are_in_small_letters_with_straight_apostrophes(code):
    reporting = languages.pack_for(code).reporting
    if reporting is None:
        pytest.fail(f"{code} gives nobody any words")
    lists = {each.name: getattr(reporting.words, each.name) for each in fields(ReportingWords)}
    written = {name: words for name, words in lists.items() if isinstance(words, frozenset) and name != "unreal"}
    flat = {
        word for words in written.values() for entry in words for word in ([entry] if isinstance(entry, str) else entry)
    }
    assert [word for word in sorted(flat) if word != word.lower() or "’" in word] == []


@pytest.mark.parametrize("code", OTHERS)
def test_the_commonest_words_are_tagged_as_what_they_are(code):
    tagger = languages.pack_for(code).tagger
    tags = tagger.tag([ARTICLES.get(code, "."), "12", "."])
    kinds = [tagger.universal(tag)[0] for tag in tags]
    assert kinds[1:] == ["NUM", "PUNCT"]
    assert kinds[0] == ("DET" if code in ARTICLES else "PUNCT")


@pytest.mark.parametrize("code", languages.spoken())
def test_a_language_with_texts_has_those_of_every_rule_and_notice(code):
    texts, first = languages.messages_for(code), languages.messages_for(languages.DEFAULT)
    assert {name: text.keys() for name, text in texts.rules.items()} == {
        name: text.keys() for name, text in first.rules.items()
    }
    assert {name: section.keys() for name, section in texts.sections.items()} == {
        name: section.keys() for name, section in first.sections.items()
    }


@pytest.mark.parametrize("code", languages.spoken())
def test_a_text_has_the_fields_of_the_english_one(code):
    texts, first = languages.messages_for(code), languages.messages_for(languages.DEFAULT)
    differing = [
        (name, key)
        for name, section in first.sections.items()
        for key, text in section.items()
        if not set(re.findall(r"\{(\w+)", texts.sections[name][key])) <= set(re.findall(r"\{(\w+)", text))
    ]
    assert differing == []


def test_all_packs_together_are_small():
    sizes = [path.stat().st_size for code in OTHERS for path in home(code).rglob("*") if path.is_file()]
    assert sum(sizes) <= MOST


def test_rules_of_a_language_wait_for_its_first_page():
    script = (
        "from detector import Analyzer, Text; from detector.rules import loading;"
        "Analyzer(model=None).analyze(Text('The council met on Tuesday. ' * 60));"
        "print(loading.load.cache_info().currsize)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "1"
