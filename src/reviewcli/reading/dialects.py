"""The kinds of English that a text may keep to."""

from typing import Literal

Dialect = Literal["en-US", "en-GB", "en-AU", "en-CA", "en-IN"]
