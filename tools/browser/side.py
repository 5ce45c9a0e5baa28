"""The panel at the side of a Chromium's window, which Playwright does not know as a page."""

import json
import time
from typing import Any

from playwright.sync_api import CDPSession, Page


class Side:
    """The panel at the side of a window, spoken to through the browser's own session."""

    def __init__(self, cdp: CDPSession, target: str) -> None:
        self._cdp, self.target = cdp, target
        self._session = cdp.send("Target.attachToTarget", {"targetId": target, "flatten": False})["sessionId"]
        self._told: dict[int, Any] = {}
        self._asked = 0
        cdp.on("Target.receivedMessageFromTarget", self._hear)

    def _hear(self, event: dict[str, Any]) -> None:
        if event["sessionId"] == self._session:
            told = json.loads(event["message"])
            self._told[told.get("id", 0)] = told

    def send(self, page: Page, method: str, **given: Any) -> Any:
        """What the panel's target answers; some page lets the browser's events in meanwhile."""
        self._asked += 1
        message = json.dumps({"id": self._asked, "method": method, "params": given})
        self._cdp.send("Target.sendMessageToTarget", {"sessionId": self._session, "message": message})
        end = time.monotonic() + 10
        while self._asked not in self._told:
            assert time.monotonic() < end, f"{method} is not answered"
            page.wait_for_timeout(5)
        return self._told.pop(self._asked).get("result")

    def run(self, page: Page, script: str) -> Any:
        """What an expression in the panel gives."""
        held = self.send(page, "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        return held["result"].get("value")

    def wait(self, page: Page, script: str) -> Any:
        """Wait until an expression in the panel gives something true, and return it."""
        end = time.monotonic() + 10
        while not (found := self.run(page, script)):
            assert time.monotonic() < end, f"{script} gives {found!r}"
            page.wait_for_timeout(20)
        return found
