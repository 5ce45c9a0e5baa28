"""What works the rows off: processes of this machine, or a cluster."""
