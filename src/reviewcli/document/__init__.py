"""Documents: what a draft says, piece by piece, each of which knows where it stands in the source."""

from reviewcli.document.blocks import Block, Passage, Sentence, Word
from reviewcli.document.comments import Comment
from reviewcli.document.document import Document
from reviewcli.document.front_matter import FrontMatter
from reviewcli.document.once import once, once_a_text
from reviewcli.document.parsed import BlockKind
from reviewcli.document.sections import Section
from reviewcli.document.source_map import PLACEHOLDER

__all__ = [
    "PLACEHOLDER",
    "Block",
    "BlockKind",
    "Comment",
    "Document",
    "FrontMatter",
    "Passage",
    "Section",
    "Sentence",
    "Word",
    "once",
    "once_a_text",
]
