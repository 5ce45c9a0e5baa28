"""Everything that belongs to one language, a folder each."""
