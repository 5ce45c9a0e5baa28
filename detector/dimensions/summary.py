"""One plain sentence that says what the three scores say."""

from collections.abc import Mapping

from detector import languages
from detector.article import Dimension, Score, Summary
from detector.languages import Messages


def write(scores: Mapping[Dimension, Score], unscored: str | None, reader: str) -> Summary:
    """The summary of `scores` in the reader's language; `unscored` is why there are none at all."""
    levels = {dimension.value: score.level for dimension, score in scores.items()}
    texts = languages.messages_for(reader)
    return Summary(unscored or " ".join(filter(None, (_first(scores, texts), _sourcing(scores, texts)))), levels)


def _first(scores: Mapping[Dimension, Score], texts: Messages) -> str:
    headline, wording = (scores[dimension].level for dimension in (Dimension.HEADLINE, Dimension.LANGUAGE))
    loud = texts.say("summary", f"headline-{headline}") if headline else None
    plain = texts.say("summary", f"wording-{wording}") if wording else None
    if loud and plain:
        return texts.say("summary", "both", headline=loud, wording=plain)
    only = loud or (plain and plain[0].upper() + plain[1:])
    return texts.say("summary", "one", only=only) if only else texts.say("summary", "neither")


def _sourcing(scores: Mapping[Dimension, Score], texts: Messages) -> str | None:
    score = scores[Dimension.SOURCING]
    if score.level is None:
        return None
    count, silent = score.facts["sources"], score.facts["never_heard"][:2]
    voices = texts.say("summary", "one-source" if count == 1 else "sources", count=count)
    form = "voices" if not silent else "silent-one" if len(silent) == 1 else "silent"
    names = texts.listed(silent) if silent else ""
    sourcing = texts.say("summary", f"sourcing-{score.level}")
    return texts.say("summary", form, sourcing=sourcing, voices=voices, names=names)
