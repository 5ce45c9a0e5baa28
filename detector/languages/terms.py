"""The terms of pages: what a language's `page_terms.toml` says of what stands beside an article."""

import re
from dataclasses import dataclass, fields

from detector.errors import reading
from detector.languages.parts import table


@dataclass(frozen=True, slots=True, eq=False)
class PageTerms:
    """What stands on a page beside the article, as regular expressions without groups, matched whatever the case.

    Class names of boxes, captions, standfirsts, words of slugs; pieces that point elsewhere, that give credit, are
    notes of the editors, or call the reader; words of dates, the twelve months, what stands behind the figure of a day
    and before a month, words for a change and for publication; demands to subscribe; words about the page itself;
    labels before a headline; what is no author's name, words of roles and accounts, what stands before, behind and
    between names, and how a paragraph begins that is a byline; addresses of lists; words that mark each genre,
    `opinion` to `satire`. `disclaimers` say whose views a text holds, `biographies` that its author is no reporter,
    `announcements` that an organisation speaks of itself, `payments` that somebody paid for it; `guides` are their
    headlines.
    """

    boxes: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    slugs: tuple[str, ...] = ()
    standfirsts: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    before_months: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    demands: tuple[str, ...] = ()
    technical: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    no_names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    before_names: tuple[str, ...] = ()
    after_names: tuple[str, ...] = ()
    between_names: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    opinion: tuple[str, ...] = ()
    analysis: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    interview: tuple[str, ...] = ()
    release: tuple[str, ...] = ()
    sponsored: tuple[str, ...] = ()
    satire: tuple[str, ...] = ()
    disclaimers: tuple[str, ...] = ()
    biographies: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    announcements: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()

    def together(self, other: "PageTerms") -> "PageTerms":
        """The terms of both."""
        return PageTerms(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(PageTerms)))


def page_terms(code: str) -> PageTerms:
    """Read `page_terms.toml`. Raises `DataError`."""
    data = table(code, "page_terms.toml")
    with reading("page_terms.toml"):
        terms = {name: tuple(text.split() if isinstance(text, str) else text) for name, text in data.items()}
        for pattern in (pattern for patterns in terms.values() for pattern in patterns):
            re.compile(pattern)
        return PageTerms(**terms)
