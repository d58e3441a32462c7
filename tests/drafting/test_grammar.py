"""The shapes of points, in many hard cases."""

from __future__ import annotations

import pytest

from reviewcli.drafting.grammar import Shape, is_present, shape_of

PREDICATES = """
plays Hara as a man who has never been asked a question
steals nothing: the big laugh is in place before the cruelty is
carries the exposition in two languages without making it sound like any
holds on faces after the line is over
never lets a battle into the frame
is wasted
is at her best when she is not talking
stole the film
sang every note himself
faces the camera
faces it
turns on a dime
turns every exit into a joke
looks tired from the first scene
looks like a man waiting for a bus
works
mumbles
drags in the second half
sings, badly
underplays the grief
exoticises the island
lost the plot
made the most of two scenes
held the frame for a minute
looked lost
seemed to be in another film
Plays Hara as a man of no questions.
Never blinks. Frightening.
says nothing for an hour
says that the war is over and means it
has the best line
has no idea what to do with Batavia
will not be hurried
cannot sing and does
could not be better
doesn't blink
quietly steals every scene
cuts away too late
hardly moves
wasted a good idea
carried Bowie through the courtroom
dies of embarrassment
runs 126 minutes
beats *Solaris* at its own game
lets “Hara” hang in the air
might be the best thing here
reads the letter aloud
was robbed
only sings once
smiles through the trial
""".strip().splitlines()

SENTENCES = """
is it a home-invasion film? A comedy? yes
Sakamoto cannot act, and it does not matter, because Yonoi cannot either.
the school flashback stops the camp dead
by the end it has
every conversation is between two people who are both wrong
the boarding-school flashback has Bowie, at 35, playing a schoolboy in soft focus
Hicksley is a cartoon
Captain Yonoi runs a prison camp by a code that his own sergeant finds funny.
Into it he brings Jack Celliers, a prisoner he saved from a firing squad in Batavia.
John Lawrence, who speaks Japanese, is left to explain each side to the other and is thanked by neither.
See it for Hara's face, and stay for a war film in which nobody wants the war.
while Hara laughs, Yonoi watches
is it a comedy?
does anyone believe this?
why the mime?
the man he meets is lying
he never raises her voice
She never blinks.
it's a mess
the story takes its time
don't expect a plot
watch his hands in the trial
nobody laughs
you can see the wires
the second half drags
there is no music until the end
all of it is shot in one room
everyone shouts
what he does with his hands is the film
the first thing she does is lie
"Hara laughs", he says
the camera never moves
the dialogue wasn't finished
Samantha has no body, and the film never pretends that she has.
""".strip().splitlines()

CONTINUATIONS = """
but the stillness in the courtroom is frightening
but is frightening in court
but for the score
and it never blinks
and never blinks
because the script cannot
though the courtroom helps
so the camera waits
which nobody needed
except in the courtroom
until the rain comes
or so the film thinks
nor does anyone ask
""".strip().splitlines()

FRAGMENTS = """
too much mime
stiff as a drawn blind
green, flat, no sunsets
one tune, and it arrives before the film has earned it
shame, and what men will do instead of touching
translation as a thing that gets people hurt
Java, 1942.
playing against the score
faces in close-up
turns of phrase nobody would use
no sunsets
with no irony
wonderful
mumbling
a man he meets
Hara's face
Bowie's best
long takes and slow looks
always the same hat
lost in the crowd
made for television
*Her* at its best
will to live
so flat it hurts
so much mime
yet another cameo
1917 without the trenches
the shave with no razor
what men will do instead of touching
how men grieve
growing up poor
jokes that land
iPhone footage throughout
wasted in a thankless part
too long
could-have-been
shot in one room
stillness that keeps
a performance made of pauses
an actor who listens
held for ransom
perhaps a little long
less a man than a coat
series of exits
status anxiety
jokes of the kind nobody tells
faces, mostly
nothing but cheekbones
the best thing he has done since Batavia
as good as they say
like a coat on a chair
two modes: loud and asleep
a lot of hat (and no head)
BIG, and loud
(a cameo, really)
“a triumph”
hand-held before hand-held meant anything
perfect the first time
…
""".strip().splitlines()


@pytest.mark.parametrize("text", PREDICATES)
def test_a_verb_phrase_wants_a_subject(text: str) -> None:
    assert shape_of(text) is Shape.PREDICATE


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_has_its_own_subject(text: str) -> None:
    assert shape_of(text) is Shape.SENTENCE


@pytest.mark.parametrize("text", CONTINUATIONS)
def test_a_continuation_leans_on_what_came_before(text: str) -> None:
    assert shape_of(text) is Shape.CONTINUATION


@pytest.mark.parametrize("text", FRAGMENTS)
def test_a_fragment_stays_a_fragment(text: str) -> None:
    assert shape_of(text) is Shape.FRAGMENT


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("play off each other", Shape.PREDICATE),
        ("are never in the same room", Shape.PREDICATE),
        ("never touch", Shape.PREDICATE),
        ("ride bicycles as if in a hurry", Shape.PREDICATE),
        ("play of equals", Shape.FRAGMENT),
        ("have one scene together", Shape.PREDICATE),
        ("plays off each other", Shape.FRAGMENT),  # one of them? when in doubt, as it was written
        ("is wasted", Shape.FRAGMENT),
        ("stole the film", Shape.PREDICATE),
        ("no chemistry", Shape.FRAGMENT),
    ],
)
def test_a_plural_subject_wants_a_plural_verb(text: str, shape: Shape) -> None:
    assert shape_of(text, plural=True) is shape


def test_a_plural_verb_does_not_get_a_single_subject() -> None:
    assert shape_of("are wasted") is not Shape.PREDICATE
    assert shape_of("have no scene") is not Shape.PREDICATE


@pytest.mark.parametrize(
    "text", ["But the stillness is frightening.", "Because it is there.", "And then it rains."]
)
def test_what_the_writer_began_with_a_capital_is_not_joined(text: str) -> None:
    assert shape_of(text) is not Shape.CONTINUATION


def test_only_verbs_of_doing_in_the_present_are_habits() -> None:
    assert is_present("holds on faces")
    assert is_present("never lets go")
    assert not is_present("is wasted")
    assert not is_present("stole the film")
