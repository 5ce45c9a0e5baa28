"""The addresses of the service and their schema."""
