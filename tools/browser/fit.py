"""Whether the words on a screen fit: none cut off, none beyond its edge, none over others."""

from playwright.sync_api import Page

# what is hidden, scrolls by itself, or is read out only, is left out
SCRIPT = """(selector) => {
    const root = document.querySelector(selector);
    const edge = root.getBoundingClientRect();
    const APART = ".sr, .ticks, .sense label, svg, input, textarea, select, pre";
    const isShown = (element) => element.checkVisibility({visibilityProperty: true}) && !element.closest(APART);
    const named = (element) => `${element.localName}.${element.className}: ${element.textContent.trim().slice(0, 40)}`;
    const wrong = [];
    for (const element of root.querySelectorAll("*")) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || !isShown(element)) continue;
        const scrolls = ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
        const isCut = !scrolls && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1;
        const isBeyond = !element.closest("[tabindex='0'][role=region]")
            && (box.left < edge.left - 1 || box.right > edge.right + 1);
        if (isCut || isBeyond) wrong.push(`${isCut ? "cut" : "beyond"} ${named(element)}`);
    }
    const lines = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || !isShown(node.parentElement)) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const {left, right, top, bottom} of range.getClientRects()) lines.push({node, left, right, top, bottom});
    }
    lines.sort((a, b) => a.top - b.top);
    for (const [place, one] of lines.entries())
        for (const other of lines.slice(place + 1)) {
            if (other.top > one.bottom) break;
            const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const high = Math.min(one.bottom, other.bottom) - other.top;
            // lines of one text come nearer to each other than letters are high
            if (one.node !== other.node && wide > 2 && high > 5 && !isApart(one.node, other.node))
                wrong.push(`over ${one.node.data.trim().slice(0, 30)} | ${other.node.data.trim().slice(0, 30)}`);
        }
    /** Whether one of two texts lies in what stands before the page, as a foot that stays in view does. */
    function isApart(...nodes) {
        const [one, other] = nodes.map((node) => {
            for (let at = node.parentElement; at !== root; at = at.parentElement)
                if (["fixed", "sticky"].includes(getComputedStyle(at).position) || at.matches(".body")) return at;
            return root;
        });
        return one !== other;
    }
    return wrong;
}"""


def unfit(page: Page, selector: str = "body") -> list[str]:
    """What of the element does not fit: words that are cut off, stand beyond its edge, or lie over others."""
    return page.evaluate(SCRIPT, selector)
