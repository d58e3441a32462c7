"""A draft as every check sees it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from reviewcli.document.blocks import Block, Sentence, Word
from reviewcli.document.comments import Comment
from reviewcli.document.front_matter import FrontMatter, read_front_matter, review_settings
from reviewcli.document.once import Kept, once, once_a_text
from reviewcli.document.parsed import Parsed
from reviewcli.document.sections import Section, find_title, group_sections, section_names
from reviewcli.texts.lines import Lines

if TYPE_CHECKING:
    from reviewcli.notes import Notes
    from reviewcli.notes.names import Names


class Document:
    """A source and what it holds. Everything is worked out once, when it is first asked for.

    Args:
        source: the text as decoded, without its BOM, with its line endings as they are.
        path: where it comes from, as the user named it.
        plain: whether it is plain text and not Markdown.
        notes: the notes of the review, where there are any.
        names: the names that are known; by default those of the notes and of the front matter.
    """

    def __init__(
        self,
        source: str,
        *,
        path: str | None = None,
        plain: bool = False,
        notes: Notes | None = None,
        names: Names | None = None,
    ) -> None:
        self.source = source
        self.path = path
        self.plain = plain
        self.notes = notes
        self._names = names
        self.kept: Kept = {}
        self.kept_of_text: Kept = {}

    def with_notes(self, notes: Notes | None, names: Names | None = None) -> Document:
        """The same document with other notes; what is known of the text is known of both."""
        other = Document(self.source, path=self.path, plain=self.plain, notes=notes, names=names)
        other.kept_of_text = self.kept_of_text
        return other

    @property
    def bare(self) -> Document:
        """The same document without notes, and with no names but those of its front matter."""
        return self if self.notes is None and self._names is None else self.with_notes(None)

    @property
    @once
    def names(self) -> Names:
        """Every known form of every known name."""
        if self._names is not None:
            return self._names
        from reviewcli.notes.names import names_of

        return names_of(self.notes, self.own_words)

    @property
    def own_words(self) -> tuple[str, ...]:
        """What the front matter's `review.names` and `review.words` hold."""
        return (*self._texts("names"), *self._texts("words"))

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.review_settings.get(key)
        values = value if isinstance(value, list) else [value]
        return tuple(text for text in values if isinstance(text, str) and text)

    @property
    @once_a_text
    def front_matter(self) -> FrontMatter | None:
        """The front matter, fences and all."""
        return read_front_matter(self.source)

    @property
    @once_a_text
    def review_settings(self) -> dict[str, Any]:
        """What the front matter says under `review`: notes, profile, names, words, ignore. Texts, unchecked."""
        return review_settings(self.front_matter)

    @property
    @once_a_text
    def _parsed(self) -> tuple[list[Parsed], list[Comment]]:
        start = self.front_matter.span.end if self.front_matter else 0
        if self.plain:
            from reviewcli.document.plain import read_plain

            return read_plain(self.source, start)
        from reviewcli.document.unmarked import read_unmarked

        unmarked = read_unmarked(self.source, start)
        if unmarked is not None:
            return unmarked, []
        from reviewcli.document.markdown import read_markdown

        return read_markdown(self.source, start)

    @property
    @once_a_text
    def blocks(self) -> tuple[Block, ...]:
        """Headings, paragraphs, items, footnotes and table cells that hold any text, in order."""
        parsed = self._parsed[0]
        return tuple(
            Block(block, section) for block, section in zip(parsed, section_names(parsed), strict=True)
        )

    @property
    @once_a_text
    def comments(self) -> tuple[Comment, ...]:
        """The HTML comments of the body, in order."""
        return tuple(self._parsed[1])

    @property
    @once_a_text
    def title(self) -> Block | None:
        """The heading of level 1 that opens the body."""
        return self.blocks[0] if find_title(self.blocks) is not None else None

    @property
    @once_a_text
    def sections(self) -> tuple[Section, ...]:
        """What stands under each heading, in order; the title is in none."""
        return group_sections(self.blocks, len(self.source))

    @property
    @once_a_text
    def prose(self) -> tuple[Block, ...]:
        """The blocks that hold sentences: paragraphs, items and footnotes, also in block quotes."""
        return tuple(block for block in self.blocks if block.is_prose)

    @property
    @once_a_text
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the prose, in order."""
        return tuple(sentence for block in self.prose for sentence in block.sentences)

    @property
    @once_a_text
    def words(self) -> tuple[Word, ...]:
        """The words of the prose, in order."""
        return tuple(word for block in self.prose for word in block.words)

    @property
    @once_a_text
    def lines(self) -> Lines:
        """The lines of the source."""
        return Lines(self.source)

    def section_at(self, offset: int) -> str | None:
        """The name of the section that an offset of the source stands in."""
        after = bisect_right(self.sections, offset, key=lambda section: section.span.start)
        return self.sections[after - 1].name if after else None
