import pytest

from server.security import LOOPBACK, check_bind, judge

CHROME = "chrome-extension://" + "abcdefghijklmnop" * 2
FIREFOX = "moz-extension://0f8fad5b-d9cb-469f-a165-70867728950e"
OWN = "http://127.0.0.1:8765"

HOSTS = [
    ("127.0.0.1", True),
    ("127.0.0.1:8765", True),
    ("127.0.0.1:9", True),
    ("localhost", True),
    ("LocalHost:8765", True),
    ("[::1]", True),
    ("[::1]:8765", True),
    ("", False),
    ("evil.example", False),
    ("evil.example:8765", False),
    ("127.0.0.1.evil.example", False),
    ("localhost.evil.example", False),
    ("evil-localhost", False),
    ("localhost.", False),
    ("127.0.0.1:8765@evil.example", False),
    ("127.0.0.1, evil.example", False),
    ("127.0.0.2", False),
    ("0.0.0.0", False),  # noqa: S104 - refused, not bound
    ("192.168.1.4:8765", False),
    ("2130706433", False),
    ("0x7f.1", False),
    ("::1", False),
    ("[::]:8765", False),
    ("localhost:", False),
    ("localhost:80a", False),
    ("localhost:123456", False),
    ("localhost:８７６５", False),
    ("localhost\n", False),
]
ORIGINS = [
    # origin, Sec-Fetch-Site, may ask
    (None, None, True),
    (None, "none", True),
    (None, "same-origin", True),
    (None, "same-site", False),
    (None, "cross-site", False),
    (None, "anything", False),
    (OWN, "same-origin", True),
    (OWN, None, True),
    ("http://localhost:8765", "cross-site", False),
    ("http://127.0.0.1:3000", "same-site", False),
    ("http://127.0.0.1", "same-site", False),
    ("https://127.0.0.1:8765", "same-site", False),
    ("https://news.example", "cross-site", False),
    ("https://news.example", None, False),
    ("null", "cross-site", False),
    ("null", "none", False),
    ("", None, False),
    ("*", None, False),
    ("file://", "cross-site", False),
    (f"{OWN}, https://news.example", "cross-site", False),
    (f"{OWN}.evil.example", "cross-site", False),
    (CHROME, "cross-site", True),
    (CHROME, "none", True),
    (CHROME, None, True),
    (FIREFOX, "cross-site", True),
    (FIREFOX, "same-origin", True),
    (f"{CHROME}.evil.example", "cross-site", False),
    (f"{CHROME}/page", "cross-site", False),
    ("chrome-extension://short", "cross-site", False),
    ("moz-extension://not-a-uuid", "cross-site", False),
    (f"https://{CHROME}", "cross-site", False),
]


@pytest.mark.parametrize(("host", "known"), HOSTS)
def test_only_names_of_loopback_are_answered(host, known):
    assert judge(host, None, None, visit=False) == (None if known else "forbidden-host")


@pytest.mark.parametrize(("origin", "site", "may"), ORIGINS)
def test_only_extensions_our_own_page_and_no_browser_may_ask(origin, site, may):
    assert judge("127.0.0.1:8765", origin, site, visit=False) == (None if may else "forbidden-origin")


def test_an_unknown_host_is_refused_whatever_the_origin():
    assert judge("evil.example", CHROME, "none", visit=True) == "forbidden-host"


def test_a_link_may_open_our_page_but_not_post_to_it():
    assert judge("localhost", None, "cross-site", visit=True) is None
    assert judge("localhost", "https://news.example", "cross-site", visit=True) == "forbidden-origin"


@pytest.mark.parametrize("host", LOOPBACK)
def test_loopback_may_be_listened_on(host):
    check_bind(host)
    assert judge(f"[{host}]" if ":" in host else host, None, None, visit=False) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.7", "example.org", "", "127.0.0.2"])  # noqa: S104
def test_other_addresses_need_tokens_and_are_refused(host):
    with pytest.raises(ValueError, match="token"):
        check_bind(host)
