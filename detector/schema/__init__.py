"""The report, once: its Python values, its wire form and its published schema."""
