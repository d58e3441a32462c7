"""One run of lint: checks chosen and run, silencing, fixing, and what is kept of it."""
