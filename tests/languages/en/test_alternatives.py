"""A neutral wording that is offered fits in the place of the word: same part of speech, same form, same construction,
and not loaded itself."""

from collections.abc import Iterator

import pytest

from detector import rules
from detector.languages.en import PACK
from detector.rules import Entry

BOOK = rules.load("en")
FRAMES = {  # where a form of a word of each class stands, and the tags that it may have there
    "nouns": {"base": ("It was the {} .", {"NN"}), "plural": ("Those were the {} .", {"NNS"})},
    "adjectives": {"base": ("It was a {} thing .", {"JJ", "VBG", "VBN"})},
    "adverbs": {"base": ("They spoke {} .", {"RB"})},
    "verbs": {
        "base": ("They will {} it .", {"VB"}),
        "past": ("They {} it .", {"VBD", "VBN"}),
        "gerund": ("They were {} it .", {"VBG"}),
    },
}
# What an alternative takes after it. A loaded verb takes the same: "rail at | the plan" is "criticise | the plan".
WITH_OBJECT = set(
    """criticise oppose defend promote increase take_over press frighten pursue repeat push overrule restrict limit stop
    use protect teach persuade blame mislead overcharge devise invent raise show break disregard ignore block target
    hold_on_to explain play_down spread impose damage complain_of harm say reply_to object_to question ask correct cut
    reduce exceed give_way_to praise dispute reject act_against approve cancel persist_with""".split()
)
ALONE = set(
    """complain agree protest reply go give_way defer appeal worry comment hesitate escalate change_position fail
    persist lose_support""".split()
)
INTRANSITIVE = set(
    """clap_back fire_back carp kvetch whine gripe bellyache cave cave_in capitulate kowtow pander fume throw_a_tantrum
    scurry slither slink hit_back snap_back freak_out go_ballistic go_berserk blow_a_gasket lose_it sound_off balk
    backpedal back_down implode crash_and_burn bleed_support double_down""".split()
)


def offered(word_class: str) -> Iterator[tuple[str, Entry]]:
    for rule in BOOK.rules.values():
        for entry in rule.entries:
            if entry.word_class == word_class and entry.suggestion:
                yield rule.id, entry


def base(word_class: str) -> list[tuple[str, str]]:
    """Each listed word with what is offered for it, in the base form."""
    listed = {entry.word: entry.suggestion for _, entry in reversed(list(offered(word_class)))}
    return [(word, said) for word, said in listed.items() if said]


def fits(said: str, word_class: str, form: str) -> bool:
    """Whether the tagger takes it for what its place asks for: a verb by its first word, others by their last."""
    frame, allowed = FRAMES[word_class][form]
    tags, place = PACK.tagger.tag(frame.format(said).split()), frame.split().index("{}")
    return tags[place if word_class == "verbs" else place + len(said.split()) - 1] in allowed


@pytest.mark.parametrize("word_class", FRAMES)
def test_the_part_of_speech_is_that_of_the_word(word_class):
    inflect = PACK.morphology.inflections.get(word_class, lambda word: {"base": word})
    wrong = []
    for word, offer in base(word_class):
        forms = inflect(offer)
        if not any(fits(forms[form], word_class, form) for form in FRAMES[word_class]):
            wrong.append((word, offer))
    assert not wrong


def test_a_verb_is_offered_for_one_of_the_same_construction():
    wrong = []
    for word, said in base("verbs"):
        alone = word.replace(" ", "_") in INTRANSITIVE
        if said.replace(" ", "_") not in (ALONE if alone else WITH_OBJECT):
            wrong.append((word, said))
    assert not wrong


def test_what_is_offered_is_not_loaded_itself():
    listed = {(entry.word_class, entry.word) for rule in BOOK.rules.values() for entry in rule.entries}
    said = {(name, text) for name in FRAMES for _, text in base(name)}
    assert said & listed == set()


@pytest.mark.parametrize("word_class", ["verbs", "nouns"])
def test_the_form_is_that_of_the_word(word_class):
    forms = PACK.morphology.inflections[word_class]
    for word, said in base(word_class):
        own, given = forms(word), forms(said)
        held = {" ".join(entry.atoms): entry for _, entry in offered(word_class) if entry.word == word}
        for form, text in own.items():
            entry = held[" ".join(rules.loading.atoms(text))]
            assert entry.suggestion_as(form) == given[form], (word, form)


@pytest.mark.parametrize("word", ["brazen", "disastrous", "disgraced", "damning", "misguided", "ram through", "sneer"])
def test_no_word_is_offered_where_none_fits_every_sentence(word):
    assert not any(entry.suggestion for rule in BOOK.rules.values() for entry in rule.entries if entry.word == word)
