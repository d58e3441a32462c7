"""Where sentences end."""

from __future__ import annotations

import pytest

from reviewcli.document import Document

# A bar marks the end of a sentence; it stands for a space.
SENTENCES = """
Dr. Strangelove is a comedy.|It runs long.
In Dr. Who the doctor is a name.|Mr. & Mrs. Smith opens in an office.
Warner Bros. Pictures released it.|It was made at Warner Bros.|The studio hated it.
The U.S. Army refused.|He moved to the U.S.|He never came back.
Kill Bill: Vol. 2 ends it.|Vol. II is better.|See pp. 3-4 in vol. 2.
Mambo No. 5 plays, the no. 1 hit.|Is it good?|No.|It is not.
Robert Downey Jr. plays Holmes.|With Robert Downey Jr.|Law is the doctor.|It opens on Martin Luther King Jr. Day.
J. J. Abrams directs.|J.J. Abrams directs O. J. Simpson.|T.S. Eliot met W. H. Auden.
It starts at 9 a.m. Friday.|It ends at 11 p.m.|We left.
Wait… the end is near.|He paused...|Then he left the room.|This... this is it.
It's... Batman.
“Where’s my coat?” he asks.|“Come on!” Batman growls.|Nothing moves.
She said, “It is over.”|The lights went out.|"Good morning!"|She says nothing.
“Shoot him!” is sensible.|The “Where are they now?” kind of exposé.
He left.|(She stayed.)|The end came.
The film (it is long. Very long.) ends.|Some like it (not me!).|Others do not.
*Airplane!* is a comedy.|*O Brother, Where Art Thou?* opens on a chain gang.
In *Airplane!* Leslie Nielsen plays a doctor.|I love *Airplane!*|The jokes land.
*E.T. The Extra-Terrestrial* is lovely.|It beats *It! The Terror from Beyond Space* by miles.
*Yes, I called the novel bad.|Stay with me.*
The film ended.The next one began.=The film ended.|The next one began.
Ex-cop Fung is in.|Granny Ruth kicks in.|No small feat.|I liked it.
It earns 3.5/4 stars.|It cost $4.5 million.|It was 1984.|Nobody cared.
Yahoo! News ran it.|Will.i.am sang.|Node.js did not.
He drew it -- badly.|It hurts — a lot.|One; two; three.
He is a Ph.D. student.|The St. Louis scenes work.|Sgt. Pepper met Lt. Col. Frank Slade.
Is it good?!|Yes!!!|It is.
He grades it a solid B.|Critics agreed.|So do I.|Jonze agrees.|Take vitamin C.
The film stars Tom Hanks, Meg Ryan, etc.|Critics loved it.
Great!|😀 The next.|A fine 🎬.|Done.
The film ends.|it just stops.
Monsters, Inc. is a comedy.|It beat Foxcatcher vs. the Avengers.
L’Avventura.|Élodie stays.|«Non.»|Œuvre.
A line that is wrapped.|By hand.
戦争が終わった。もう一度見る。=戦争が終わった。|もう一度見る。
A stop at the end of a link.|[Next](http://x.y/a.B).|`code.py` runs.
Directed by Spike Jonze  \\nStarring Joaquin Phoenix=Directed by Spike Jonze|Starring Joaquin Phoenix
A verse that goes  \\non in small letters.
Really?...|Yes.
"""
CASES = [line for line in SENTENCES.splitlines() if line]


@pytest.mark.parametrize("line", CASES)
def test_sentences_end_where_a_reader_says(line: str) -> None:
    given, _, expected = line.partition("=")
    source = given.replace("|", " ").replace("\\n", "\n")
    wanted = Document((expected or given).replace("\\n", "\n"))
    texts = [sentence.text for sentence in Document(source).sentences]
    assert texts == wanted.blocks[0].text.split("|")


def test_every_stop_of_a_title_in_italics_is_the_titles_own() -> None:
    assert len(Document("We saw *Good Night, and Good Luck.* in May.").sentences) == 1
    assert len(Document("We saw *Mother!* and *Who? What? When?* in May.").sentences) == 1


def test_marks_alone_belong_to_the_sentence_before() -> None:
    assert [sentence.text for sentence in Document("It ends. * * *").sentences] == ["It ends. * * *"]
    assert [sentence.text for sentence in Document("...").sentences] == ["..."]


def test_headings_and_cells_hold_no_sentences_of_the_prose() -> None:
    document = Document("# What? No! Yes.\n\nText.\n\n|a. B|\n|-|\n")
    assert [sentence.text for sentence in document.sentences] == ["Text."]
    assert [sentence.text for sentence in document.blocks[0].sentences] == ["What? No! Yes."]


# Quotations

QUOTED = """
He says ⟦“Good soldier.”⟧ and leaves.
He says ⟦"Good soldier."⟧ and ⟦"I spent years. Good ones."⟧ too.
He says ⟦'go away'⟧ and leaves; the actors' work and the film's end do not.
He says ⟦‘go away’⟧ and the actors’ work, ‘90s style, rock ‘n’ roll.
An unclosed “mark. And ⟦“another.”⟧ The end.
An unclosed "mark. And ⟦"another."⟧ The end.
'Neath the skies of the '70s, the actors' eyes 'til dawn.
A 12" record and a 6'2" man.
⟦“He told me ‘no’ twice.”⟧ Then ⟦"he said 'yes'"⟧.
⟦„Gute Nacht“⟧ and ⟦« bonne nuit »⟧.
(⟦"Yes,"⟧) she said—⟦"no"⟧.
Don't can't won't rock 'n' roll.
⟦‘The actors’ cut,’⟧ they call it.
"Nobody ever closes this one.
"""


@pytest.mark.parametrize("line", [line for line in QUOTED.splitlines() if line])
def test_quotations_are_told_from_apostrophes(line: str) -> None:
    block = Document(line.replace("⟦", "").replace("⟧", ""), plain=True).blocks[0]
    expected = [piece.partition("⟧")[0] for piece in line.split("⟦")[1:]]
    assert [block.text[start:end] for start, end in block.quotations] == expected


def test_a_sentence_is_quoted_when_all_of_it_is() -> None:
    document = Document("He says “go away” twice. “Go away. Now.”")
    assert [sentence.is_quoted for sentence in document.sentences] == [False, True, True]
    assert next(document.sentences[0].find("go away")).is_quoted
    assert not next(document.sentences[0].find("twice")).is_quoted
