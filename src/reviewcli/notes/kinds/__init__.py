"""The kinds of review. A kind is a file here, a name in this list, and a folder of templates."""

from reviewcli.notes.kinds._kind import Kind, Row
from reviewcli.notes.kinds.album import ALBUM
from reviewcli.notes.kinds.book import BOOK
from reviewcli.notes.kinds.documentary import DOCUMENTARY
from reviewcli.notes.kinds.film import FILM
from reviewcli.notes.kinds.game import GAME
from reviewcli.notes.kinds.restaurant import RESTAURANT
from reviewcli.notes.kinds.series import SERIES
from reviewcli.notes.kinds.theatre import THEATRE

__all__ = ["KINDS", "Kind", "Row"]

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (FILM, DOCUMENTARY, SERIES, BOOK, GAME, ALBUM, THEATRE, RESTAURANT)
}
