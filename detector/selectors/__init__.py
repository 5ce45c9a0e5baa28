"""From findings to W3C selectors, and from selectors back to words in a text that may have changed."""
