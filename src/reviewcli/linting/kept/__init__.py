"""What a run remembers for the next one: whole results by content, and an engine's raw findings by paragraph.

Everything here may be lost at any time: what cannot be read or written is worked out again, and nobody is told.
"""
