"""Layer 2: noun phrases and cue verbs."""
