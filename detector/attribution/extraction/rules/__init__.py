"""Quotations by rules: reporting clauses, their subjects and their content."""
