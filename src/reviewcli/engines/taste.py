"""What an engine says of grammar that is taste, or that the next words show to be wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewcli.engines.marks import Mark
from reviewcli.engines.words import text_before, words_in

_OPENERS_WITHOUT_COMMA = frozenset(["instead", "otherwise", "thus", "hence", "still", "indeed", "then"])
_SEEING = frozenset(
    """see sees saw seen seeing watch watches watched watching hear hears heard hearing feel feels felt make makes made
    making let lets letting help helps helped have has had insist insists insisted demand demands suggest suggests
    bid bids find finds found""".split()
)
_SOON = 6


def is_taste(text: str, mark: Mark) -> bool:
    """Whether what is marked is right as it is."""
    marked = text[mark.start : mark.end]
    if "«" in marked or "»" in marked:
        return True  # the spaces of French quotation marks
    if marked.strip() in ("(", ")") and text[max(mark.start - 1, 0) : mark.start] in (":", ";"):
        return True  # a face: :(
    if mark.rule == "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA":
        return marked.lower() in _OPENERS_WITHOUT_COMMA
    if mark.rule == "A_NNS":
        return (marked[-1:].isalpha() and marked.split()[-1][:1].isupper()) or marked.endswith("ties")
    if mark.rule.startswith("EN_COMPOUNDS_") and "-" in marked:
        # A hyphen that a dictionary leaves out by now: bio-pic, die-hard.
        return any(it.lower() == marked.lower().replace("-", "") for it in mark.replacements)
    if mark.rule in ("The", "There", "MultipleSequentialPronouns"):
        return text[mark.end : mark.end + 1] == "-"  # the re-teaming, my He-Man
    follows = _AFTER.get(mark.rule)
    return follows is not None and follows(words_in(text_before(text, mark.start)))


# Rules that are wrong after certain words.
_AFTER: Mapping[str, Callable[[list[str]], bool]] = {
    "HE_VERB_AGR": lambda words: not _SEEING.isdisjoint(word.lower() for word in words[-_SOON:]),
    "AGREEMENT_SENT_START": lambda words: any(word[:1].isupper() for word in words[-1:]),
    "ThereToTheir": lambda words: words[-1:] in (["Aren't"], ["aren't"], ["Isn't"], ["isn't"]),
}
