"""Rules about stock language."""
