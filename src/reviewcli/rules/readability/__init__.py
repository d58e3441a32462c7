"""Rules about what is hard to read."""
