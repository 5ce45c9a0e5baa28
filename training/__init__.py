"""Offline only: data to models, and measurement; never imported by the product."""

import detector  # noqa: F401 - before anything else, since it keeps the libraries from reporting to their makers
