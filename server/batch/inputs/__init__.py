"""From archives, tables and folders to rows."""
