"""Takes nodes out of a tree, or puts others in their place, in a time that does not grow with what stands beside them.

BeautifulSoup finds a node's place by walking over all nodes before it, which for many nodes of one element grows with
the square of their number.
"""

from collections.abc import Sequence

from bs4 import Tag
from bs4.element import PageElement


class Siblings:
    """The places of nodes in their parents. Between calls nobody else may change what a parent holds, but inside a node
    that was put in; within one parent, nodes are handed over in the order of the document."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Tag, dict[int, int]]] = {}
        self._moved: dict[int, int] = {}

    def replace(self, node: PageElement, others: Sequence[PageElement] = ()) -> None:
        """Put `others` in the place of `node`; without any, take it out. A node that stands nowhere stays as it is."""
        parent = node.parent
        if parent is None:
            return
        key = id(parent)
        if key not in self._known:  # the parent is kept, so that no other can have its id
            self._known[key] = parent, {id(child): place for place, child in enumerate(parent.contents)}
        place = self._known[key][1][id(node)] + self._moved.get(key, 0)
        node.extract(_self_index=place)
        parent.insert(place, *others)
        self._moved[key] = self._moved.get(key, 0) + len(others) - 1

    def remove(self, tag: Tag) -> None:
        """Take out an element and all that it holds, for good."""
        self.replace(tag)
        tag.decompose()
