import pytest

from server.problems import Problem
from server.service.auth.security import Caller, check_bind, judge, known_hosts, must_show_token
from server.settings import LOOPBACK, ServerSettings

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


def code_of(*asked, **how):
    """The code of the problem with a caller, or `None` where it may ask."""
    try:
        judge(*asked, **how)
    except Problem as problem:
        return problem.code
    return None


@pytest.mark.parametrize(("host", "known"), HOSTS)
def test_only_names_of_loopback_are_answered(host, known):
    assert code_of(host, None, None, visit=False) == (None if known else "forbidden-host")


@pytest.mark.parametrize(("origin", "site", "may"), ORIGINS)
def test_only_extensions_our_own_page_and_no_browser_may_ask(origin, site, may):
    assert code_of("127.0.0.1:8765", origin, site, visit=False) == (None if may else "forbidden-origin")


@pytest.mark.parametrize(
    ("origin", "site", "visit", "caller"),
    [
        (None, None, False, Caller.PROGRAM),
        (None, "same-origin", False, Caller.PAGE),
        (OWN, "same-origin", False, Caller.PAGE),
        (None, "cross-site", True, Caller.VISITOR),
        (None, "none", True, Caller.VISITOR),
        (None, "none", False, Caller.EXTENSION),
        (CHROME, None, False, Caller.EXTENSION),
        (FIREFOX, "same-origin", False, Caller.EXTENSION),
    ],
)
def test_each_caller_is_known_for_what_it_is(origin, site, visit, caller):
    assert judge("127.0.0.1:8765", origin, site, visit=visit) is caller


def test_an_unknown_host_is_refused_whatever_the_origin():
    assert code_of("evil.example", CHROME, "none", visit=True) == "forbidden-host"


def test_a_link_may_open_our_page_but_not_post_to_it():
    assert code_of("localhost", None, "cross-site", visit=True) is None
    assert code_of("localhost", "https://news.example", "cross-site", visit=True) == "forbidden-origin"


@pytest.mark.parametrize("host", LOOPBACK)
def test_loopback_may_be_listened_on_and_is_not_guarded(host):
    check_bind(host, ())
    assert not ServerSettings(host=host).is_guarded
    assert code_of(f"[{host}]" if ":" in host else host, None, None, visit=False) is None


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104 - refused, not bound
def test_to_listen_everywhere_a_name_must_be_given(host):
    with pytest.raises(ValueError, match="--allow-host"):
        check_bind(host, ())
    check_bind(host, ("undertone.example",))


@pytest.mark.parametrize("name", ["https://a.example", "a.example:8443", "a.example/", "*", "", " a", "ä.example"])
def test_a_name_is_given_bare(name):
    with pytest.raises(ValueError, match="bare"):
        check_bind("127.0.0.1", (name,))


@pytest.mark.parametrize("name", ["a.example", "192.168.1.4", "[fe80::1]", "fe80::1", "host_1"])
def test_a_bare_name_is_known(name):
    check_bind("127.0.0.1", (name,))
    host = f"[{name}]" if ":" in name and "[" not in name else name
    assert code_of(f"{host}:8765", None, None, visit=False, hosts=known_hosts(ServerSettings(names=(name,)))) is None


NAMED = ServerSettings(host="0.0.0.0", names=("Undertone.Example",))  # noqa: S104 - not bound


@pytest.mark.parametrize(
    ("host", "origin", "code"),
    [
        ("undertone.example", None, None),
        ("UNDERTONE.example:443", None, None),
        ("undertone.example", "https://undertone.example", None),
        ("undertone.example:8765", "http://undertone.example:8765", None),
        ("undertone.example", "https://other.example", "forbidden-origin"),
        ("other.example", None, "forbidden-host"),
        ("undertone.example.evil.example", None, "forbidden-host"),
        ("0.0.0.0:8765", None, "forbidden-host"),
        ("127.0.0.1:8765", None, None),
    ],
)
def test_a_named_server_is_asked_by_its_names_alone(host, origin, code):
    assert code_of(host, origin, None, visit=False, hosts=known_hosts(NAMED)) == code


@pytest.mark.parametrize(
    "settings",
    [
        NAMED,
        ServerSettings(host="192.168.0.7"),
        ServerSettings(names=("a.example",)),
        ServerSettings(require_token=True),
    ],
)
def test_a_server_that_can_be_asked_from_elsewhere_is_guarded(settings):
    assert settings.is_guarded


@pytest.mark.parametrize("caller", Caller)
@pytest.mark.parametrize("guarded", [True, False])
def test_everybody_needs_a_token_for_a_guarded_server_and_extensions_for_any(caller, guarded):
    needed = guarded or caller is Caller.EXTENSION
    assert must_show_token(caller, "/v1/rules", guarded=guarded) == needed
    assert not must_show_token(caller, "/readyz", guarded=guarded)
