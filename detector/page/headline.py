"""The headline: which words of the page they are, and the kicker split from them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from detector import languages
from detector.page.dom import BADGE, KICKER
from detector.page.metadata import Declared
from detector.page.pieces import Piece, Region
from detector.page.skeleton import skeleton
from detector.settings import SETTINGS

_SEPARATOR = re.compile(r"\s+(?:[|–—·•»:]|::|-{1,2})\s+|\s*\|\s*")
_IN_LINE = re.compile(r"^([^:|]{3,40}?)(?:\s*:|\s+[|–—-])\s+(?=\S)")
_BAR = re.compile(r"\s*[|:–—-]+(?=\s)")


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's pieces in document order (none where it stands only in the head), its text as on the page with
    a kicker inside it, how many characters of that text the kicker takes, and a kicker piece of its own above."""

    text: str
    pieces: tuple[Piece, ...] = ()
    kicker_length: int = 0
    above: Piece | None = None


def find_headline(pieces: Sequence[Piece], declared: Declared) -> Headline | None:
    """Find the headline: the `<h1>` most like what the head declares, else another heading with those very words,
    else the declared words themselves; `None` where the page has neither."""
    titles = _titles(declared)
    site = skeleton(declared.site or "")
    groups = [group for group in _headings(pieces, ("h1",)) if skeleton(_joined(group)) != site]
    chosen = _most_alike(groups, titles) or _same_words(_headings(pieces, ("h2", "h3", "h4", "p", "div")), titles)
    if chosen is None and groups and (not titles or _is_plain_headline(groups)):
        chosen = groups[0]
    if chosen is not None:
        return _with_kicker(chosen, pieces, titles)
    line = next(iter(titles), "")[: SETTINGS.page.max_title]
    return Headline(line, kicker_length=kicker_length(line)) if line else None


def surroundings(headline: Headline | None, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The visible pieces just above the headline and below it, where byline, date and standfirst stand; none where the
    headline has no place on the page."""
    if headline is None or not headline.pieces:
        return ()
    settings = SETTINGS.page_headline
    first = next(index for index, piece in enumerate(pieces) if piece is headline.pieces[0])
    around = pieces[max(0, first - settings.above) : first + len(headline.pieces) + settings.below]
    own = set(headline.pieces)
    return tuple(piece for piece in around if piece not in own and not piece.region.hidden)


def kicker_length(line: str) -> int:
    """How many characters a kicker takes at the start of `line`, its colon or bar included; 0 where there is none.

    A kicker is set in capitals before a line that is not, or is one of the trade's own labels ("Exclusive:"). A name
    before a colon is a speaker or a topic and stays part of the headline.
    """
    match = _IN_LINE.match(line)
    if match is None:
        return 0
    words, rest = match[1].split(), line[match.end() :]
    if len(words) > SETTINGS.page_headline.kicker_words or len(rest.split()) < 2:
        return 0
    labels = languages.page_terms().labels
    is_label = len(words) <= 2 and all(word.casefold().replace("-", "") in labels for word in words)
    letters = [character for character in match[1] if character.isalpha()]
    in_capitals = bool(letters) and all(map(str.isupper, letters)) and not rest.isupper()
    is_acronym = len(words) == 1 and len(letters) <= 6
    return len(match[0].rstrip()) if is_label or (in_capitals and not is_acronym) else 0


def _headings(pieces: Sequence[Piece], tags: tuple[str, ...]) -> list[tuple[Piece, ...]]:
    """The pieces of each heading, in document order."""
    groups: dict[Region, list[Piece]] = {}
    for piece in pieces:
        if len(piece.text) > SETTINGS.page.max_title or piece.region.hidden:
            continue
        for region in piece.region.around(4):
            if region.tag in tags:
                groups.setdefault(region, []).append(piece)
                break
    return [_without_badges(group) for group in groups.values()]


def _without_badges(group: list[Piece]) -> tuple[Piece, ...]:
    """A heading without the labels set behind its words ("Updated")."""
    while len(group) > 1 and BADGE.search(group[-1].region.label) and group[-1].region is not group[0].region:
        group = group[:-1]
    return tuple(group)


def _joined(group: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in group).replace("\n", " ")


def _most_alike(groups: Sequence[tuple[Piece, ...]], titles: Mapping[str, float]) -> tuple[Piece, ...] | None:
    best, chosen = SETTINGS.page_headline.like, None
    for group in groups[: SETTINGS.page.max_headings]:
        line = _joined(group)
        alike = max((trust * _likeness(line, title) for title, trust in titles.items()), default=0.0)
        if alike > best:
            best, chosen = alike, group
    return chosen


def _is_plain_headline(groups: Sequence[tuple[Piece, ...]]) -> bool:
    """Whether the page has one `<h1>` that is no link and reads like a headline, whatever the head says."""
    line = _joined(groups[0])
    long = len(line.split()) >= SETTINGS.page_headline.headline_words
    return len(groups) == 1 and long and groups[0][0].linked < len(line) // 2


def _same_words(groups: Sequence[tuple[Piece, ...]], titles: Mapping[str, float]) -> tuple[Piece, ...] | None:
    wanted = {skeleton(title) for title in titles} - {""}
    return next((group for group in groups if skeleton(_joined(group)) in wanted), None)


def _likeness(heading: str, title: str) -> float:
    """0..1: how far two lines have the same words in the same order; a line that contains the other is nearly it."""
    left, right = heading.casefold().split(), title[: SETTINGS.page.max_title].casefold().split()
    if not left or not right:
        return 0.0
    same = sum(block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())
    contained = SETTINGS.page_headline.contained * same / min(len(left), len(right)) if same > 3 else 0.0
    return max(2 * same / (len(left) + len(right)), contained)


def _titles(declared: Declared) -> dict[str, float]:
    """What the head calls the article, without the site's name, each with the trust 0..1 it deserves."""
    site = skeleton(declared.site or "")
    titles = {_without_site(title, site): 1.0 for title in declared.headlines}
    if declared.html_title:
        title = _without_site(declared.html_title, site)
        title = title if title != declared.html_title else _longest_part(title)
        titles.setdefault(title, SETTINGS.page_headline.title_trust)
    return {title: trust for title, trust in titles.items() if title and skeleton(title) != site}


def _without_site(title: str, site: str) -> str:
    """Cut the site's name off either end."""
    for match in _SEPARATOR.finditer(title[: SETTINGS.page.max_title]):
        if site and skeleton(title[match.end() :]).startswith(site):
            return title[: match.start()]
        if site and skeleton(title[: match.start()]) == site:
            return title[match.end() :]
    return title


def _longest_part(title: str) -> str:
    """The part that is a headline, where separators cut a title up and the site's name is not known."""
    longest = max(_SEPARATOR.split(title[: SETTINGS.page.max_title]), key=len)
    return longest if len(longest.split()) >= 3 else title


def _declared_part(text: str, titles: Iterable[str]) -> tuple[int, int]:
    """Where the very words that the head declares to be the headline stand in the heading: the end of what is before
    them, 0 where nothing is, and their own end."""
    wanted = {skeleton(title) for title in titles if len(title.split()) >= SETTINGS.page_headline.headline_words}
    most = SETTINGS.page_headline.kicker_words
    spaces = list(re.finditer(r"\s+", text))
    starts = [(0, 0), *((space.start(), space.end()) for space in spaces[:most])]
    ends = [len(text), *(space.start() for space in reversed(spaces[-SETTINGS.page_headline.tail_words :]))]
    for end in ends:
        for before, start in starts:
            if start < end and skeleton(text[start:end]) in wanted and (not before or skeleton(text[:before])):
                bar = _BAR.match(text, before) if before else None
                return bar.end() if bar else before, end
    return 0, len(text)


def _with_kicker(group: tuple[Piece, ...], pieces: Sequence[Piece], titles: Iterable[str]) -> Headline:
    if len(group) > 1 and (KICKER.search(group[0].region.label) or BADGE.search(group[0].region.label)):
        return Headline(_plain(group[1:], titles)[1], group[1:], above=group[0])
    before, text = _plain(group, titles)
    if before:
        return Headline(text, group, before)
    first = next(index for index, piece in enumerate(pieces) if piece is group[0])
    above = pieces[first - 1] if first else None
    most = SETTINGS.page_headline.kicker_words
    if above is not None and not (KICKER.search(above.region.label) and len(above.text.split()) <= most):
        above = None
    return Headline(text, group, kicker_length(text), above)


def _plain(group: Sequence[Piece], titles: Iterable[str]) -> tuple[int, str]:
    """How much of a heading stands before the declared headline, and its words without what stands behind it."""
    text = _joined(group)
    before, end = _declared_part(text, titles)
    return before, text[:end]
