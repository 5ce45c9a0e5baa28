"""The words that a screen shows or reads out, and what in them is no word: a value that is none, a place not filled."""

import re

from playwright.sync_api import Page

# texts that can be seen, names and descriptions, and what fields hold of one line; in open shadow roots too
TEXTS = """() => {
    const told = [document.title];
    const roots = [document];
    for (const root of roots) {
        const walker = document.createTreeWalker(root.body ?? root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const {data, parentElement: parent} = walker.currentNode;
            if (!data.trim() || parent?.closest("script, style, template")) continue;
            if (!parent || parent.localName === "title" || parent.checkVisibility()) told.push(data);
        }
        for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) roots.push(element.shadowRoot);
            for (const name of ["title", "alt", "placeholder", "aria-label", "aria-description", "aria-valuetext"])
                if (element.hasAttribute(name)) told.push(element.getAttribute(name));
            if (element.matches("input")) told.push(element.value);
        }
    }
    return told;
}"""
UNFILLED = re.compile(
    r"""\b(?:NaN|undefined|null|Infinity)\b
    | \[object\ \w+\]
    | \{[\w.]*\}            # {name}
    | \$\w+\$              # $NAME$
    | %[sd]\b | %\(\w+\)
    | __MSG_
    | \b[a-z]+(?:_[a-z0-9]+)+\b  # the name of a text that there is none of
    """,
    re.VERBOSE,
)


def unfilled(page: Page) -> list[str]:
    """The texts of a page, title and panel included, that hold a value that is none or a place that was not filled."""
    return [text.strip() for text in page.evaluate(TEXTS) if UNFILLED.search(text)]
