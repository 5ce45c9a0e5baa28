"""What is read of a page: limits, and which of its pieces are the article."""

from collections.abc import Mapping

from detector.settings.table import Table


class PageSettings(Table, frozen=True):
    """Limits of a page, when it is an article, what is text at all, and when it is cut short."""

    max_characters: int
    max_depth: int
    depth_slack: int
    max_tags: int
    max_attributes: int
    attributes_length: int
    max_reopened: int
    max_text: int
    max_article: int
    max_url: int
    max_label: int
    max_title: int
    max_headings: int
    max_name: int
    max_names: int
    max_head_tags: int
    max_head: int
    max_script: int
    max_objects: int
    article_threshold: float
    prescan: int
    sample: int
    sample_before: int
    legible: int
    control_share: float
    controls: int
    paywall_body: int
    paywall_demand: int
    date_line: int
    first_year: int
    last_year: int
    byline_line: int
    byline_words: int
    name_words: int
    name_length: int
    site_article: int


class ExtractionSettings(Table, frozen=True):
    """Which pieces of a page are its article, and what inside its column is not."""

    paragraph: int
    fuzzy: int
    hidden_weight: float
    no_sentence: float
    column: float
    prose_linked: float
    sentence: int
    section: int
    article: int
    whole_column: float
    most: float
    home: float
    nested: int
    seen: float
    beside: float
    technical: float
    note: int
    short: int
    call: int
    linked: float
    frame: float
    linked_body: float
    line_words: int
    line_letters: int
    heading_words: int
    call_words: int
    credit_words: int
    label_words: int
    dated: int


class PageHeadlineSettings(Table, frozen=True):
    """Which words of a page are its headline."""

    like: float
    contained: float
    title_trust: float
    headline_words: int
    kicker_words: int
    above: int
    standfirst_words: int
    standfirst_longest: int
    below: int
    tail_words: int


class ArticleKindSettings(Table, frozen=True):
    """From which measure on a page shows each sign of an article, and what each sign weighs in log-odds."""

    some_text: int
    long_text: int
    paragraph: int
    paragraphs: int
    whole_sentences: float
    most_of_page: float
    page_of_links: float
    text_of_links: float
    linked_headings: int
    linked_heading: float
    headline_words: int
    card_depth: int
    cards: float
    weights: Mapping[str, float]
