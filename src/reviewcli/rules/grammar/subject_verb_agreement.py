from __future__ import annotations

from reviewcli.rules import Bad, Document, Finding, Iterator, Rule


class SubjectVerbAgreement(Rule, frozen=True):
    """The verb does not go with its subject: “the film have”, “the actors plays”, “he don’t”.

    Only a verb right beside its subject is looked at: a pronoun, a noun with its article, “one of”, “a man who”,
    “there is” before a number. Names may be of bands, collective nouns may take either (“the cast are”), and so may
    amounts (“ten minutes is”, “a number of scenes are”); wishes, demands, questions and orders take what looks wrong
    elsewhere (“if he were”, “insist that she go”). Where more stands between the two, nothing is said.
    """

    bad = (
        Bad("The film «have» a good screenplay."),
        Bad("The actors «plays» their parts with conviction."),
        Bad("He «don’t» know what he wants, and they «was» no help."),
        Bad("She «look» tired. There «is» many reasons to see it, because the songs «is» good."),
        Bad("One of the actors «are» a singer. The criteria «is» plain."),
        Bad("Everyone «have» a secret, but it never «seem» to matter."),
        Bad("There «are» a scene early in the film. There «is» two jokes."),
        Bad("He is new. A man who «don’t» speak is a gift. My brother, who «hate» musicals, left."),
        Bad("In the end, the men «does» what they must, when it «click»."),
    )
    good = (
        "The cast are superb, and the number of songs are few. What matters are the faces.",
        "Bowie and the band play on, and a handful of scenes are cut.",
        "The United States is the setting. *Gangs of New York* is long, and *The Birds* is short.",
        "If he were older, and if the film were shorter, I wish it were so. They insist that he go.",
        "Watch him go. It made her laugh. Let the actors play. His wife helps it become a film.",
        "Does it work? Why does the film have two ends? Nor does she care. How can she know?",
        "“He don’t love me,” she says. As “the song” are no matter.",
        "Ten minutes is enough. Two thirds of it is talk. The news is bad, and the series are good.",
        "He leaves the army and the men play cards. Those who love it are few. Jack and I have a bet.",
        "My wife and I's table was by the kitchen. The critic and I’s seat was broken.",
        "The number of films he makes is small. All the actors do is talk. The more the men talk, the better it is.",
        "The young are bored, the French have style, and none of them are poor.",
        "The writer and director is at his best. The way the actors and the camera move is a joy.",
        "There is a man and two women. There are a number of scenes, and there is politics in it.",
        "Each of the two has a son. She was one of those people who have everything.",
        "The man whose songs these are is dead. World War I was long. So be it, as it were.",
        "The Coens have done it. Warner Bros. have lost. The film’s themes are love and war.",
        "Only he can play it. It is he they love. The two films it made are lost.",
        "Not only does it have wit; so does the play it comes from. Long may she reign.",
        "The end reveal is silly, and this revisit lacked nerve. She need only ask, and that I now consider done.",
        "A film that works is rare. The voice work as Samantha is good. Nia Long’s voice work as Samantha is good.",
        "The old detect function returns it.",
        "Crowning the album are two slow songs. Further easing matters is Nina Simone. Is he right?",
        "The Xia are near.",
        "Pink Floyd are a band. The Clash are a legend. *Ada* and *Bob* are a pair. Jules and Jim are a joy.",
        "She believes everyone and everyone believes her. The novel’s lingering look at debt helps.",
        "The film look of the decade is back. The lettering is plain, the paint work lively.",
        "Her sons, the elder already gone, have left. The cast the film stars is big. The people here are few.",
        "One is a singer. The values the hero has are old. He knows someone who has a car and friends who have none.",
        "He is one of those who have seen it. There are scenes in a film that don’t work.",
        "In the room are two men. Opposite Grant are Hepburn and Lew Ayres. Gone are the days. So are the jokes.",
        "England have won. The old are wise. As the film is short, who are we to complain? Would the film have sense?",
        "A film that I have seen.",
        "The man they are after. Any film you have is fine. Here the plot, were it known, ends.",
        "Seventeen tracks is too many, and ten songs is probably enough. Two hits is a lot.",
        "The films opening this week are few, and the songs on the radio this summer are dull.",
        "The following are spoilers. Everybody stop and listen. God help me. Two wrong notes is all it takes.",
        "How many of the songs does the band play? Only in the last chapter do we learn who wrote them.",
        "The plot: Americans are kidnapped. Three cars came. None have stopped. Oh, and Gypsy Rose wasn’t.",
        "Please send help. What follows are a few thoughts. The Old Man and the Sea is short.",
        "The film stars Tom Conti. The sets look cheap, the look is cheap, and the set looks it.",
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        from reviewcli.reading.tagging import tagged
        from reviewcli.rules.grammar._agreement import mismatches

        for tokens in tagged(doc):
            for mismatch in mismatches(tokens):
                verb = mismatch.verb
                yield self.found(
                    verb.token,
                    f"“{verb.token.text}” does not go with “{mismatch.subject}”. Write “{verb.other}”.",
                    replacements=[verb.other],
                )
