"""Grammar engines: whole checkers of language behind one protocol, and their findings in one voice."""
