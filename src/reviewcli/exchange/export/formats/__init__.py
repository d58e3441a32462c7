"""The shapes that reviews can be exported in, one file each, with a `FORMAT` in it; nothing else is touched."""
