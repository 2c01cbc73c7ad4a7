"""Announced: is it done by saying so? Groups that say they will merge have merged, talks that sides say they will open
are agreed on, and a coup that loyal troops foil was tried (coding-rules 2.5).
"""

from newsledger.coder.frames import Frame
from newsledger.coder.spans import Sentence, Span

JOINING = frozenset({"form-group", "group-change", "new-force"})
DECLARING = frozenset(
    "announced announce announces declared declare declares said say says agreed agree agrees vowed pledged resolved"
    " decided stated proclaimed announcing declaring saying".split()
)
UNITING = (
    "unit",
    "join",
    "merg",
    "combin",
    "pool",
    "form",
    "band",
    "unif",
    "fus",
    "amalgam",
    "ally",
    "split",
    "break",
    "dissol",
    "disband",
)
FOILED = frozenset(
    "foiled foil thwarted thwart attempt attempted attempting tried try bid averted crushed quashed failed abortive"
    " put stopped prevented defeated".split()
)
PARTS = ("plot", "plan", "plann")  # what was not even tried
REACH = 14  # tokens between those who declare and what they do


def is_done_by_saying(sentence: Sentence, cue: Span, frame: Frame) -> bool:
    """Say whether a cue of things to come or of attempts leaves a frame standing, since saying or trying is the act."""
    norm = sentence.words.norm
    if cue.entry.id == "attempt" and "coup" in frame.actions:
        return norm[cue.first] in FOILED and not any(w.startswith(PARTS) for w in norm)
    if cue.entry.id != "future" or not frame.actions & JOINING:
        return False
    if norm[cue.first] not in {"would", "will"} or not norm[frame.first].startswith(UNITING):
        return False
    said = declared_before(norm, cue.first)
    if said is None:
        return False
    return any(
        m.last <= said and ("armed" in m.tags or m.kind == "group") and "state" not in m.tags
        for m in sentence.mentions
    )


def declared_before(norm: list[str], at: int) -> int | None:
    """Return the nearest token before token `at` by which somebody says what he will do, or None."""
    return next((i for i in range(at - 1, max(0, at - REACH), -1) if norm[i] in DECLARING), None)


def declare(frames: list[Frame]) -> None:
    """Let groups that say what "they" will do be those who do it ("two factions said they would merge")."""
    for frame in frames:
        if (
            frame.scope
            or frame.agents
            or frame.targets
            or not frame.actions & JOINING
            or frame.voice == "noun"
        ):
            continue
        norm = frame.sentence.words.norm
        said = declared_before(norm, frame.first)
        if said is None or not {"they", "it"} & set(norm[said : frame.first]):
            continue
        own = [
            m for m in frame.sentence.mentions if m.last <= said and {"armed", "group"} & (m.tags | {m.kind})
        ]
        frame.agents = [m for m in own if "state" not in m.tags][:1]
