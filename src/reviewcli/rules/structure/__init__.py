"""Rules about the parts of a review: what is missing, too long or out of order."""
