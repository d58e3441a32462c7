"""What several kinds ask in the same words."""

from __future__ import annotations

from reviewcli.notes.kinds._kind import Row

FIRST_RELEASE = Row("year", "In which year did it first come out?", "of the first release")
CAST = Row("cast", "Who plays whom? NAME as ROLE, leads first.", "leads first, one a line: - NAME as ROLE")
STRENGTHS = Row("critique.strengths", "What holds, and why?", "what holds, and why")
WEAKNESSES = Row("critique.weaknesses", "What does not, and where?", "what does not, and where")
SPOILERS = Row("spoilers", "What must the review not tell?", "what no review may tell: lint looks out for it")
VERDICT = Row("verdict", "Your judgement, in a sentence or two?", "your judgement, in a sentence or two")
SCORE = Row("score", "Your score, with its scale?", "in your own scale: 4.5/5, 9/10, B+, ★★★½")
