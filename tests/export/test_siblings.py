"""Nodes go and others come in their place, whatever stands beside them."""

from bs4 import BeautifulSoup, NavigableString

from detector.export.siblings import Siblings


def test_nodes_are_replaced_one_after_the_other():
    soup = BeautifulSoup("<p>a<b>b</b>c<i>d</i>e</p>", "html.parser")
    siblings, nodes = Siblings(), list(soup.p.contents)
    siblings.replace(nodes[0], [NavigableString("1"), soup.new_tag("u", string="2")])
    siblings.remove(nodes[1])
    siblings.replace(nodes[4], [NavigableString("5")])
    assert str(soup) == "<p>1<u>2</u>c<i>d</i>5</p>"
    assert [str(text) for text in soup.find_all(string=True)] == ["1", "2", "c", "d", "5"]


def test_a_node_that_stands_nowhere_stays_as_it_is():
    alone = NavigableString("a")
    Siblings().replace(alone, [NavigableString("b")])
    assert alone == "a"
