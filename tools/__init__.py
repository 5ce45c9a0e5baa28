"""What only developers run; never imported by the product."""
