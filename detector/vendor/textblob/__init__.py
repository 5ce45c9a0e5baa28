"""Parts of textblob 0.20.1; its licence stands beside this file. See `tools.make_vendor`."""
