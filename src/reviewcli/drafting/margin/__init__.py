"""An editor's margin: what changed in the notes since a draft last saw them, marked beside its text."""
