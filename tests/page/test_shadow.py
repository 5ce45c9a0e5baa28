"""Declarative shadow roots are read as what a browser shows."""

from detector.page import dom, read_page
from detector.page.shadow import opened
from tests.page.test_extraction import STORY
from tests.page.test_page import assert_exact

SIDE = "<aside><h3>Most read</h3><ul><li><a href=/a>Ferry breaks down again</a></li></ul></aside>"


def test_a_story_in_a_shadow_root_is_read_beside_a_side_column():
    story = "".join(f"<p>{line}</p>" for line in STORY)
    article = read_page(
        f"<html><head><title>Council hid it</title></head><body><main><x-story><template shadowrootmode=open>"
        f"<section>{story}</section></template><h1>Council hid it</h1></x-story></main>{SIDE}</body></html>"
    )
    assert article.text == "\n\n".join(["Council hid it", *STORY])
    assert_exact(article)


def test_other_templates_stay_out_of_sight():
    inner = "<i>c</i><template>d</template>"
    html = f"<p>a</p><template><p>b</p></template><x-a><template shadowrootmode=closed>{inner}</template></x-a>e"
    assert dom.parse(html).stream == "ace"


def test_markup_without_shadow_roots_is_left_as_it_is():
    html = "<template><p>a</p></template></template><p>shadow</p>"
    assert opened(html) is html
    assert opened("</template><template shadowrootmode=open>x") == "</template><shadow-root>x"
