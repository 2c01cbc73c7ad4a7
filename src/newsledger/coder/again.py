"""Again: who acts in "the clash" of a sentence that names nobody, where one before told of that very clash."""

from dataclasses import replace

from newsledger.coder.frames import Frame

BACK = 3  # sentences in which the first telling is looked for
DEFINITE = frozenset({"the", "this", "that"})
TWO_SIDED = frozenset(
    {"clash", "fight", "brawl"}
)  # what two sides do to each other, under whatever type it was told


def take_over(frames: list[Frame]) -> None:
    """Give a definite noun of fighting without anybody in its roles those of the same noun told shortly before."""
    for number, frame in enumerate(frames):
        if frame.agents or frame.targets or frame.voice != "noun" or not frame.actions & TWO_SIDED:
            continue
        norm = frame.sentence.words.norm
        if not frame.first or norm[frame.first - 1] not in DEFINITE:
            continue
        word = norm[frame.last - 1]
        for other in reversed(frames[:number]):
            gap = frame.sentence.index - other.sentence.index
            if gap > BACK:
                break
            same = gap > 0 and other.voice == "noun" and other.sentence.words.norm[other.last - 1] == word
            if same and not other.scope and (other.agents or other.targets):
                frame.agents, frame.targets = (
                    [
                        replace(m, first=frame.first, last=frame.last, sentence=frame.sentence.index)
                        for m in side
                    ]
                    for side in (other.agents, other.targets)
                )
                break
