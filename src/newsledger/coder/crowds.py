"""How large was the crowd? The tag `crowd size` of demonstrations (coding-rules 6)."""

from newsledger.coder.accounts import Account
from newsledger.coder.spans import Mention, Sentence

CROWD = frozenset({"protesters", "crowd", "rioters", "identity", "civilians"})
VAGUE = frozenset({"dozens", "hundreds", "thousands", "scores", "tens", "several", "few"})


def crowd_size(account: Account) -> str:
    """Return the size of the crowd as it is told, a number or "hundreds", or empty."""
    for telling in account.tellings:
        sentence = telling.frame.sentence
        for mention in telling.frame.agents:
            if mention.kind in CROWD and (size := size_of(sentence, mention)):
                return size
    return ""


def size_of(sentence: Sentence, mention: Mention) -> str:
    """Return the count before a mention, or the vague word, or empty."""
    if mention.count is not None and mention.count > 2:
        return f"{mention.count}"
    before = sentence.words.norm[max(0, mention.first - 3) : mention.last]
    words = [w for w in before if w in VAGUE]
    if words[:2] == ["tens", "thousands"]:
        return "tens of thousands"
    return words[0] if words else ""
