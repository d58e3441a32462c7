"""The values that flags, config and engines share, each list declared once."""

from __future__ import annotations

from typing import Literal

Grammar = Literal["auto", "harper", "languagetool", "both", "off"]
FailOn = Literal["error", "warning", "suggestion", "never"]
SpoilerMark = Literal["callout", "details", "shortcode"]
