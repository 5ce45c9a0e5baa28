"""Real browsers, the stage they play on, and what is measured and pictured there."""
