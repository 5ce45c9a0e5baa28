"""Which links of an article lead out of its site, and where to."""

from urllib.parse import urlsplit

from courlan import extract_domain

from detector.page.metadata import Declared
from detector.settings import SETTINGS

# On these a link to a post may be a source; a profile of one word or a form that shares the page is none.
_SOCIAL = frozenset(
    "facebook.com twitter.com x.com instagram.com linkedin.com pinterest.com reddit.com threads.net threads.com"
    " bsky.app tiktok.com tumblr.com vk.com whatsapp.com wa.me t.me telegram.me".split()
)
_SHARING = frozenset(
    "share sharer sharer.php sharearticle sharing intent submit send dialog pin widgets hashtag cws home".split()
)


def home(url: str | None, declared: Declared) -> frozenset[str]:
    """The sites that are the page's own: that of its address, and those of the addresses its head declares. A host that
    is not registered, on a desk's own network, stands for itself."""
    addresses = (url or "", *declared.addresses)
    return frozenset(own for address in addresses if (own := site_of(address) or _host(address)))


def site_of(address: str) -> str | None:
    """The registered host of a web address (`news.bbc.co.uk` gives `bbc.co.uk`), lower case; `None` where there is
    none. The list of public suffixes is that of the `tld` package."""
    if not _host(address):
        return None
    address = address.strip()[: SETTINGS.page.max_url]
    found = extract_domain(f"https:{address}" if address.startswith("//") else address)
    return found.lower() if found else None


def _host(address: str) -> str | None:
    try:
        parts = urlsplit(address.strip()[: SETTINGS.page.max_url])
        return parts.hostname if parts.scheme in ("http", "https", "") else None
    except ValueError:  # brackets that are no address of a computer
        return None


def leads_to(address: str, own: frozenset[str]) -> str | None:
    """The other site that an `href` leads to; `None` for links within `own`, to share the page, to profiles."""
    site = site_of(address)
    return None if site is None or site in own or (site in _SOCIAL and not _is_post(address)) else site


def _is_post(address: str) -> bool:
    path = [part.lower() for part in urlsplit(address.strip()).path.split("/") if part]
    return len(path) > 1 and path[0] not in _SHARING
