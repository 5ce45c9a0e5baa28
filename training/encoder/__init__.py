"""Trains Undertone's network: one small encoder, many heads over one pass. Offline only, never imported by the product.

`python -m training.encoder --data FOLDER --out FOLDER` does the whole way: examples, intermediate stage, final stage,
seeds averaged, figures, article weights, export. See `config.toml` for every number.
"""
