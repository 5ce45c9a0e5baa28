"""Layer 1: the tokens of an article as columns, and the values that layers hand on."""
