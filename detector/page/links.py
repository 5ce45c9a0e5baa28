"""Which links of an article lead out of its site, and where to."""

import re
from urllib.parse import urlsplit

from detector.page.metadata import Declared
from detector.settings import SETTINGS

# Below the codes of countries these are registries and no names: `co.uk`, `gov.au`, `or.jp`.
_REGISTRIES = frozenset(
    "ac ad asn co com ed edu firm gen go gob gouv gov govt gv id ind info ltd med mil mod muni name ne net nhs nic nom"
    " nsw or org ox plc police pro res sch school vic web".split()
)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+(?:[^\W\d_]{2,}|xn--[a-z0-9-]+)")
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
    none."""
    host = (_host(address) or "").rstrip(".")
    if not _HOST.fullmatch(host):
        return None
    labels = host.split(".")
    below = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _REGISTRIES
    return ".".join(labels[-3:] if below else labels[-2:])


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
