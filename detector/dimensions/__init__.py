"""What is judged: a folder for each dimension, which finds and scores; `registry` lists them."""
