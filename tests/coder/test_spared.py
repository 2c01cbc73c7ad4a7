"""Is an act told as done where a word of telling, trying or accusing stands near?"""

import pytest
from tests.coder.told import Read

DONE = [
    ("Witnesses described soldiers beating vendors in Gitega on Monday.", "beating"),
    ("Police tried to disperse marchers with tear gas in Sfax on Monday.", "disperse"),
    (
        "Traders rallied over a tax on salt in Tunis on Monday, singing and hurling stones at police.",
        "hurling",
    ),
    ("A rocket aimed at Acre was shot down over the bay on Monday.", "shot down"),
    ("The army has set up its third base in Kivu since January, on a hill near Goma.", "set up"),
    ("Police foiled an attempt by teachers to stage a demonstration in Lome on Monday.", "stage"),
]
ONLY_TOLD = [
    ("A novel described soldiers beating vendors in Gitega.", "beating"),
    ("Traders rallied in Tunis on Monday against thugs who came by night, burning shops.", "burning"),
    ("Traders rallied in Tunis on Monday at the site where two drivers were killed.", "killed"),
    ("Talks in Geneva on Monday were aimed at ending the shelling of Acre.", "shelling"),
    ("The mayor of Tunis spoke of concerns that police had beaten two drivers.", "beaten"),
    ("Rebels tried to seize the town of Kidal on Monday.", "seize"),
]


def scope(read: Read, text: str, trigger: str) -> str:
    return next(f.scope for f in read(text).story.frames if f.trigger.startswith(trigger))


@pytest.mark.parametrize(("text", "trigger"), DONE)
def test_the_act_was_done(read: Read, text: str, trigger: str) -> None:
    assert scope(read, text, trigger) == ""


@pytest.mark.parametrize(("text", "trigger"), ONLY_TOLD)
def test_the_act_was_not_done(read: Read, text: str, trigger: str) -> None:
    assert scope(read, text, trigger) != ""
