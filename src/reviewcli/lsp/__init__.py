"""The language server: what lint and check find, shown in an editor while somebody types.

Nothing here is imported unless `review lsp` is asked for: pygls and lsprotocol come with the extra `[lsp]`.
"""
