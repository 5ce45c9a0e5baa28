"""What all networks of the package have in common: what they are called, and their bare numbers for a text."""

from detector.encoder.files import ModelFiles
from detector.encoder.network import Network, Pass


class Packaged:
    """A loaded network and the files that it is from."""

    def __init__(self, files: ModelFiles, network: Network) -> None:
        self._files = files
        self._network = network
        self._head = {name: place for place, name in enumerate(files.sentence)}

    @property
    def name(self) -> str:
        """The model's name, as in its manifest."""
        return self._files.name

    @property
    def sha256(self) -> str:
        """The sha256 of the network's file."""
        return self._files.sha256

    def read(self, text: str) -> Pass:
        """The bare numbers of all heads for one text; offsets are code points of `text`."""
        return self._network.read(text)
