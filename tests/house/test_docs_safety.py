"""Every promise of the page on safety names tests that there are."""

from __future__ import annotations

import re

from program import ROOT

PAGE = (ROOT / "docs" / "safety.md").read_text(encoding="utf-8")


def test_every_promise_names_a_test_that_there_is() -> None:
    promises = re.split(r"\n- ", PAGE)[1:]
    assert len(promises) > 15
    for promise in promises:
        files = re.findall(r"`(tests/[\w/]+\.py)`", promise)
        assert files, promise
        texts = "".join((ROOT / file).read_text(encoding="utf-8") for file in files)
        for name in re.findall(r"`(test_\w+)`", promise):
            assert f"def {name}(" in texts, name
