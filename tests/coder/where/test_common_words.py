"""The generated list of English words that are names of places, too."""

from newsledger import content
from newsledger.coder.where.common_words import vocabulary
from newsledger.coder.where.cues import Cues


def test_the_shipped_list_is_of_the_vocabulary() -> None:
    words = vocabulary()
    assert {"well", "home", "police", "walking"} <= words
    assert "london" not in words
    shipped = Cues.load(content.coder_folder() / "lexicon" / "where").common
    assert shipped <= words
    assert len(shipped) > 2000
