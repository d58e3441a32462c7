"""Spoilers of the notes: told outright, told in other words, not told; and every way to mark them."""

from __future__ import annotations

import msgspec
import pytest

from noted import noted
from program import ROOT, review
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.notes import Notes
from reviewcli.rules import rule_class
from reviewcli.texts.findings import Finding, Severity


class Case(msgspec.Struct, frozen=True):
    """A film's notes, and three sentences: told outright, in other words, not told."""

    notes: str
    outright: str
    otherwise: str
    untold: str


CASES = {
    "psycho": Case(
        "title: Psycho\ncast: [Anthony Perkins as Norman Bates, Janet Leigh as Marion Crane]\n"
        "synopsis: [Marion Crane steals forty thousand dollars and stops at a motel.]\n"
        "spoilers:\n  - {text: Marion is stabbed in the shower, keywords: [shower]}\n"
        "  - {text: Norman is his own mother, keywords: [mother]}\n",
        "Halfway through, Marion is stabbed to death in the shower.",
        "The star is gone before the film is half over, and the motel keeper has been wearing the dress himself.",
        "Marion drives through the rain with the money beside her, and Perkins offers her a sandwich.",
    ),
    "sixth sense": Case(
        "title: The Sixth Sense\ncast: [Bruce Willis as Malcolm Crowe, Haley Joel Osment as Cole Sear]\n"
        "synopsis: [A child psychologist treats a boy who sees dead people.]\n"
        "spoilers: [Malcolm has been dead since the first scene]\n",
        "Malcolm was dead from the start, shot by the patient in his bathroom.",
        "The doctor himself turns out to be one of the ghosts.",
        "Cole tells Malcolm that he sees dead people, and Willis listens with his whole face.",
    ),
    "citizen kane": Case(
        "title: Citizen Kane\ncast: [Orson Welles as Charles Foster Kane]\n"
        "synopsis: [A reporter asks everybody who knew Kane what his last word meant.]\n"
        "spoilers:\n  - {text: Rosebud is the sled that he had as a boy, keywords: [sled]}\n",
        "Rosebud, of course, is the sled on which he played in the snow.",
        "The word was the name of a toy that was taken from him as a child.",
        "The reporter never learns what the last word meant, and Welles keeps the camera on the floor.",
    ),
    "chinatown": Case(
        "title: Chinatown\ncast: [Jack Nicholson as Jake Gittes, Faye Dunaway as Evelyn Mulwray]\n"
        "synopsis: [A private eye is hired to follow a water engineer.]\n"
        "spoilers:\n  - {text: Katherine is both the sister and the daughter of Evelyn, keywords: [daughter]}\n"
        "  - {text: Evelyn is shot by the police, keywords: [shot]}\n",
        "Evelyn is shot through the eye as she drives away.",
        "The girl she hides is her father's child and her own.",
        "Nicholson is shot from behind for half the film, and Dunaway smokes as if it hurt.",
    ),
    "casablanca": Case(
        "title: Casablanca\ncast: [Humphrey Bogart as Rick Blaine, Ingrid Bergman as Ilsa Lund]\n"
        "synopsis: [Rick runs a bar. Ilsa walks in with her husband.]\n"
        "spoilers:\n  - {text: Rick sends Ilsa away on the plane with her husband, keywords: [plane]}\n",
        "Rick puts Ilsa on the plane and stays behind.",
        "He gives her up for the cause, at an airport, in fog.",
        "Bogart stands at the bar in a white jacket and refuses to drink with anyone. Everyone waits for a visa.",
    ),
    "titanic": Case(
        "title: Titanic\ncast: [Leonardo DiCaprio as Jack Dawson, Kate Winslet as Rose DeWitt Bukater]\n"
        "synopsis: [Rose meets Jack on a ship that we know will sink.]\n"
        "spoilers:\n  - {text: Jack freezes to death and Rose lets go of his hand, keywords: [freezes]}\n",
        "Jack freezes in the water while Rose floats on a door.",
        "Only one of the lovers comes out of the sea alive.",
        "Jack wins his ticket at cards, and Rose hates every dinner. The ship sinks for an hour and a half.",
    ),
    "fight club": Case(
        "title: Fight Club\ncast: [Edward Norton, Brad Pitt as Tyler Durden]\n"
        "synopsis: [An office worker who cannot sleep meets a man who sells soap.]\n"
        "spoilers:\n  - {text: Tyler and the narrator are the same person, keywords: [same person, same man]}\n",
        "Tyler and the narrator are, it emerges, the same man.",
        "Norton has been hitting himself all this time.",
        "Tyler sells soap and gives orders; the narrator takes them, and Norton looks more tired every minute.",
    ),
    "the others": Case(
        "title: The Others\ncast: [Nicole Kidman as Grace Stewart]\n"
        "synopsis: [Grace keeps her two children in the dark in a house on Jersey.]\n"
        "spoilers:\n  - {text: Grace smothered her children and all three are ghosts, keywords: [smothered, ghosts]}\n",
        "Grace smothered the children with a pillow before the film begins.",
        "It is the family who haunt the house, and the intruders are alive.",
        "Grace carries fifty keys and locks one door before she opens the next. The children fear the light.",
    ),
    "empire": Case(
        "title: The Empire Strikes Back\ncast: [Mark Hamill as Luke Skywalker, James Earl Jones as Darth Vader]\n"
        "synopsis: [Luke goes to a swamp to be taught by a creature half his size.]\n"
        "spoilers:\n  - {text: Vader is the father of Luke, keywords: [father]}\n",
        "Vader tells Luke that he is his father, and cuts off his hand.",
        "The villain, we learn, is family.",
        "Luke stands on his head in a swamp, and Vader chokes an admiral by television.",
    ),
    "seven": Case(
        "title: Seven\ncast: [Brad Pitt as David Mills, Morgan Freeman as William Somerset]\n"
        "synopsis: [Two policemen look for a murderer who punishes the deadly sins.]\n"
        "spoilers:\n  - {text: the head of Tracy is in the box, keywords: [box]}\n"
        "  - {text: Mills shoots John Doe, keywords: [shoots]}\n",
        "Mills shoots the kneeling man six times.",
        "The last two sins belong to the killer and to the one who cannot help himself.",
        "Mills kicks in doors, Somerset reads Dante, and it rains. Their office is a box without a window.",
    ),
    "parasite": Case(
        "title: Parasite\ncast: [Song Kang-ho as Kim Ki-taek, Lee Sun-kyun as Park Dong-ik]\n"
        "synopsis: [A poor family takes one job after another in the house of a rich one.]\n"
        "spoilers:\n  - {text: the husband of the housekeeper lives in a bunker, keywords: [bunker]}\n"
        "  - {text: Ki-taek stabs Dong-ik at the garden party, keywords: [stabs]}\n",
        "Under the kitchen is a bunker, and in it lives the old housekeeper's husband.",
        "Somebody has been living downstairs for years, and the birthday ends in blood.",
        "Ki-taek folds pizza boxes badly, and the housekeeper is allergic to peaches. The garden is cut by a gardener.",
    ),
    "vertigo": Case(
        "title: Vertigo\ncast: [James Stewart as Scottie Ferguson, Kim Novak as Judy Barton]\n"
        "synopsis: [Scottie, a detective afraid of heights, is hired to follow a wife.]\n"
        "spoilers:\n  - {text: Judy was paid to play Madeleine, keywords: [Madeleine]}\n"
        "  - {text: Judy falls from the tower, keywords: [falls from the tower]}\n",
        "A nun startles her, and Judy falls from the bell tower to her death.",
        "The two women are one, and the second fall is real.",
        "Scottie follows a grey suit through San Francisco, and Stewart falls in love without a word.",
    ),
    "old yeller": Case(
        "title: Old Yeller\ncast: [Tommy Kirk as Travis Coates]\n"
        "synopsis: [A boy in Texas takes in a stray dog.]\n"
        "spoilers:\n  - {text: Travis has to shoot the rabid dog, keywords: [rabid, rabies]}\n",
        "The dog catches rabies, and Travis has to shoot him.",
        "No child forgets what the boy must do with the rifle.",
        "Travis does not want the dog, then cannot be parted from him. He can shoot, ride and plough.",
    ),
    "thelma": Case(
        "title: Thelma & Louise\ncast: [Geena Davis as Thelma Dickinson, Susan Sarandon as Louise Sawyer]\n"
        "synopsis: [Two friends drive away for a weekend and cannot go back.]\n"
        "spoilers:\n  - {text: Thelma and Louise drive off the cliff, keywords: [cliff, canyon]}\n",
        "With the police behind them, Thelma and Louise drive over the edge of the canyon.",
        "They choose the air over prison.",
        "Thelma robs a shop as politely as she was taught to, and Louise drives with her jaw set.",
    ),
    "crying game": Case(
        "title: The Crying Game\ncast: [Stephen Rea as Fergus, Forest Whitaker as Jody, Jaye Davidson as Dil]\n"
        "synopsis: [Fergus guards a hostage, and later looks for the hostage's lover.]\n"
        "spoilers:\n  - {text: Jody is run over by an army truck, keywords: [run over]}\n",
        "Jody runs free, and is run over by one of his own army's trucks.",
        "The prisoner dies by the hand of his rescuers.",
        "Fergus gives Jody water and listens to a story about a frog. Dil sings, and he runs to hear her.",
    ),
    "usual suspects": Case(
        "title: The Usual Suspects\ncast: [Kevin Spacey as Verbal Kint, Gabriel Byrne as Dean Keaton]\n"
        "synopsis: [The survivor of a fire on a ship tells the police how five men met.]\n"
        "spoilers:\n  - {text: Verbal Kint is Keyser Söze and made the story up, keywords: [limp]}\n",
        "Kint loses his limp in the street: Verbal is Keyser Söze, and he made it all up.",
        "The weakest of the five was the devil himself.",
        "Verbal talks and talks, Keaton wants out, and the police drink coffee. Byrne does the most with the least.",
    ),
    "coco": Case(
        "title: Coco\ncast: [Anthony Gonzalez as Miguel, Gael García Bernal as Héctor, Benjamin Bratt as Ernesto de la Cruz]\n"
        "synopsis: [Miguel wants to sing, and lands among the dead.]\n"
        "spoilers:\n  - {text: Ernesto poisoned Héctor and stole his songs, keywords: [poisoned]}\n",
        "Ernesto poisoned Héctor for his songs, which made him famous.",
        "The idol is a thief and worse, and the tramp is kin.",
        "Ernesto smiles from every poster, and Héctor begs for a photograph on an altar. Miguel plays their songs.",
    ),
    "gone girl": Case(
        "title: Gone Girl\ncast: [Rosamund Pike as Amy Dunne, Ben Affleck as Nick Dunne]\n"
        "synopsis: [Amy disappears on her wedding anniversary, and everybody looks at Nick.]\n"
        "spoilers:\n  - {text: Amy staged her own murder and invented the diary, keywords: [staged, alive]}\n",
        "Amy is alive: she staged the kidnapping, blood and all.",
        "The victim has written every line of it herself.",
        "Nick smiles at the wrong moment, and the neighbours bring casseroles. Pike reads Amy's diary in a cool voice.",
    ),
    "the mist": Case(
        "title: The Mist\ncast: [Thomas Jane as David Drayton]\n"
        "synopsis: [People in a supermarket are afraid of what comes out of the mist.]\n"
        "spoilers:\n  - {text: David shoots his son minutes before the army arrives, keywords: [army]}\n",
        "David shoots his own son, and then the tanks roll up.",
        "A father spends his last bullets a moment too soon.",
        "David carries his son past the tills, and somebody preaches. The beasts are rubber and none the worse for it.",
    ),
    "saltburn farm": Case(
        "title: The Salt House\ncast: [Ann Lee as Martha Quill, Bo Li as John Quill]\n"
        "synopsis: [A widow lets a room to a man who says that he mends clocks.]\n"
        "spoilers:\n  - text: the lodger is her husband, who never drowned\n"
        "  - {text: Martha burns down the mill, keywords: [burns down the mill]}\n",
        "And so Martha burns the old mill down with everything in it.",
        "There is a fire, and the man she mourned has been upstairs since spring.",
        "The lodger mends clocks, Martha burns the bread, and the mill turns outside the window.",
    ),
}


def told(case: Case, text: str) -> tuple[Finding, ...]:
    return lint(Document(text, notes=noted(case.notes)), [rule_class("spoiler-from-notes")()])


def test_most_spoilers_that_are_told_outright_are_found() -> None:
    missed = [name for name, case in CASES.items() if not told(case, case.outright)]
    assert len(CASES) == 20
    assert len(missed) <= 3, missed


@pytest.mark.parametrize("name", CASES)
def test_what_is_not_told_is_left_alone(name: str) -> None:
    case = CASES[name]
    found = told(case, f"# *{noted(case.notes).title}*\n\n{case.untold}\n")
    assert [(finding.message, finding.span) for finding in found] == []


def test_what_is_told_in_other_words_is_mostly_beyond_a_list_of_words() -> None:
    # Kept as a measure: a rule that found many of these by luck would cry wolf as well.
    assert sum(bool(told(case, case.otherwise)) for case in CASES.values()) <= 10


KISS = noted(
    "title: Merry Christmas, Mr. Lawrence\ncast: [David Bowie as Jack Celliers, Ryuichi Sakamoto as Captain Yonoi]\n"
    "spoilers:\n  - {text: Celliers kisses Yonoi before the whole camp, keywords: [kisses]}\n"
)
TELLS = "Celliers kisses Yonoi."
MARKED = {
    "callout": f"It is long.\n\n> [!spoiler]\n> {TELLS}\n",
    "folded callout": f"It is long.\n\n> [!SPOILERS]- Only if you have seen it\n> {TELLS}\n",
    "bars": f"It is long. ||{TELLS}|| It ends.\n",
    "details": f"<details>\n<summary>Spoilers</summary>\n\n{TELLS}\n\n</details>\n\nIt ends.\n",
    "brackets": f"It is long. [spoiler]{TELLS}[/spoiler] It ends.\n",
    "shortcode": f"It is long.\n\n{{{{< spoiler >}}}}\n{TELLS}\n{{{{< /spoiler >}}}}\n",
    "liquid": f"It is long.\n\n{{% spoiler %}}\n{TELLS}\n{{% endspoiler %}}\n",
    "span": f'It is long. <span class="spoiler">{TELLS}</span>\n',
    "line": f"It is long.\n\nSpoilers ahead.\n\n{TELLS}\n\n{TELLS}\n\n## Verdict\n\nSee it.\n",
    "bold line": f"It is long.\n\n**SPOILER WARNING**\n\n{TELLS}\n",
    "heading": f"## Plot\n\nA camp.\n\n## Spoilers\n\n{TELLS}\n\n## Verdict\n\nSee it.\n",
}


def found_in(text: str, notes: Notes = KISS, rule: str = "spoiler-from-notes") -> tuple[Finding, ...]:
    return lint(Document(text, notes=notes), [rule_class(rule)()])


@pytest.mark.parametrize("text", MARKED.values(), ids=MARKED)
def test_what_is_marked_is_left_alone(text: str) -> None:
    assert found_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"# {TELLS}\n\nA prison camp.\n",
        f"---\ntitle: The Camp\nstandfirst: {TELLS}\n---\n\nA prison camp.\n",
        f"A prison camp. {TELLS}\n",
        f"This review has no spoilers.\n\n{TELLS}\n",
        f"> [!note]\n> {TELLS}\n",
        f"It is long.\n\nSpoilers ahead.\n\nA camp.\n\n## Verdict\n\n{TELLS}\n",
        "Celliers walks up to the captain. He kisses him on both cheeks.\n",
        "The kiss that Celliers gives Yonoi is the film.\n",
    ],
)
def test_what_is_not_marked_is_an_error(text: str) -> None:
    (finding,) = found_in(text)
    assert finding.severity is Severity.ERROR


def test_an_early_telling_says_so() -> None:
    early, late = found_in(f"{TELLS} A camp. A war. A song. {TELLS}")
    assert ", and early:" in early.message
    assert ", and early:" not in late.message


def test_the_drafts_of_the_examples_give_nothing_away() -> None:
    for name in ("her", "merry-christmas"):
        draft = review("new", ROOT / "examples" / f"{name}.yaml").out
        ran = review(
            "lint", "-", "--notes", ROOT / "examples" / f"{name}.yaml", "--select", "spoilers", stdin=draft
        )
        assert (ran.code, ran.out) == (0, "")


def test_spoilers_of_the_notes_that_a_draft_prints_on_request_are_marked() -> None:
    notes = ROOT / "examples" / "merry-christmas.yaml"
    draft = review("new", "--spoilers", notes).out
    assert "hanged" in draft
    ran = review("lint", "-", "--notes", notes, "--select", "spoilers", stdin=draft)
    assert (ran.code, ran.out) == (0, "")


def test_facts_alone_bring_no_word_about_spoilers() -> None:
    assert found_in(TELLS, noted("title: X\nyear: 1983\ncast: [David Bowie as Jack Celliers]\n")) == ()


SHORT = {
    "title: The Kennel\nspoilers: [the dog dies]\n": (
        ("In the last reel the dog dies.", "They find the dog dead in the barn.", "He has killed the dog."),
        (
            "The dog is the best actor here; the jokes die early.",
            "A dog barks while the old man is dying of boredom.",
            "Nobody dies of boredom, least of all the dog.",
        ),
    ),
    "title: Moss\ncast: [Ann Lee as Ruth]\nspoilers: [Ruth is the thief, the money was in the piano all along]\n": (
        ("Ruth turns out to be the thief.", "The money was hidden in the piano."),
        (
            "Ruth hunts the thief.",
            "A thief is at work, and Ruth sleeps.",
            "Money changes hands while a piano plays.",
        ),
    ),
    "title: Vera\ncast: [Ann Lee as Vera, Al Roe as Tom]\nspoilers: [Vera marries Tom, Vera wins]\n": (
        ("Vera marries Tom in the snow.", "Tom and Vera marry.", "In the end Vera wins."),
        ("Vera and Tom go to a wedding.", "Vera is married to the job.", "Lee wins every scene. Vera sings."),
    ),
    "title: Field\nkind: book\nspoilers: [the house burns down, the baby is not hers, her sister comes back]\n": (
        (
            "The house burns down at Christmas.",
            "We learn that the baby is not hers.",
            "Her sister comes back.",
        ),
        (
            "The house is cold; she burns the chairs.",
            "She has a baby.",
            "Back in the village, her sister bakes.",
        ),
    ),
}


@pytest.mark.parametrize("notes", SHORT)
def test_a_short_spoiler_is_told_by_a_clause_and_not_by_two_common_words(notes: str) -> None:
    tells, untold = SHORT[notes]
    case = Case(notes, "", "", "")
    assert [line for line in tells if not told(case, line)] == []
    assert [line for line in untold if told(case, line)] == []


def test_words_of_a_spoiler_in_another_order_are_a_warning() -> None:
    notes = "title: Vera\ncast: [Al Roe as Tom]\nspoilers: [Tom is killed at the station]\n"
    case = Case(notes, "", "", "")
    assert [each.severity for each in told(case, "Tom kills an hour at the station.")] == [Severity.WARNING]
    assert [each.severity for each in told(case, "Tom is killed at the station.")] == [Severity.ERROR]
