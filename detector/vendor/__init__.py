"""Parts of other projects, unchanged but for their imports: see `tools.make_vendor`, which writes them."""
