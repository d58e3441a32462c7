"""Facts: everything that the notes hold, each with its place, and what of it a draft names."""
