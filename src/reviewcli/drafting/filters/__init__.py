"""The filters of templates. Each is small, does one thing, and shows it in its docstring (which is tested).

Those that need to know what the draft has said before take Jinja's context and find the `Pen` in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reviewcli.drafting.choosing import within
from reviewcli.drafting.filters import facts, layout, prose
from reviewcli.drafting.spoilers import spoilers
from reviewcli.drafting.tags import plain

_FUNCTIONS = (
    facts.italic, facts.title_in_heading, facts.listed, facts.full_names, facts.fact, facts.source,
    facts.one_line, facts.score, facts.with_roles, facts.departments, facts.prizes,
    facts.counted, facts.day, facts.without_points,
    prose.possessive, prose.names, prose.prose, prose.paragraph, prose.themes, prose.compared, prose.for_whom,
    prose.title_of_work, prose.made_by,
    layout.section, layout.or_todo, layout.then, layout.paragraphs, within, layout.only, layout.without,
    spoilers, plain,
)  # fmt: skip
FILTERS: Mapping[str, Callable[..., Any]] = {function.__name__: function for function in _FUNCTIONS}
TESTS: Mapping[str, Callable[..., bool]] = {"same_people_as": facts.same_people_as}
