"""What stands inside an article's column without being the article: boxes, captions, links, calls to sign up."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from detector.page.pieces import Piece, Region
from detector.settings import SETTINGS

_CELLS = frozenset("td th li dd".split())
_TAGS = frozenset("aside nav footer figcaption form dialog menu address".split())
_NAMES = (
    "newsletter subscri(?:be|ption) sign-?up e?mail-?(?:signup|scrim|alert) related(?:-?\\w+)? recommend(?:ed|ations?)"
    " read-?(?:more|next|also) more-?(?:on|from|news|stories) most-?(?:read|popular|viewed) (?:recent|latest)-?news"
    " trending also-?like teasers? shar(?:e|ing)(?:-?(?:bar|tools|buttons?|links))? social(?:-?\\w+)?"
    " comments?(?:-?(?:list|form|section|area|count))? respond disqus cookies? consent gdpr promo(?:tion)? cta"
    " advert(?:isement)? ads? ad-?(?:box|slot|unit|container) sponsor(?:ed)? disclosure outbrain taboola breadcrumbs?"
    " (?:\\w+-?)?caption(?:-?text)? photo-?credits? gallery slideshow author-?(?:bio|box|info|card) about-?author"
    " tag-?(?:list|links) tags pagination nav(?:bar|igation)? menu sidebar toolbar tooltip modal pop-?up scrim"
    " print-?(?:header|footer|only) copyright timestamp (?:entry|post|article)-?meta site-?(?:header|footer) no-?print"
)
_LABEL = re.compile(rf"(?<![a-z])(?:{'|'.join(_NAMES.split())})(?![a-z])")
# A name made of a heading's own words (`sharing-with-a-neighbour-in-town`) says nothing about what the box is for.
_SLUG = re.compile(r"^(?=(?:[^-]+-){4}).*-(?:a|an|and|by|for|in|is|of|on|the|to|what|why|with)-")

# A whole piece that is a label, a pointer elsewhere or a credit, up to `settings.extraction.short` characters.
_POINTER = re.compile(
    r"[^\w\"'“„«‘]*(?:(?:advertisement|sponsored|comments?|share|tags?|topics?|more|read more|up next|watch(?: now)?"
    r"|gallery)|(?:read|see|watch|listen)(?: (?:more|also|next|now|here))?\s*:.*|(?:also|don'?t) (?:read|see|miss)\b.*"
    r"|read (?:more|next|also|the full|our)\b[^.!]*|more (?:from|on|stories|coverage)\b[^.!]*"
    r"|you (?:may|might) also like\b.*|(?:related|recommended)(?: \w+)?\s*(?::.*)?"
    r"|(?:source|via|photos?|images?|pictures?|credits?|video)(?: by| credit| courtesy)?\s*:.*"
    r"|(?:©|\(c\)|copyright)\s.*|.{0,60}\ball rights reserved\W*"
    r"|\d+ (?:comments?|shares?|views?|replies)|(?:view|show|load|add|leave|post) (?:\w+ )?comments?"
    r"|(?:estimated )?read(?:ing)? time\b.*|\d+[- ]min(?:ute)?s?(?: read)?|tempo de leitura.*|lesezeit.*"
    r"|(?:listen to|print|save|email|bookmark) (?:this|the) (?:article|story|page)\b[^.!]*"
    r"|(?:click|tap|get) .{0,60}\bhere)\W*",
    re.I,
)
# An imperative to the reader about the outlet itself, up to `settings.extraction.call` characters.
_IMPERATIVE = re.compile(
    r"(?:^|[.!?]\s+)(?:please )?(?:"
    r"(?:sign up|subscribe|register) (?:here|now|today|to|for)\b.*\b(?:newsletters?|inbox|updates|emails?|alerts|today"
    r"|podcast|channel|membership|offers)\b|(?:follow|like|find|join) (?:us|me|him|her|them|@\w+|.{2,40}?) on "
    r"(?:twitter|facebook|instagram|telegram|whatsapp|youtube|linkedin|x|threads|bluesky)\b"
    r"|(?:get|receive) .{0,80}\b(?:in|to) your (?:inbox|email|mailbox|phone)\b|download (?:the|our) .{0,30}\bapps?\b"
    r"|(?:write to|contact|e-?mail|reach) .{2,60}(?:\bat |@)|(?:reach|contact) the (?:reporters?|authors?|writers?)\b"
    r"|(?:do you )?have a (?:tip|story)\b.*|(?:click|tap) here (?:to|for)\b.*\b(?:newsletter|subscribe|app|sign|join)\b"
    r"|if you (?:enjoyed|liked) (?:this|our)\b|support (?:our|independent) journalism\b"
    r"|start your (?:day|morning) with\b|this article (?:was )?(?:originally|first) appeared\b"
    r"|if you (?:buy|purchase) .{0,60}\b(?:we|may)\b.{0,40}\b(?:commission|share|earn))",
    re.I,
)
_DATE_WORD = re.compile(
    r"\d{1,4}(?:st|nd|rd|th)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|[ap]\.?m\.?|e[ds]?t|p[ds]?t|gmt|bst|ist|cet|utc|last|first|updated?|published|posted|modified|on|at|ago|hours?"
    r"|minutes?|days?|today|yesterday|date|time|\W|_",
    re.I,
)


def without_furniture(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the pieces, taken for the article so far, that are not its furniture."""
    total = sum(map(_prose, pieces))
    linked = sum(piece.linked for piece in pieces)
    boxes = _boxes(pieces, total)
    links_are_content = linked > SETTINGS.extraction.linked_body * (total + linked)
    return tuple(
        piece
        for piece in pieces
        if (piece.region.tag in _CELLS or not is_call(piece.text))
        and (links_are_content or not _is_link(piece))
        and piece.region not in boxes
    )


def _boxes(pieces: Sequence[Piece], total: int) -> set[Region]:
    """The regions that are a box, or stand in one, and hold too little of the prose to be the column itself."""
    held: Counter[Region] = Counter()
    for piece in pieces:
        held[piece.region] += _prose(piece)
    levels: dict[int, set[Region]] = defaultdict(set)
    for region in held:
        levels[region.depth].add(region)
    for depth in range(max(levels, default=0), 0, -1):
        for region in levels[depth]:
            if region.parent is not None:
                held[region.parent] += held[region]
                levels[depth - 1].add(region.parent)
    boxes: set[Region] = set()
    for depth in sorted(levels):
        for region in levels[depth]:
            is_column = held[region] >= SETTINGS.extraction.column * total and held[region] > 0
            if region.parent in boxes or (not is_column and _is_box(region)):
                boxes.add(region)
    return boxes


def is_call(text: str) -> bool:
    """Whether a piece is a label, a pointer elsewhere, a date, a credit or a call to the reader, and no sentence."""
    if len(text) >= SETTINGS.extraction.call:
        return False
    if _IMPERATIVE.search(text):
        return True
    return len(text) < SETTINGS.extraction.short and (bool(_POINTER.fullmatch(text)) or _is_date(text))


def _is_date(text: str) -> bool:
    return len(text) < 80 and any(map(str.isdigit, text)) and not _DATE_WORD.sub("", text)


def _is_link(piece: Piece) -> bool:
    """A line that is one link, outside lists and tables: a pointer to another story."""
    settings, length = SETTINGS.extraction, len(piece.text)
    return piece.linked >= settings.linked * length and length < settings.short and piece.region.tag not in _CELLS


def _is_box(region: Region) -> bool:
    return region.tag in _TAGS or any(_LABEL.search(name) and not _SLUG.search(name) for name in region.label.split())


def _prose(piece: Piece) -> int:
    return len(piece.text) - piece.linked
