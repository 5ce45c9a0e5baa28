"""Worker processes with limits."""
