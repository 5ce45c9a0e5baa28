"""What a head gives away: the tokens before it, after it, or on both sides.

Positions are token indices; contents are half-open ranges of them, in order.
"""

from detector.attribution.extraction.rules import content_edges
from detector.attribution.extraction.rules.clause import ReportingClause
from detector.attribution.extraction.rules.content_start import is_added
from detector.attribution.extraction.rules.scene import Scene
from detector.attribution.syntax import animacy
from detector.attribution.syntax.cue_verbs import PAUSES
from detector.attribution.syntax.noun_phrases import Phrase
from detector.attribution.tokens.token_table import MARKS, TokenTable

Content = tuple[Phrase, ...]
STOPS = frozenset({".", "!", "?", "…", "..."})
HEARER = "hearer"
UTTERANCE = 7  # tokens, marks included, from which quoted words are surely an utterance and no title or phrase
INSERTED = 24  # tokens within which an insertion behind "that" ends
LINKS = 2  # words of "that" with a conjunction, behind which no content has begun
CLAUSE = 60  # tokens within which a relative clause must end


def find_content(scene: Scene, position: int, claimed: int) -> Content:
    """What the head at `position` of the scene gives away; tokens before `claimed` belong to others already."""
    head, words = scene.heads[position], scene.words
    if head.order == "leads":
        return () if _is_passed_on(scene, position) else _following(scene, position, head.content)
    if head.passive:
        return _of_passive(scene, position, claimed)
    if _is_second_hand(scene, position):
        return _reported(scene, position, claimed)
    content = _preceding(scene, head, claimed) or _reported(scene, position, claimed)
    after, last = head.content, scene.unit.last
    while after < last and words.raw[after] in (",", ":", ".", ";"):
        after += 1
    if not content and after < last and words.raw[after - 1] == "," and _is_linked(words, claimed, head.start):
        return _following(scene, position, after)
    if content and after < last and words.raw[after - 1] in (",", ":"):
        content += _resumed(scene, position, after, content[-1])
    return content


def _is_passed_on(scene: Scene, position: int) -> bool:
    """Whether another verb of the same subject gives the words away, or they are no more than who says the clause:
    Roe decided to go and | announced | that …; Roe told the workers on Friday, | the people said."""
    head, following = scene.heads[position], scene.heads[position + 1 : position + 2]
    return any(
        (each.joined and each.order == "leads" and head.end <= each.cue[0] < head.content)
        or (each.order == "follows" and each.start <= head.content < each.end)
        for each in following
    )


def _reported(scene: Scene, position: int, claimed: int) -> Content:
    """A reporting clause as a whole, where somebody else is cited for it: | Roe called it pointless |, according to the
    Beacon; “…,” | Roe said on Monday |, according to the Beacon."""
    words, head = scene.words, scene.heads[position]
    before = scene.heads[position - 1] if position else None
    cited = words.low[head.cue[0]] in words.grammar.cues.words.attributing_words
    if before is None or not cited or before.joined or before.passive or words.raw[head.start - 1] != ",":
        return ()
    if animacy.is_document(words, head.subject) and not any(map(words.capital, range(*head.subject))):
        return ()  # …, Roe said, according to prepared remarks
    if before.order == "follows":
        ends = before.end == head.start - 1 or _is_second_hand(scene, position)
        return ((before.start, head.start - 1),) if ends else ()
    return ((before.start, claimed),) if before.start < claimed == head.start - 1 else ()


def _of_passive(scene: Scene, position: int, claimed: int) -> Content:
    """What is said by whom a passive names: criticized as | weak | by Roe; was told by Roe | that it was old; | the
    plan | was contested by Roe | as “weak”."""
    head, words = scene.heads[position], scene.words
    compared, after, last = words.grammar.clauses.comparative, head.content, scene.unit.last
    if words.low[head.cue[1]] in compared:
        return ((head.cue[1] + 1, head.subject[0] - 1),)
    if HEARER in head.frames:
        opens = _past_apposition(words, after, last)
        return _following(scene, position, opens) if opens < last else ()
    content = _preceding(scene, head, claimed)
    goes_on = bool(content) and after < last and (words.low[after] in compared or words.quoted[after])
    return content + (_following(scene, position, after) if goes_on else ())


def _past_apposition(words: TokenTable, first: int, last: int) -> int:
    """Where the clause with "that" begins behind who told it: was told by Roe, a nurse, | that …; else `last`."""
    ahead = range(first, min(first + INSERTED, last))
    that = next((k for k in ahead if words.low[k] in words.grammar.noun_phrases.complementizers), last)
    return last if any(words.is_finite(k) for k in range(first, min(that, last))) else that


def _is_second_hand(scene: Scene, position: int) -> bool:
    """Whether nothing but a circumstance stands between the reporting clause before and this head: Roe said | in a
    statement, | according to the Beacon."""
    words, head = scene.words, scene.heads[position]
    before = scene.heads[position - 1] if position else None
    if (
        before is None
        or before.order != "follows"
        or words.low[head.cue[0]] not in words.grammar.cues.words.attributing_words
    ):
        return False
    between = range(before.end, head.start)
    opening = words.low[between[0]] if between else ""
    timed = opening in words.grammar.noun_phrases.days or opening in words.grammar.clauses.period_modifiers
    return (timed or opening in words.grammar.clauses.tails) and not any(map(words.is_finite, between))


def _is_linked(words: TokenTable, first: int, start: int) -> bool:
    """Whether nothing but a conjunction stands before the head: But, Roe said, …"""
    ahead = [low for low in words.low[first:start] if low not in PAUSES]
    return len(ahead) == 1 and ahead[0] in words.grammar.clauses.coordinating


def is_utterance(words: TokenTable, quote: Phrase) -> bool:
    """Whether quoted words are an utterance of their own and not a phrase or a title."""
    first, last = quote
    inner = last - 1 - (words.raw[last - 1] in MARKS)
    return last - first >= UTTERANCE or (
        inner >= first and last - first >= 4 and (words.raw[inner] in STOPS or words.raw[inner] == ",")
    )


def _preceding(scene: Scene, head: ReportingClause, claimed: int) -> Content:
    words, end = scene.words, head.start - is_added(scene.words, head.start - 1, head.subject)
    while end > claimed and words.raw[end - 1] in PAUSES:
        end -= 1
    first, coordinating = (
        content_edges.opened(words, content_edges.past_dateline(words, scene.unit, claimed, end), end),
        words.grammar.clauses.coordinating,
    )
    while first < end and (words.raw[first] in (",", ";", ":") or words.low[first] in coordinating):
        first += 1
    near = [quote for quote in scene.quotes_from(claimed, end)[-1:] if quote[1] == end]
    if near and is_utterance(words, near[0]):
        opens = not words.count(first, near[0][0])
        if opens or words.raw[near[0][0] - 1] in (":", ".", ","):
            return (near[0],)
    enclosed = words.raw[head.end : head.end + 1] == (",",)
    return (
        ((first, end),)
        if words.count(first, end) >= (1 if enclosed or (head.passive and words.capital(end - 1)) else 2)
        else ()
    )


def _resumed(scene: Scene, position: int, after: int, said: Phrase) -> Content:
    """What goes on after a head in the middle: "…," she said, "…"."""
    words = scene.words
    if words.quoted[after]:
        return tuple(scene.quotes_from(after, after + 1))
    if words.quoted[said[0]] and words.quoted[said[1] - 1]:
        return ()
    if words.form[after] == "gerund" or words.low[after] in words.grammar.clauses.resuming:
        return ()
    if content_edges.is_time(words, after, scene.unit.last) or content_edges.is_office(words, after, scene.unit.last):
        return ()
    return _following(scene, position, after)


def _following(scene: Scene, position: int, first: int) -> Content:
    words, end = scene.words, _boundary(scene, position, first)
    while end > first and (words.raw[end - 1] in PAUSES or words.raw[end - 1] in STOPS or words.raw[end - 1] == ";"):
        end -= 1
    opening = scene.quotes_from(first, first + 1)
    if opening and is_utterance(words, opening[0]):
        rest = [quote for quote in scene.quotes_from(opening[0][1], end) if quote[1] <= end]
        return (opening[0], *(quote for quote in rest if is_utterance(words, quote)))
    if words.low[first] in words.grammar.clauses.empty and (end - first == 1 or _is_broken_off(words, first, end)):
        return ()
    return ((first, end),) if words.count(first, end) >= 1 else ()


def _is_broken_off(words: TokenTable, first: int, end: int) -> bool:
    """Whether a pause follows a pronoun that says nothing: said this, | and left; not: said that, | yes, it would."""
    if words.raw[first + 1] not in PAUSES:
        return False
    inserted = words.low[first] in words.grammar.noun_phrases.complementizers
    return not (inserted and words.raw[first + 1] in words.raw[first + 2 : min(end, first + INSERTED)])


def _boundary(scene: Scene, position: int, first: int) -> int:
    """Where the content that begins at `first` ends: before the next head of the same level, or with the unit."""
    words, limit = scene.words, _relative_end(scene, position, first)
    for head in scene.heads[position + 1 :]:
        start = head.start
        if start > limit:
            break
        if start > first:
            cut = _cut(words, head, first, start)
            if cut is not None:
                return cut
    return limit


def _cut(words: TokenTable, head: ReportingClause, first: int, start: int) -> int | None:
    """Where the next head ends the content before it; `None` where it is a part of that content."""
    before = words.raw[start - 1]
    if words.low[first] in words.grammar.noun_phrases.complementizers and words.count(first, start) <= LINKS:
        return None  # said that, while | Roe proposed it, …
    if (before in PAUSES or before == ";") and (head.joined or _is_clause(words, first, start - 1)):
        return start - 1
    if words.low[start - 1] in words.grammar.clauses.conjunctions:
        comma = words.raw[start - 2] == ","
        if comma or head.joined:
            return start - 2 if comma else start - 1
    return start if head.order == "follows" and not head.passive else None


def _is_clause(words: TokenTable, first: int, last: int) -> bool:
    """Whether tokens `[first, last)` are more than an opening phrase such as "at the end of the day"."""
    if words.quoted[last - 1] or "," in words.raw[first:last]:
        return True
    grammar = words.grammar.noun_phrases
    if words.low[first + (words.low[first] in grammar.complementizers)] in words.grammar.clauses.fronted:
        return False
    verbal = ("VERB", "AUX")
    return any(
        words.pos[k] in verbal or words.low[k] in grammar.be or words.low[k] in grammar.have for k in range(first, last)
    )


def _relative_end(scene: Scene, position: int, first: int) -> int:
    """Where a relative clause ends: Roe, who says she is tired, | left."""
    words, last = scene.words, scene.unit.last
    subject = scene.heads[position].subject[0]
    if words.low[subject] not in words.grammar.clauses.subjects or subject == scene.unit.first:
        return last
    if words.raw[subject - 1] not in PAUSES and not _is_enclosed(words, scene.unit.first, subject):
        return last
    cues = {head.cue[0] for head in scene.heads[position + 1 : position + 8]}
    for index in range(first + 1, min(last - 1, first + CLAUSE)):
        verb = words.is_finite(index + 1) or (index + 1 in cues and words.form[index + 1] != "gerund")
        if verb and words.raw[index] in PAUSES and not words.quoted[index]:
            return index
    return last


def _is_enclosed(words: TokenTable, first: int, subject: int) -> bool:
    """Whether a relative clause stands in another between commas: Roe, who helped a man | who mocked it |, left."""
    subjects, near = words.grammar.clauses.subjects, range(max(first + 1, subject - CLAUSE), subject)
    return any(words.low[index] in subjects and words.raw[index - 1] in PAUSES for index in near)
