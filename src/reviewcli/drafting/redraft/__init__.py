"""Notes that changed after their draft was edited: what is not in it yet, and how it gets there."""
