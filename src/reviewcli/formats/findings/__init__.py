"""The formats of findings: the name of a file is what `--output-format` takes."""
