"""Layer 3: named entities: names, their types, titles, roles and aliases, and the gazetteer."""
