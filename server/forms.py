"""The wire forms of the service, beside the report's own: what is asked, and what else is answered.

`wire` reads requests into these Structs, `routes` writes these answers, `openapi` describes them. The model's card and
the OpenAPI document are passed on as they are, so that they are only described here.
"""

from typing import Annotated, Any, Literal, TypedDict

from msgspec import Meta, Struct

from detector.schema import Engine, Options, Severity
from detector.schema.inputs import MAX_ENTRIES
from detector.schema.units import Count, DimensionName, Sha256
from server.card_forms import FiguresForm

MAX_TITLE, MAX_URL = 2_000, 8_000
MAX_CODE, MAX_NAME = 40, 80
END = r"$(?!\n)"  # the end, where Python would take one before a last line break too
HOST = r"([A-Za-z0-9._~%!$&'()*+,;=:@-]+|\[[0-9A-Fa-f:.]+\](:[0-9]*)?)"
URL = rf"^(https?|file)://({HOST}([/?#][^\x00-\x20\x7f]*)?|/[^\x00-\x20\x7f]*){END}"
NONCE = "^[0-9a-f]{64}$"
NAME = rf"^[^\x00-\x20\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*{END}"  # begins with something to be seen, no control characters

Title = Annotated[str, Meta(max_length=MAX_TITLE)]
Url = Annotated[
    Annotated[str, Meta(max_length=MAX_URL, pattern=URL)] | None,
    Meta(description="Where the page comes from. It is not fetched."),
]
Included = Annotated[
    tuple[Literal["text", "sentences"], ...],
    Meta(max_length=MAX_ENTRIES, description="Optional parts to include in the answer."),
]
Token = Annotated[
    str, Meta(min_length=1, description="The token to send as `Authorization: Bearer`. It is shown only once.")
]


class PageRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """A whole page, as its source or as a browser serialises it."""

    html: str
    title: Annotated[None, Meta(description="Always null: a page has its own title.")] = None
    url: Url = None
    include: Included = ()
    options: Options = Options()


class TextRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """Plain text, with blank lines between paragraphs, and its headline."""

    text: str
    title: Title | None = None
    url: Url = None
    include: Included = ()
    options: Options = Options()


class PairRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """A pairing code, and a name for the pairing."""

    code: Annotated[str, Meta(max_length=MAX_CODE, examples=["7KQ2-M9XD"])]
    name: Annotated[str, Meta(min_length=1, max_length=MAX_NAME, pattern=NAME)]


class GrantForm(Struct, frozen=True):
    """A new pairing."""

    token: Token
    id: Annotated[str, Meta(description="The id of the pairing in `undertone pairings`.")]


class ProofForm(Struct, frozen=True):
    """Proof that the server holds pairings: for each, the HMAC-SHA-256 in hex of `undertone:PORT:NONCE`, where PORT is
    the port the server listens on. The key is the SHA-256 of the token."""

    proofs: tuple[Sha256, ...]


class HealthForm(Struct, frozen=True):
    """The server is alive."""

    status: Literal["ok"]


class ReadyForm(Struct, frozen=True):
    """The server is ready."""

    status: Literal["ready"]
    engine: Engine
    version: str
    api: Literal[1]


class ExampleForm(Struct, frozen=True):
    """An example of a rule."""

    headline: str
    body: str


class RuleForm(Struct, frozen=True):
    """A rule: its message and reason, where it comes from, and examples."""

    id: str
    dimension: DimensionName
    technique: str | None
    severity: Severity
    message: str
    reason: str
    suggestion: str | None
    source: str
    bad: tuple[ExampleForm, ...]
    good: tuple[ExampleForm, ...]


class RulesForm(Struct, frozen=True):
    """All rules, and the hash of rules and word lists."""

    schema: Literal["undertone/rules/1"]
    rules_sha256: Sha256
    rules: tuple[RuleForm, ...]


class CardForm(TypedDict):
    """The model, and figures measured on data it was not trained on."""

    name: str
    sha256: Sha256
    licence: str
    base: str
    figures: FiguresForm


class PackForm(Struct, frozen=True):
    """The rules: how many, and their hash."""

    count: Count
    rules_sha256: Sha256


class CorpusForm(Struct, frozen=True):
    """The articles that percentiles are counted among."""

    articles: Count
    made: str


class ModelCardForm(Struct, frozen=True):
    """What the reports are based on: model, rules and reference corpus, with measured figures and limits."""

    schema: Literal["undertone/model-card/2"]
    model: CardForm
    rules: PackForm
    reference: CorpusForm | None
    limitations: tuple[str, ...]


class OpenApiForm(TypedDict):
    """A description of the service, as OpenAPI 3.1."""

    openapi: Annotated[str, Meta(pattern=r"^3\.1\.")]
    info: dict[str, Any]
    paths: dict[str, Any]
    components: dict[str, Any]
