"""Rules about how things are written: numbers, dates, marks, spellings, scores."""
