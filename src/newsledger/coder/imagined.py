"""Imagined: does a sentence only ask, or tell of what is made up, played or practised (coding-rules 1)?"""

from newsledger.coder.grammar import BE, HAVE, MODALS
from newsledger.coder.spans import Sentence

CUE = "imagined"
ASKING = (BE | HAVE | MODALS) - {
    "'s",
    "'ll",
    "had",
    "having",
}  # what opens a question to be answered by yes or no
WOULD = frozenset({"would", "could", "might"})


def imagined(sentence: Sentence) -> str:
    """Return the word that makes a sentence one of which nothing happened, or empty: it opens a question ("Did rebels
    attack the base?") or a condition ("Had rebels attacked, many would have fled"), or names a made-up world ("in the
    novel").

    A question that takes the event for granted ("Why did the police fire on the march?") leaves it standing.
    """
    words = sentence.words
    if (
        words.norm[:1] == ["had"]
        and "," in words.norm
        and not WOULD.isdisjoint(words.norm[words.norm.index(",") :])
    ):
        return words.text[0]
    if words.norm[-1:] == ["?"] and words.norm[0] in ASKING:
        return words.text[0]
    cue = next((c for c in sentence.cues if c.entry.id == CUE), None)
    return " ".join(words.text[cue.first : cue.last]) if cue is not None else ""
