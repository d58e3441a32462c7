"""What a person set: config, flags, word lists."""
