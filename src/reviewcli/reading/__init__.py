"""What a draft says: names, claims, outline, phrases, readability, words."""
