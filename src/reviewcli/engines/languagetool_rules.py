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
    "ENGLISH_WORD_REPEAT_RULE": "“what it is is” is right; doubled-word speaks where it is sure",
    "DOUBLE_NEGATIVE": "“I couldn’t not love it” is right; double-degree speaks where it is sure",
    "EXTREME_ADJECTIVES": "a stronger word is taste",
    "FIRST_OF_ALL": "taste",
    "GONNA": "dialogue is quoted as it is spoken",
    "WANNA": "dialogue is quoted as it is spoken",
    "POSSESSIVE_APOSTROPHE": "the effects artist, the claims adjuster: nouns stand in front of nouns",
    "IN_1990s": "takes “in 1930s comedies” for a decade by itself",
    "APOSTROPHE_IN_DATES": "the 1950s or the 1950's is a matter of house style",
    "CAPITALIZATION_NNP_DERIVED": "takes stoic for a school of thought",
    "CONFUSION_OF_MARS_MARS": "takes the verb for the planet",
    "COLLECTIVE_NOUN_VERB_AGREEMENT_VBP": "a crowd of nuns wait or waits: both are right",
    "WERE_VBB": "were it shorter is right",
    "DIE_DICE": "a dice game is right",
    "A_LOT_OF_NN": "a lot of story is right",
    "A_UNCOUNTABLE": "a quiet intelligence is right",
    "NEITHER_NOR_SUPERFLUOUS_COMMA": "a comma is taste",
    "MONTH_OF_XXXX": "a matter of house style",
    "ON_IN_THE_AFTERNOON": "the evening news is no time of the day",
    "QUESTION_MARK": "takes statements for questions",
    "RETURN_IN_THE": "actors return in sequels",
    "FILL_OF_WITH": "snow fills half of the window",
    "IT_IS_2": "“it’s lazy storytelling” is right; confused-word speaks where it is sure",
    "IN_WHO": "“a lesson in who we were” is right",
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE": "a comma behind a short opening is taste",
    "HYPHEN_TO_EN": "dashes are a matter of house style",
    "OXFORD_SPELLING_Z_NOT_S": "-ise and -ize are both British; spelling-variant holds the house to one",
    "EN_WORD_COHERENCY": "spelling-variant speaks of two spellings of one word",
    "A_RB_NN": "a waist-deep stream, a predominantly child cast",
    "EMIGRATE_IMMIGRATE_CONFUSION": "he emigrates to London is right",
    "ECONOMICAL_ECONOMIC": "an economical performance is right",
    "OVER_COMPOUNDS": "exaggeration over sight gags: the words meet by chance",
    "THERE_S_MANY": "there’s the effects is how people write; subject-verb-agreement speaks of “there is”",
    "DID_BASEFORM": "does little detecting, as he did chained: modal-verb speaks where it is sure",
    "ON_OFF_SCREEN_HYPHEN": "onscreen and on-screen are both written",
}

# By the beginning of their ids; what follows names the dialect.
SPELLING = ("MORFOLOGIK_RULE", "HUNSPELL_RULE", "EN_CONTRACTION_SPELLING")

# Slips that need no explanation: the message says what it should be.
MECHANICAL = frozenset(
    {
        "COMMA_PARENTHESIS_WHITESPACE",
        "CONSECUTIVE_SPACES",
        "COULD_OF",
        "EN_A_VS_AN",
        "MODAL_OF",
        "SENTENCE_WHITESPACE",
        "WHITESPACE_RULE",
    }
)
