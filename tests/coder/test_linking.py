"""What do the triggers of one sentence lend each other?"""

from tests.coder.told import Read

from newsledger.coder.frames import Frame


def first(read: Read, text: str, action: str) -> Frame:
    """Return the first frame of an action."""
    return next(f for f in read(text).story.frames if action in f.actions)


def test_those_who_make_a_base_of_what_they_occupy_take_no_ground(read: Read) -> None:
    settled = first(read, "Rebels occupied the school in Bria and turned it into a barracks.", "convert")
    assert "seize-territory" not in settled.actions
    taken = first(read, "Rebels occupied the village of Bria and burnt its huts.", "convert")
    assert "seize-territory" in taken.actions


def test_a_bomber_hits_whom_the_verb_behind_says(read: Read) -> None:
    frame = first(read, "A suicide bomber struck a police post in Bria on Monday.", "suicide-bomb")
    assert [m.kind for m in frame.targets] == ["police"]
    alone = first(read, "A suicide bomber was seen before rebels struck a police post.", "suicide-bomb")
    assert alone.targets == []
