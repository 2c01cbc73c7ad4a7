"""How large was the crowd? The tag `crowd size` of demonstrations (coding-rules 6)."""

from newsledger.coder.accounts import Account
from newsledger.coder.spans import PEOPLE, Mention, Sentence

AMOUNTS = frozenset({"dozens", "hundreds", "thousands", "scores", "tens", "hundred", "thousand", "dozen"})
VAGUE = AMOUNTS | {"several", "few"}
BETWEEN = 2  # words between an amount and the people ("dozens of angry young men")


def crowd_size(account: Account) -> str:
    """Return the size of the crowd as it is told, a number or "hundreds", or empty."""
    for telling in account.tellings:
        sentence = telling.frame.sentence
        for mention in telling.frame.agents:
            here = mention.sentence == sentence.index
            if here and mention.kind in PEOPLE and (size := size_of(sentence, mention)):
                return size
    return ""


def size_of(sentence: Sentence, mention: Mention) -> str:
    """Return the count before a mention, or the amount in words ("tens of thousands"), or empty."""
    if mention.count is not None and mention.count > 2:
        return f"{mention.count}"
    norm = sentence.words.norm
    inside = [i for i in range(mention.first, mention.last) if norm[i] in VAGUE]
    near = range(mention.first - 1, max(-1, mention.first - 3 - BETWEEN), -1)
    last = inside[-1] if inside else next((i for i in near if norm[i] in VAGUE), -1)
    first = last
    while first > 0 and (norm[first - 1] in VAGUE or (norm[first - 1] == "of" and norm[first - 2] in VAGUE)):
        first -= 1
    return " ".join(norm[first : last + 1]) if last >= 0 else ""
