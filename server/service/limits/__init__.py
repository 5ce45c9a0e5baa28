"""What keeps the load bounded: the answer cache, and what services share."""
