"""Tests of the service and the command line."""
