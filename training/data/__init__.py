"""Labelled sets as examples."""
