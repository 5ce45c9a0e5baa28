"""Layer 6: whom the story is about, and the camp of each source."""
