"""Notes to drafts, drafts to findings: the library behind the `review` command."""

__version__ = "0.1.0"
