"""Training of the tagger of `detector.attribution`; never imported by the product."""
