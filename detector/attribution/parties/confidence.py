"""How sure it is that an editor would have asked a party that is not heard."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from math import exp

from detector.article import AUTHOR, Party, Prose
from detector.settings import SETTINGS


@dataclass(frozen=True, slots=True)
class MissingSigns:
    """What speaks for asking a party, each 0..1.

    In a report: whether anybody `accused` it. In an opinion piece, only where the headline names it: whether the writer
    accuses it (`blamed`), and how `loaded` the sentences are that name it. In both: how often it `acts`, and whether it
    is a `country`.
    """

    accused: float
    blamed: float
    loaded: float
    acts: float
    country: float


def weigh_parties(parties: Sequence[Party], prose: Prose, opinion: bool) -> tuple[Party, ...]:
    """The parties with their confidence; those left out that are not heard and that nobody need have asked.

    `prose` has been read by the model, where there is one, whose loaded sentences count as criticism. An `opinion`
    piece argues with many, of whom only those of its headline are asked.
    """
    weighed = (replace(party, confidence=confidence(party, signs_of(party, prose, opinion))) for party in parties)
    least = SETTINGS.parties.confidence
    return tuple(party for party in weighed if party.heard != "none" or party.confidence >= least)


def confidence(party: Party, signs: MissingSigns) -> float:
    """Probability 0..1 by a logistic sum; 1 for a party that is heard."""
    if party.heard != "none":
        return 1.0
    weights = SETTINGS.parties.weights
    total = weights.base + sum(getattr(weights, name) * value for name, value in asdict(signs).items())
    return round(1 / (1 + exp(-total)), 4)


def signs_of(party: Party, prose: Prose, opinion: bool) -> MissingSigns:
    """What speaks for asking the party. In an opinion piece it is the writer who must accuse, not somebody whom the
    writer may well argue with."""
    accused = party.accused
    if party.voiced and opinion:
        accused = tuple(span for span in accused if (line := prose.sentence_at(span.start)) and line.voice == AUTHOR)
    target = opinion and bool(party.headline)
    return MissingSigns(
        accused=float(bool(accused) and not opinion),
        blamed=float(bool(accused) and target),
        loaded=_loaded(party, prose) if target else 0.0,
        acts=min(party.acts, SETTINGS.parties.acts) / SETTINGS.parties.acts,
        country=float(party.kind == "country"),
    )


def _loaded(party: Party, prose: Prose) -> float:
    """How loaded the sentences are that name the party, 0 where they are as loaded as most; a single one is half a
    sign."""
    sentences = {line.span: line for span in party.mentions if (line := prose.sentence_at(span.start))}
    rated = [line.loaded for line in sentences.values() if line.loaded is not None]
    mean, plain = sum(rated) / max(2, len(rated)), SETTINGS.parties.loaded
    return max(0.0, mean - plain) / (1 - plain)
