"""Whose is "the clash" of a sentence that names nobody?"""

from tests.coder.told import Read


def test_the_clash_is_the_fight_told_before(read: Read) -> None:
    found = read(
        "Soldiers and rebels of the Bria Front clashed near Bria on Monday. Six people died in the clash."
    )
    fights = [f for f in found.story.frames if "clash" in f.actions]
    assert [m.kind for m in fights[-1].agents] == [m.kind for m in fights[0].agents] != []
    assert all(m.sentence == fights[-1].sentence.index for m in (*fights[-1].agents, *fights[-1].targets))


def test_a_clash_is_nobodys_yet(read: Read) -> None:
    found = read("Soldiers and rebels clashed near Bria on Monday. A clash was feared in Bambari.")
    assert not [f for f in found.story.frames if "clash" in f.actions][-1].agents
