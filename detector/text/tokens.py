"""Words and marks of a text with exact offsets: Penn Treebank splits, computed so that any input costs linear time."""

import re
from collections.abc import Iterator

from detector.model import Span

# Letters and digits, with the combining marks, joiners and soft hyphens that stand inside words.
_W = (
    r"[^\W_\u3001-\u3003]|[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u06d6-\u06dc"
    r"\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ebc\u102b-\u103e\u200b-\u200d\u2060\ufeff]"
)
_WORD = rf"(?:{_W})+"
_JOIN = r"[-‐‑'’ʼ‘·_]"  # what holds two pieces of one word together
_EMOJI = r"[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_TITLES = "Mr|Mrs|Ms|Mx|Dr|Drs|Messrs|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Sgt|Cpl|Maj|Cmdr|Adm|Capt|Rev|Prof|Hon|Pres|Supt|Det|Insp|Msgr|Fr"
_MONTHS = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
_STATES = "Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Mass"
_OTHERS = "Jr|Sr|St|Ste|Mt|Ft|Ave|Blvd|Rd|No|Nos|Inc|Corp|Co|Cos|Ltd|Bros|vs|v|etc|al|cf|approx|est|dept|Dept|Assn|Univ|Art|Fig|Vol|pp|p|ca|viz"
_ABBREVIATION = rf"(?:{_TITLES}|{_MONTHS}|{_STATES}|{_OTHERS})\.(?![^\W_])"
_CAPITALS = rf"(?:{_TITLES.upper()}|JR|SR|ST|INC|CORP|CO|LTD|NO)\.(?![^\W_])"

_TOKEN = re.compile(
    "|".join(
        (
            r"(?:https?://|www\.)[^\s<>\"“”«»]*[^\s<>\"“”«»‘’'.,;:!?()\[\]…]",
            r"[^\W_][\w.+-]{0,63}@[^\W_][\w-]{0,63}(?:\.[\w-]{1,63}){1,8}",
            r"[@#][^\W\d_]\w*",
            rf"[A-Za-z](?:\.[A-Za-z])+(?:\.(?![^\W_])|(?![^\W_]))(?:-{_WORD})*",
            _ABBREVIATION,
            _CAPITALS,
            r"[A-Z]\.(?=[\s\-]?[A-Z])",  # an initial
            r"\d{1,3}['’′]\s?\d{1,2}(?:[\"”″](?!\w))?",  # feet and inches
            rf"\d+(?:[.,:/]\d+)*(?:{_WORD})?(?:{_JOIN}{_WORD})*",
            r"['’‘]\d\ds\b",  # the '90s
            r"['’](?:em|til|tis|twas|n)\b(?:['’](?=\s))?",
            rf"{_WORD}(?:{_JOIN}{_WORD})*",
            r"\.{2,}|-{2,}|''|``|…+|[!?]{2,}",
            rf"{_EMOJI}[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d{_EMOJI}[\ufe0f\U0001f3fb-\U0001f3ff]*)*",
            r"\S",
        )
    )
)
_CONTRACTION = re.compile(r"(?i)(?<=.)(?:n['’]t|['’ʼ](?:s|re|ve|ll|d|m))\Z")
ABBREVIATIONS = frozenset(f"{_TITLES}|{_MONTHS}|{_STATES}|{_OTHERS}".lower().split("|"))
TITLES = frozenset(_TITLES.lower().split("|"))
MONTHS = frozenset(_MONTHS.lower().split("|"))


def split(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The tokens of `text[start:end]`, in order: every character that is no space lies in exactly one of them.

    Offsets are into `text`. Contractions are split as the Penn Treebank splits them (do|n't, she|'s); hyphenated
    words, numbers, addresses and abbreviations with their full stop stay whole.
    """
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        cut = _CONTRACTION.search(text, max(first, last - 4), last) if last - first > 2 else None
        if cut and cut.start() > first:
            yield Span(first, cut.start())
            first = cut.start()
        yield Span(first, last)
