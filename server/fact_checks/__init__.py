"""Published fact-checks (schema.org ClaimReview) on the reader's own machine: read from files, kept in one SQLite file,
found again by words and by the encoder's vectors. Nothing is fetched."""
