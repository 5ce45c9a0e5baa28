"""The wire forms of the measured figures in a model card. The panel's “How good is this?” shows those that are named
field by field; the others are told as they were measured."""

from typing import Annotated, Any, NotRequired, TypedDict

from msgspec import Meta

from detector.schema.units import Count, Share

Measured = Annotated[dict[str, Any], Meta(description="Figures by name. More may be added.")]
Points = Annotated[float, Meta(ge=0, le=100)]


class IntervalForm(TypedDict):
    """The 95 % interval of a figure."""

    low: float
    high: float


class FoundForm(TypedDict):
    """How well something was found."""

    precision: Share
    recall: Share
    f1: Share


class BinForm(TypedDict):
    """A part of the probability scale."""

    score: Share
    share: Share
    n: Count


class JudgedForm(TypedDict):
    """How well sentences of two kinds are told apart."""

    n: Count
    macro_f1: Share
    interval: IntervalForm
    auc: Share
    macro_f1_at_dev_threshold: NotRequired[Share]
    within_outlet_auc: NotRequired[dict[str, Share]]
    within_outlet_auc_mean: NotRequired[Share]
    reliability: list[BinForm]


WordsForm = TypedDict(
    "WordsForm",
    {
        "words": Count,
        "marked": Count,
        "rules": FoundForm,
        "model": FoundForm,
        "model and rules": FoundForm,
        "shown": Annotated[FoundForm, Meta(description="What readers see.")],
        "shown by the model alone": Share,
        "dropped by the model": Share,
        "thresholds": dict[str, Share],
        "reliability": list[BinForm],
    },
)
WordsForm.__doc__ = "How well loaded words are found: by the rules, by the model, and as readers see them."

BaitForm = TypedDict(
    "BaitForm",
    {
        "n": Count,
        "spearman": float,
        "interval": IntervalForm,
        "mse": float,
        "found": FoundForm,
        "spearman of the network alone": float,
        "spearman of the phrasing alone": float,
    },
)
BaitForm.__doc__ = "How well headlines are ordered by how strongly they bait."


class ShiftForm(TypedDict):
    """How far a score moves when the parties of an article change places, in points of 100."""

    articles: Count
    mean: Points
    p95: Points
    max: Points


class RightForm(TypedDict):
    """Of how many remarks how many are right."""

    right: Count
    of: Count
    share: Share


class ShownForm(TypedDict):
    """How many remarks are right to an editor, by how much is shown: only what is sure, all remarks, or also what the
    model merely suspects."""

    articles: Count
    calm: RightForm
    normal: RightForm
    thorough: RightForm


FiguresForm = TypedDict(
    "FiguresForm",
    {
        "how": str,
        "loaded sentences (BABE)": JudgedForm,
        "loaded sentences as readers see them (BABE)": JudgedForm,
        "by the outlet's lean (BABE)": Measured,
        "loaded words (BABE)": WordsForm,
        "subjective sentences (CheckThat!)": JudgedForm,
        "headline bait (Webis-Clickbait-17)": BaitForm,
        "persuasion spans (PTC)": Measured,
        "technique of given spans (PTC)": Measured,
        "frames (SemEval-2023 task 3)": Measured,
        "baselines (BABE)": Measured,
        "shift when parties are swapped, in points of 100": dict[str, ShiftForm],
        "agency-style reporting": Measured,
        "intervals": Measured,
        "speed": Measured,
        "own texts": Measured,
        "remarks as an editor judges them": NotRequired[ShownForm],
        "pages": NotRequired[Measured],
        "training log": Measured,
        "attribution": NotRequired[Measured],
    },
)
FiguresForm.__doc__ = "Figures measured on data the model was not trained on, by the name of the data."
