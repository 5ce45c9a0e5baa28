"""Measurement of the product on labelled data."""
