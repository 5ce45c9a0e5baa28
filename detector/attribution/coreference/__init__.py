"""Layer 5: which mentions are one entity (coreference)."""
