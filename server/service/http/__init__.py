"""Connections and bodies: the listening server."""
