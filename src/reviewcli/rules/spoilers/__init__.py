"""Rules about what a review gives away."""
