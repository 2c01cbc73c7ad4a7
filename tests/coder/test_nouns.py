"""Is a word that may be noun or verb a noun in its clause?"""

from tests.coder.told import Read


def test_what_somebody_was_killed_by_is_no_verb(read: Read) -> None:
    story = read("Three grooms were killed by navy bombs in Goma on Tuesday.").story
    assert "bombs" not in {f.trigger for f in story.frames if f.voice == "active"}


def test_what_an_army_does_is_a_verb(read: Read) -> None:
    story = read("A village is hit as the army bombs Goma on Tuesday.").story
    assert "bombs" in {f.trigger for f in story.frames if f.voice == "active"}


def test_fighting_that_people_are_killed_in_is_nothing_they_do(read: Read) -> None:
    for cause in ("fighting", "battles"):
        story = read(f"Three villagers were killed in {cause} near Goma on Tuesday.").story
        told = [f for f in story.frames if cause in f.trigger]
        assert [(f.voice, f.agents) for f in told] == [("noun", [])]


def test_people_who_are_fighting_are_those_who_do_it(read: Read) -> None:
    story = read("Rebels were fighting soldiers near Goma on Tuesday.").story
    (frame,) = [f for f in story.frames if "fighting" in f.trigger]
    assert [m.kind for m in frame.targets] == ["military"]
