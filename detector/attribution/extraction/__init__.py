"""Layer 4: who is given which words, by rules and by the tagger, and both merged."""
