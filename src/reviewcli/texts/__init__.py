"""Files, YAML, errors, findings, and what is stored: what every room rests on."""
