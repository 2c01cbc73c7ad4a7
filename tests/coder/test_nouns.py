"""Is a word that may be noun or verb a noun in its clause?"""

from tests.coder.told import Read


def test_what_somebody_was_killed_by_is_no_verb(read: Read) -> None:
    story = read("Three grooms were killed by navy bombs in Goma on Tuesday.").story
    assert "bombs" not in {f.trigger for f in story.frames if f.voice == "active"}


def test_what_an_army_does_is_a_verb(read: Read) -> None:
    story = read("A village is hit as the army bombs Goma on Tuesday.").story
    assert "bombs" in {f.trigger for f in story.frames if f.voice == "active"}
