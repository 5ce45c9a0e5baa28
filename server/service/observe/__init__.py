"""Logs and metrics, without a word of a page."""
