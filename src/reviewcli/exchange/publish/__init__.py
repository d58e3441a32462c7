"""Drafts for readers: what only the writer needs taken out, and other forms than Markdown."""
