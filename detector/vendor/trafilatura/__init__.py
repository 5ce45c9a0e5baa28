"""Parts of trafilatura 2.3.1; its licence stands beside this file. See `tools.make_vendor`."""
