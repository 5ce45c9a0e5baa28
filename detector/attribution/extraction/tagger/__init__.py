"""Quotations by a conditional random field, and what of them is kept."""
