"""YAML with the place of every value: read, repaired, written."""
