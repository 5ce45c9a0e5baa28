"""What Undertone is called where Python packages are listed, and which version of it is installed."""

from importlib.metadata import version

NAME = "undertone-news"  # the name without the ending is another project's


def release() -> str:
    """The version that is installed, such as `0.1.0`. Raises `PackageNotFoundError` where none is."""
    return version(NAME)
