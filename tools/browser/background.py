"""The background of the extension in a Chromium."""

from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Error, Page, Worker

TRIES = 3


class Background:
    """The extension's background, which the browser puts to sleep as it likes: it is woken before it is asked.

    Playwright waits without a limit for a background that sleeps.
    """

    def __init__(self, context: BrowserContext, worker: Worker) -> None:
        self._context, self._worker = context, worker
        self._scope = f"chrome-extension://{worker.url.split('/')[2]}/"
        self._wakers: dict[Page, CDPSession] = {}

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What a script in it gives; where it fell asleep meanwhile, it is asked again, awake."""
        for _ in range(TRIES):
            self._wake()
            try:
                return self._worker.evaluate(script, argument)
            except Error as error:
                if "restarted" not in str(error):
                    raise
        raise AssertionError(f"the background fell asleep {TRIES} times over one question")

    def _wake(self) -> None:
        page = self._context.pages[0]  # a page's own session is what reaches the browser's workers
        if page not in self._wakers:
            self._wakers = {page: self._context.new_cdp_session(page)}
            self._wakers[page].send("ServiceWorker.enable")
        self._wakers[page].send("ServiceWorker.startWorker", {"scopeURL": self._scope})
