"""What a batch writes, and where it stands."""
