"""Rules about who speaks, and in which tense."""
