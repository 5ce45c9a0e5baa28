"""Offline only: data to models, and measurement; never imported by the product."""
