"""Who may ask: hosts, origins, pairing and tokens."""
