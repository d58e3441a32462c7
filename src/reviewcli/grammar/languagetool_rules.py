"""Which of LanguageTool's rules are off, and why."""

from __future__ import annotations

CATEGORIES_OFF = {
    "STYLE": "taste; our wording rules say it, as suggestions",
    "REDUNDANCY": "taste; our wording rules say it, as suggestions",
    "REPETITIONS_STYLE": "taste; a word may come again",
    "BRITISH_ENGLISH": "a word of another English is no slip",
    "AMERICAN_ENGLISH_STYLE": "a word of another English is no slip",
    "MULTITOKEN_SPELLING": "takes names for misspelt brands",
    "TYPOGRAPHY_STYLE": "dashes and quotation marks are a matter of house style",
}

OFF = {
    "COMMA_COMPOUND_SENTENCE": "edited prose leaves this comma out as often as not",
    "COMMA_COMPOUND_SENTENCE_2": "edited prose leaves this comma out as often as not",
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE": "three sentences with one beginning are a figure of speech",
    "EN_MULTITOKEN_SPELLING_TWO": "takes names for misspelt brands",
    "EN_UNPAIRED_QUOTES": "quotation marks inside others, and over paragraphs, are how dialogue is quoted",
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE": "edited prose leaves this comma out as often as not",
    "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA": "edited prose leaves this comma out as often as not",
    "EXTREME_ADJECTIVES": "a stronger word is taste",
    "FIRST_OF_ALL": "taste",
    "GONNA": "dialogue is quoted as it is spoken",
    "WANNA": "dialogue is quoted as it is spoken",
    "ON_OFF_SCREEN_HYPHEN": "onscreen and on-screen are both written",
}

# By the beginning of their ids; what follows names the dialect.
SPELLING = ("MORFOLOGIK_RULE", "HUNSPELL_RULE", "EN_CONTRACTION_SPELLING")

# Wrong beyond doubt, with one fix that cannot change the meaning.
MECHANICAL = frozenset(
    {
        "COMMA_PARENTHESIS_WHITESPACE",
        "CONSECUTIVE_SPACES",
        "COULD_OF",
        "ENGLISH_WORD_REPEAT_RULE",
        "EN_A_VS_AN",
        "MODAL_OF",
        "SENTENCE_WHITESPACE",
        "WHITESPACE_RULE",
    }
)
