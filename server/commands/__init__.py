"""The commands of `undertone`, a module for each group; `server/cli.py` registers them."""
