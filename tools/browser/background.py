"""The background of the extension in a Chromium."""

from typing import Any

from playwright.sync_api import Error, Worker


class Background:
    """The extension's background, which the browser puts to sleep and wakes as it likes."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What a script in it gives; where it slept until it was asked, it is asked again, awake."""
        try:
            return self._worker.evaluate(script, argument)
        except Error as error:
            if "restarted" not in str(error):
                raise
            return self._worker.evaluate(script, argument)
