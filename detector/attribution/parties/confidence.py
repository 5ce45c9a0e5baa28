"""How sure it is that an editor would have asked a party that is not heard."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from math import exp, log2

from detector.article import AUTHOR, Party, Prose
from detector.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class MissingSigns:
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
    least = SETTINGS.parties.opinion_confidence if opinion else SETTINGS.parties.confidence
    return tuple(party for party in weighed if party.heard != "none" or party.confidence >= least)


def confidence(party: Party, signs: MissingSigns) -> float:
    """Probability 0..1 by a logistic sum; 1 for a party that is heard."""
    if party.heard != "none":
        return 1.0
    weights = SETTINGS.parties.weights
    total = weights.base + sum(getattr(weights, name) * value for name, value in asdict(signs).items())
    return round(1 / (1 + exp(-total)), 4)


def signs_of(party: Party, prose: Prose, opinion: bool) -> MissingSigns:
    """What speaks for asking the party. In a report the model's word alone accuses nobody; in an opinion piece it is
    the writer who must accuse, not somebody whom the writer may well argue with."""
    accused = party.accused
    if opinion and party.voiced:
        accused = tuple(span for span in accused if (line := prose.sentence_at(span.start)) and line.voice == AUTHOR)
    return MissingSigns(
        accused=min(len(accused), 2) / 2,
        voiced=float(party.voiced and not opinion),
        shouted=float(any(span in accused for span in party.headline)),
        headline=float(bool(party.headline)),
        aside=float(opinion and not party.headline),
        mentions=log2(min(SETTINGS.parties.often, len(party.mentions))) / log2(SETTINGS.parties.often),
        loaded=_loaded_share(party, prose) if opinion or accused else 0.0,
    )


def _loaded_share(party: Party, prose: Prose) -> float:
    """The share of the sentences naming it that are surely loaded; a single one is half a sign. Of a party accused of
    nothing they say nothing unless one of them is of negative tone: praise is loaded too."""
    sentences = {line.span: line for span in party.mentions if (line := prose.sentence_at(span.start))}
    loaded = [line for line in sentences.values() if (line.loaded or 0.0) >= SETTINGS.parties.loaded]
    if not party.accused and all(line.polarity >= SETTINGS.parties.negative for line in loaded):
        return 0.0
    return len(loaded) / max(2, len(sentences))
