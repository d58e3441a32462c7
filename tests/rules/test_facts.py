"""The forms in which reviews state facts, each with one fact wrong, and Her with every name changed in turn."""

from __future__ import annotations

import re

import pytest

from noted import noted
from program import ROOT
from reviewcli.document import Document
from reviewcli.linting.checks import lint
from reviewcli.notes import Notes
from reviewcli.rules import all_rules
from reviewcli.texts.findings import Finding

NOTES = """\
title: Harbour Lights
year: 1994
directors: [Ilse Marwood]
writers: [Tomas Brandt, Ilse Marwood]
cast:
  - Ruth Adeyemi as Nora Finch
  - Daniel Kessler as Father Quinlan
  - Priya Nair as Dolores Vane
crew: {cinematography: Yuri Sokol, music: Ada Lindqvist}
runtime: 112
based_on: {title: The Pilot, author: Enid Farrow, year: 1961}
score: 3.5/5
awards:
  - Academy Award, Best Supporting Actress, 1995, won, Priya Nair
  - BAFTA, Best Film, 1995, nominated
  - Palme d'Or, 1994, nominated
"""
# Each text, and what it says once its fix is applied; a text without one is right as it stands.
FORMS = {
    "year-mismatch": """
        *Harbour Lights*, a 1987 picture, sank. -> *Harbour Lights*, a 1994 picture, sank.
        *Harbour Lights* [UK, 1987] sank. -> *Harbour Lights* [UK, 1994] sank.
        *Harbour Lights* (dir. Ilse Marwood, 1987) -> *Harbour Lights* (dir. Ilse Marwood, 1994)
        *Harbour Lights* was one of the quiet films of 1987. -> *Harbour Lights* was one of the quiet films of 1994.
        Its 1987 release went unseen. -> Its 1994 release went unseen.
        Back in 1987, this film looked new. -> Back in 1994, this film looked new.
        It reached British cinemas in 1987. -> It reached British cinemas in 1994.
        HARBOUR LIGHTS (1987, dir. Ilse Marwood) -> HARBOUR LIGHTS (1994, dir. Ilse Marwood)
        The next film in the series came out in 1999. I saw it in 2001. It is set in 1943.
        The story was published in 1961. In 1983 it was shot, but shelved until 1994, when it was released.
    """,
    "runtime-mismatch": """
        The 143-minute *Harbour Lights* tests us. -> The 112-minute *Harbour Lights* tests us.
        *Harbour Lights* (143 minutes) tests us. -> *Harbour Lights* (112 minutes) tests us.
        All 143 minutes of it are set on a ferry. -> All 112 minutes of it are set on a ferry.
        Marwood packs a lot into 85 minutes. -> Marwood packs a lot into 112 minutes.
        A film of 143 minutes needs more plot. -> A film of 112 minutes needs more plot.
        It lasts a little under three hours. -> It lasts a little under one hour and fifty-two minutes.
        Running time: 2 hours 30 minutes -> Running time: 1 hour 52 minutes
        Marwood keeps it to 85 minutes. -> Marwood keeps it to 112 minutes.
        (UK, 143 mins, 15) -> (UK, 112 mins, 15)
        Not one of its 88 minutes is wasted. -> Not one of its 112 minutes is wasted.
        On television it ran 100 minutes.
        It feels three hours long. The second half runs 70 minutes. Ninety minutes in, a horn sounds.
        As a five-minute sketch it would do. It needs ninety minutes to find its feet.
    """,
    "credit-mismatch": """
        *Harbour Lights* (dir. Peter Voss) is calm. -> *Harbour Lights* (dir. Ilse Marwood) is calm.
        *Harbour Lights* (Peter Voss, 1994) -> *Harbour Lights* (Ilse Marwood, 1994)
        *Harbour Lights* by Peter Voss -> *Harbour Lights* by Ilse Marwood
        Peter Voss, the director, likes ferries. -> Ilse Marwood, the director, likes ferries.
        Peter Voss, who directed *Harbour Lights*, is calm. -> Ilse Marwood, who directed *Harbour Lights*, is calm.
        Peter Voss sits in the director’s chair. -> Ilse Marwood sits in the director’s chair.
        Under the direction of Peter Voss, all are calm. -> Under the direction of Ilse Marwood, all are calm.
        Peter Voss, who directs, is calm. -> Ilse Marwood, who directs, is calm.
        In the director’s chair is Peter Voss. -> In the director’s chair is Ilse Marwood.
        Yuri Sokol composed the score. -> Ada Lindqvist composed the score.
        It is based on the novel by Ann Lee. -> It is based on the novel by Enid Farrow.
        It is adapted from Ann Lee’s 1961 novel. -> It is adapted from Enid Farrow’s 1961 novel.
        The director is Peter Voss. -> The director is Ilse Marwood.
        Peter Voss directs with patience. -> Ilse Marwood directs with patience.
        From a screenplay by Tomas Brandt, Marwood makes a chamber piece. Composer Ann Lee has said she likes it. The adaptation by Ann Lee is long.
        Ann Lee’s novel *Reeds* tells the same story. The author, Ann Lee, was no sailor.
        It borrows from Tim Hale’s *Harbour Lights*. *Alien* is older. There, director Peter Voss knew better.
    """,
    "role-actor-mismatch": """
        The part of Nora Finch goes to Priya Nair. -> The part of Nora Finch goes to Ruth Adeyemi.
        Nora Finch — Priya Nair at her best — steers. -> Nora Finch — Ruth Adeyemi at her best — steers.
        Nora Finch: Priya Nair -> Nora Finch: Ruth Adeyemi
        Priya Nair brings warmth to Nora Finch. -> Ruth Adeyemi brings warmth to Nora Finch.
        Nora, a pilot played with care by Priya Nair, steers. -> Nora, a pilot played with care by Ruth Adeyemi, steers.
        Nora, in Priya Nair’s hands, is a marvel. -> Nora, in Ruth Adeyemi’s hands, is a marvel.
        Priya Nair makes Nora a figure of fun. -> Ruth Adeyemi makes Nora a figure of fun.
        Priya Nair turns Nora into a gossip. -> Ruth Adeyemi turns Nora into a gossip.
        Nora is Priya Nair, and she is good. -> Nora is Ruth Adeyemi, and she is good.
        As played by Priya Nair, Nora is a fool. -> As played by Ruth Adeyemi, Nora is a fool.
        Nora, whom Priya Nair plays with a shrug, steers. -> Nora, whom Ruth Adeyemi plays with a shrug, steers.
        Nora, as Priya Nair plays her, steers. -> Nora, as Ruth Adeyemi plays her, steers.
        Nora is given a weary grace by Priya Nair. -> Nora is given a weary grace by Ruth Adeyemi.
        Priya Nair makes Nora a cup of tea and turns Nora towards the door.
        Priya Nair gives Nora Finch a lift. Nair brings the boat to Nora.
    """,
    "award-mismatch": """
        It won the Oscar for Best Actress. -> It won the Oscar for Best Supporting Actress.
        In 1999 it won the Oscar for Best Supporting Actress. -> In 1995 it won the Oscar for Best Supporting Actress.
        Ruth Adeyemi’s Oscar for Best Supporting Actress -> Priya Nair’s Oscar for Best Supporting Actress
        Its BAFTA-winning photography is calm. -> Its BAFTA-nominated photography is calm.
        Meryl Streep won the BAFTA that year. It deserved an Oscar for its sound. It lost Best Director at the BAFTAs.
        It was given the Palme d’Or, not the Oscar. Priya Nair, who won the 1995 Oscar for Best Supporting Actress.
    """,
    "score-mismatch": """
        It is long. Four stars out of five. -> It is long. Three and a half stars out of five.
        Rating: 4 out of 5 -> Rating: 3.5 out of 5
        Four stars out of five. -> Three and a half stars out of five.
        A solid two and a half stars. -> A solid three and a half stars.
        I gave *Alien* four stars. I would give the first half an A. Four of its stars are dogs. The poster says “five stars”.
    """,
}
OTHER_KINDS = {
    "kind: book\ntitle: The Lantern\nyear: 2018\nauthors: Oriel Whitcombe\ntranslators: Hanne Brandt\npages: 342\n": """
        Ann Lee’s novel is slim. -> Oriel Whitcombe’s novel is slim.
        The author, Ann Lee, is wry. -> The author, Oriel Whitcombe, is wry.
        Translated from the Danish by Ann Lee, it is wry. -> Translated from the Danish by Hanne Brandt, it is wry.
        Published in 2012, it is a slim novel. -> Published in 2018, it is a slim novel.
        *The Lantern* (Viking, 298pp) -> *The Lantern* (Viking, 342pp)
        Ann Lee’s *Reeds* was translated by Otto Hale. Her first novel, *Reeds* (2009), was longer.
    """,
    "kind: album\ntitle: Night Ferry\nartists: Cass Orlando\nlabel: Pale Harbour\ncrew: {producer: Dev Sandhu}\n": """
        Ann Lee’s album is all fog. -> Cass Orlando’s album is all fog.
        Produced by Ann Lee, it is all fog. -> Produced by Dev Sandhu, it is all fog.
        It came out on 4AD in 2016. -> It came out on Pale Harbour in 2016.
        Ann Lee plays the piano. Her last album came out in 2012.
    """,
    "kind: theatre\ntitle: Cormorant\nyear: 1958\nwriters: Agnes Thorne\ndirectors: Bijan Karimi\ncrew: {lighting: Al Roe}\n": """
        Ann Lee’s play is a bird of prey. -> Agnes Thorne’s play is a bird of prey.
        Ann Lee’s production is a bird of prey. -> Bijan Karimi’s production is a bird of prey.
        Lighting by Ann Lee. -> Lighting by Al Roe.
        First staged in 1968, it has aged. -> First staged in 1958, it has aged.
        Ann Lee’s production of 2003 was louder. It opened on 10 October 2026.
    """,
    "kind: series\ntitle: Low Water\nwriters: Nell Farrow\nnetwork: Channel 4\nscore: B+\n": """
        Created by Ann Lee, it is slow. -> Created by Nell Farrow, it is slow.
        The show is on Netflix now. -> The show is on Channel 4 now.
        I give it a A-. -> I give it a B+.
        Overall grade: A. -> Overall grade: B+.
    """,
}
OTHER_KINDS[
    """\
title: Night Mail
cast:
  - Renée Dufour as Anna Weiss
  - Henry Dufour as Karl Weiss
  - Dwayne "Duke" Harlan as Rico
score: 85/100
"""
] = """
    Anna Weiss (Henry Dufour) waits. -> Anna Weiss (Renée Dufour) waits.
    Renée Dufour plays Karl Weiss. -> Henry Dufour plays Karl Weiss.
    Rating: 75% -> Rating: 85%
    I give it eight out of ten. -> I give it 85/100.
    Anna Weiss (Renée Dufour) and Karl’s sister (Renée Dufour) are one; Duke Harlan is Rico, Dwayne Harlan is Rico.
    He gives her 50% of the mail. Others will give it five stars. Ten out of ten houses are empty.
"""
CASES = [
    (rule, *(part.strip() for part in f"{line} -> ".split("->")[:2]))
    for rule, lines in FORMS.items()
    for line in lines.strip().splitlines()
]


KIND_CASES = [
    (notes, *(part.strip() for part in f"{line} -> ".split("->")[:2]))
    for notes, lines in OTHER_KINDS.items()
    for line in lines.strip().splitlines()
]


def findings(
    text: str, notes: Notes, groups: str = "facts names", *, plain: bool = False
) -> tuple[Finding, ...]:
    rules = [rule() for rule in all_rules().values() if rule.group in groups.split()]
    return lint(Document(text, notes=notes, plain=plain), rules)


@pytest.mark.parametrize(("rule", "text", "right"), CASES)
def test_a_wrong_fact_is_found_in_this_form_and_its_fix_restores_it(rule: str, text: str, right: str) -> None:
    found = [each for each in findings(text, noted(NOTES), "facts") if each.rule == rule]
    mended = text
    for each in found:
        mended = mended.replace(text[each.span.start : each.span.end], each.replacements[0])
    assert mended == (right or text)


@pytest.mark.parametrize(("notes", "text", "right"), KIND_CASES)
def test_a_wrong_fact_of_another_kind_is_found_and_its_fix_restores_it(
    notes: str, text: str, right: str
) -> None:
    mended = text
    for each in findings(text, noted(notes), "facts"):
        mended = mended.replace(text[each.span.start : each.span.end], each.replacements[0])
    assert mended == (right or text)


HER = (ROOT / "examples/her-review.txt").read_text(encoding="utf-8")
HER_NOTES = noted((ROOT / "examples/her.yaml").read_text(encoding="utf-8"))
NAMES = [member.name for member in HER_NOTES.people() if member.name in HER]


def slips(name: str) -> set[str]:
    """A letter of the longest word dropped, doubled, or changed with the next."""
    word = max(name.split(), key=len)
    wrong = set()
    for at in range(1, len(word) - 1):
        wrong |= {word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]}
        wrong.add(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    return {name.replace(word, each) for each in wrong - {word}}


@pytest.mark.parametrize("name", sorted({*NAMES, "Theodore Twombly", "Samantha"}))
def test_every_slip_in_a_name_of_her_is_found(name: str) -> None:
    at = HER.index(name)
    for wrong in slips(name):
        text = HER[:at] + wrong + HER[at + len(name) :]
        found = findings(text, HER_NOTES, "names", plain=True)
        assert [each for each in found if each.rule == "name-misspelt" and each.span.start >= at], wrong


@pytest.mark.parametrize("name", sorted({name for name in NAMES if name != "Spike Jonze"}))
def test_every_name_of_her_given_to_another_is_found(name: str) -> None:
    for place in re.finditer(re.escape(name), HER):
        other = "Rooney Mara" if name != "Arcade Fire" else "Daft Punk"
        text = HER[: place.start()] + other + HER[place.end() :]
        assert findings(text, HER_NOTES, "facts", plain=True), (other, place.start())


@pytest.mark.parametrize("category", ["Director", "Picture", "Adapted Screenplay", "Actor", "Original Score"])
def test_every_other_category_of_her_prize_is_found(category: str) -> None:
    text = HER.replace("Best Original Screenplay", f"Best {category}")
    assert [each.rule for each in findings(text, HER_NOTES, "facts", plain=True)] == ["award-mismatch"]
