"""Rules about people's names and the title."""
