"""Rules about what a text states of the work, compared with the notes."""
