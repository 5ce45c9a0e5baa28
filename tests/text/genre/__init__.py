"""Tests of what sort of text an article is."""
