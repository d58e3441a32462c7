"""The values that flags, config and engines share, each list declared once."""

from __future__ import annotations

from typing import Literal

Grammar = Literal["auto", "harper", "languagetool", "both", "off"]
# Engines by the beginning of their findings' ids, and how people are told of them.
ENGINES = {"harper": "Harper", "languagetool": "LanguageTool"}
Dialect = Literal["en-US", "en-GB", "en-AU", "en-CA", "en-IN"]
Level = Literal["error", "warning", "suggestion"]
FailOn = Literal["error", "warning", "suggestion", "never"]
SpoilerMark = Literal["callout", "details", "shortcode"]
Format = Literal["text", "compact", "json", "jsonl", "github", "sarif", "html"]
