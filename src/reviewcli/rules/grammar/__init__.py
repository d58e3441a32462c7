"""Rules about slips of the hand."""
