"""Finished reviews in the shapes of other places: diaries, site generators, search engines, tables.

A shape is one file in `formats/`, and its file's name is what a user types.
"""

from reviewcli.exchange.export._format import Asked, Format, Reviewed, all_formats, format_named

__all__ = ["Asked", "Format", "Reviewed", "all_formats", "format_named"]
