"""Tabs of a Chromium."""

from contextlib import suppress

from playwright.sync_api import Error, Page

TRIES = 3


def close(page: Page) -> None:
    """Close a tab. Chromium never closes one that loads itself again just then, as our own pages do where the language
    changes: it is left first."""
    for _ in range(TRIES):
        with suppress(Error):  # one navigation interrupts the other
            page.goto("about:blank")
            break
    page.close()
