"""How sure it is that an editor would have asked a party that is not heard."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from math import exp, log2

from detector.article import Party, Prose, Span
from detector.settings import SETTINGS

OFTEN = 8  # mentions from which one more says nothing


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for asking a party, each 0..1: how often it is `accused` (once is half), whether by a source
    (`voiced`) and in the headline (`shouted`); whether the `headline` names it, or it stands `aside` in an opinion
    piece; how often it is named (`mentions`), and the share of its sentences that are `loaded`."""

    accused: float
    voiced: float
    shouted: float
    headline: float
    aside: float
    mentions: float
    loaded: float


def weigh_parties(parties: Sequence[Party], prose: Prose, opinion: bool) -> tuple[Party, ...]:
    """The parties with their confidence; those left out that are not heard and that nobody need have asked.

    `prose` has been read by the model, where there is one, whose loaded sentences count as criticism. An `opinion`
    piece argues with many, of whom only those of its headline are asked.
    """
    weighed = (replace(party, confidence=confidence(party, signs_of(party, prose, opinion))) for party in parties)
    return tuple(party for party in weighed if party.heard != "none" or party.confidence >= SETTINGS.parties.confidence)


def confidence(party: Party, signs: Signs) -> float:
    """Probability 0..1 by a logistic sum; 1 for a party that is heard."""
    if party.heard != "none":
        return 1.0
    weights = SETTINGS.parties.weights
    total = weights.base + sum(getattr(weights, name) * value for name, value in asdict(signs).items())
    return round(1 / (1 + exp(-total)), 4)


def signs_of(party: Party, prose: Prose, opinion: bool) -> Signs:
    """What speaks for asking the party. In a report the model's word alone accuses nobody."""
    accused = len(party.accused)
    return Signs(
        accused=min(accused, 2) / 2,
        voiced=float(party.voiced),
        shouted=float(any(span in party.accused for span in party.headline)),
        headline=float(bool(party.headline)),
        aside=float(opinion and not party.headline),
        mentions=log2(min(OFTEN, len(party.mentions))) / log2(OFTEN),
        loaded=_loaded_share(party.mentions, prose) if opinion or accused else 0.0,
    )


def _loaded_share(mentions: Sequence[Span], prose: Prose) -> float:
    """The share of the sentences naming it that are surely loaded; a single one is half a sign."""
    sentences = {line.span: line for span in mentions if (line := prose.sentence_at(span.start))}
    loaded = sum((line.loaded or 0.0) >= SETTINGS.parties.loaded for line in sentences.values())
    return loaded / max(2, len(sentences))
