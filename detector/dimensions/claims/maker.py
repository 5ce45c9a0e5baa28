"""Who makes a claim, and in which words of its sentence: the author, or a source to whom most of them are given."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from detector.article import AUTHOR, Reading, Sentence, Span, Voice
from detector.settings import SETTINGS

VERBAL = ("participle", "gerund")  # forms that make no clause


def made_by(reading: Reading, sentence: Sentence, complementizers: frozenset[str] = frozenset()) -> tuple[str, Span]:
    """Whose claim a sentence is, as a voice, and its words: the whole sentence, or those that its speaker is given
    where they make a clause of their own, without the word of `complementizers` ("that") that joins it to the rest."""
    reported = _reported(reading, sentence)
    if not reported and not reading.is_voiced(sentence.span):
        return AUTHOR, sentence.span
    words = _words(reading, sentence, reported)
    spoken = {voice: spans for voice, spans in words.items() if voice != AUTHOR}
    count = Counter({voice: len(spans) for voice, spans in words.items()})
    speaker = max(spoken, key=lambda voice: (count[voice], voice), default=AUTHOR)
    if count[speaker] < SETTINGS.claims.speaker_share * count.total() or speaker == AUTHOR:
        return AUTHOR, sentence.span
    span = _clause(sentence, words, speaker)
    joined = span != sentence.span and words[speaker][0].of(reading.article.text).lower() in complementizers
    return speaker, replace(span, start=words[speaker][1].start) if joined else span


def _reported(reading: Reading, sentence: Sentence) -> list[Voice]:
    """What of a sentence is reported as said by a source, the longest stretch first. A voice is only what surely is not
    in the author's words; who stands for a fact is told by a looser paraphrase too, where it has a verb of its own: who
    "reported a rise" is not who says so."""
    verbs = [
        token.span for token in reading.prose.tokens_of(sentence) if token.pos == "VERB" and token.form not in VERBAL
    ]
    stretches = (
        Voice(piece, f"source:{one.source}")
        for one in reading.quotations
        if one.kind == "speech" and one.source
        for piece in one.content
        if piece.overlaps(sentence.span) and (not verbs or any(piece.overlaps(verb) for verb in verbs))
    )
    return sorted(stretches, key=lambda voice: (-len(voice.span), voice.span.start))


def _words(reading: Reading, sentence: Sentence, reported: list[Voice]) -> Mapping[str, list[Span]]:
    """The words of a sentence by whose they are."""
    found: dict[str, list[Span]] = {}
    for token in reading.prose.tokens_of(sentence):
        if token.is_word:
            around = (one.speaker for one in reported if one.span.overlaps(token.span))
            found.setdefault(next(around, None) or reading.voice_at(token.span), []).append(token.span)
    return found


def _clause(sentence: Sentence, words: Mapping[str, list[Span]], speaker: str) -> Span:
    """The speaker's words where they stand together and are a clause; else the sentence."""
    own = words[speaker]
    inside = Span(own[0].start, own[-1].end)
    others = (span for voice, spans in words.items() if voice != speaker for span in spans)
    if len(own) < SETTINGS.claims.clause_words or any(inside.overlaps(span) for span in others):
        return sentence.span
    return inside
