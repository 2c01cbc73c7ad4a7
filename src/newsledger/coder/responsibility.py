"""Responsibility: who says that the act was his own ("the group claimed responsibility for the bombing")?"""

from collections.abc import Sequence

from newsledger.coder.accounts import Account
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.story import Story

CUE = "responsibility"
NAMED = frozenset({"group", "gang", "communal"})
DENIALS = frozenset({"no", "not", "nobody", "neither", "nor", "n't", "denied", ";"})
REACH = 8  # tokens between a name and the words of claiming
FAR = 8  # sentences between an event and the claim of it


def attribute(accounts: Sequence[Account], story: Story) -> None:
    """Let a named group that claims responsibility be the agent of the violent event told last before that no name has.

    Where the claim's own sentence tells an event, that one is meant. An event whose agents have a name keeps them.
    """
    for sentence in story.sentences:
        claimant = claimant_of(sentence)
        if claimant is None:
            continue
        open_ones = [a for a in accounts if a.family == "violence" and unnamed(a.agents)]
        near = [
            (abs(sentence.index - t.frame.sentence.index), t.frame.sentence.index, n)
            for n, a in enumerate(open_ones)
            for t in a.tellings
            if t.frame.sentence.kind != "headline" and abs(sentence.index - t.frame.sentence.index) <= FAR
        ]
        if near:
            open_ones[min(near)[2]].agents = [claimant]


def claimant_of(sentence: Sentence) -> Mention | None:
    """Return the named group that claims an act in a sentence: before the words, or behind "by"."""
    norm = sentence.words.norm
    for cue in sentence.spans:
        if cue.entry.kind != "cue" or cue.entry.id != CUE:
            continue
        for mention in reversed(sentence.mentions):
            if mention.kind not in NAMED or not mention.entry:
                continue
            gap = norm[mention.last : cue.first]
            denied = DENIALS & set(norm[max(mention.first - REACH, 0) : cue.first])
            if mention.last <= cue.first and len(gap) <= REACH and not denied:
                return mention
    return None


def unnamed(agents: Sequence[Mention]) -> bool:
    """Say whether agents are nobody by name: "gunmen", "a suicide bomber", or nobody at all."""
    return all(m.kind in {"armed", "gang", "civilians"} and not m.country and not m.entry for m in agents)
