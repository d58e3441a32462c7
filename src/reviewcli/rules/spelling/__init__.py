"""Rules about words that are spelt as others are."""
