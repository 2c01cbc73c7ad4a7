"""Is a participle without its auxiliary told apart from a past tense?"""

import pytest
from tests.coder.told import Read

VOICES = [
    ("Twelve students bundled into a police van after a march in Harare on Monday.", "bundled", "passive"),
    ("Officers bundled twelve students into a van in Harare on Monday.", "bundled", "active"),
    ("Sappers defused the bombs found on the road to Marib on Monday.", "found", "passive"),
    ("Police found bombs on the road to Marib on Monday.", "found", "active"),
    (
        "The number of soldiers killed when rebels stormed a camp at Gao on Monday rose to 16.",
        "killed",
        "passive",
    ),
    ("Two clerks shot dead in Lagos on Monday were brothers.", "shot dead", "passive"),
]


@pytest.mark.parametrize(("text", "trigger", "voice"), VOICES)
def test_the_voice_of_a_participle(read: Read, text: str, trigger: str, voice: str) -> None:
    frame = next(f for f in read(text).story.frames if f.trigger.startswith(trigger))
    assert frame.voice == voice
