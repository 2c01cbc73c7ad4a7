"""The direct object: upon whom a verb acts, by what stands behind it."""

from newsledger.coder.clause import Clause, coordinated_left, coordinated_right
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import PREPOSITIONS, amount_start
from newsledger.coder.spans import Mention

WISHES = frozenset({"invitation", "request", "behest", "urging", "instigation"})
STARTS = frozenset({"when", "while"})  # words that open the statement of a verb
NO_VERBS = frozenset(
    {"striking", "positions", "posts", "camps", "bases"}
)  # nouns and adjectives before an object
NUMEROUS = frozenset({"many", "few"})  # behind "as", which then opens no statement
GAINS = frozenset({"seize-territory", "retake-territory", "take", "go-in", "come-in"})
CONSENT = frozenset(
    {"agreement", "consent", "approval", "permission", "accord", "deal", "help", "support", "backing"}
)
FIRED = frozenset({"launch", "shell", "fire-at"})
REACHED = frozenset(
    {"on", "at", "against", "into", "of", "with", "upon", "towards"}
)  # those a verb acts upon
HARMED = frozenset(
    {"kill", "wound", "capture", "arrest"}
)  # what may be done to some of those who are told of once


def find_objects(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the direct object of an active verb, coordinated mentions included."""
    behind = clause.norm[frame.last : frame.last + 2]
    if behind and behind[0] in STARTS | {"as"} and (behind[0] != "as" or NUMEROUS.isdisjoint(behind[1:])):
        return []  # "teenagers hit as police put down a march"
    if behind[:1] in (["them"], ["him"], ["her"]) and behind[1:] in (["and"], [","]):
        return []  # "dispersed them and three were arrested"
    limit = min(frame.clause[1], frame.last + 14)
    joined = (
        frame.last + 1 if behind[:1] == ["or"] and frame.actions & HARMED else -1
    )  # "killed or captured nine"
    for m in clause.mentions:
        if m.first < frame.last:
            continue
        if m.first >= limit or m in clause.speakers or speaks_for(clause, m):
            break
        if is_told(clause, frame, m) or is_shore(clause, m):
            break
        if clause.hard_between(frame.last, m.first) or set_apart(clause.norm, frame.last, m.first):
            break
        if any(
            s.entry.form not in {"noun", "nouns"}
            and frame.last <= s.first < m.first
            and s.first != joined
            and clause.norm[s.first] not in NO_VERBS  # "fired on striking miners" has miners as its object
            for s in clause.sentence.acts
        ):
            break
        if frame.actions & GAINS and beside_deal(clause, frame, m):
            break
        if aims(clause, frame, m) or not PREPOSITIONS & set(
            clause.norm[frame.last : m.first]
        ) - REACHED - counting(clause, frame.last):
            found = coordinated_right(clause, m, limit)
            return [] if any(x in clause.speakers for x in found) else found  # "…, residents and police said"
    return []


def is_told(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether the verb of a quotation's speaker stands before those named (', said Ali, a trader')."""
    return any(
        frame.last < cue.first < mention.first and clause.norm[cue.first - 1] in {",", '"'}
        for cue in clause.sentence.speech
    )


def beside_deal(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether a mention only agrees to what is taken ("took the town with the consent of its elders")."""
    return not CONSENT.isdisjoint(clause.norm[frame.last : mention.first])


def aims(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether what is fired goes at a mention, wherever from ("fired rockets from the hills at a post")."""
    before = [n for n in clause.norm[frame.last : mention.first] if n in PREPOSITIONS]
    return bool(frame.actions & FIRED) and before[-1:] in (["at"], ["against"])


def speaks_for(clause: Clause, mention: Mention) -> bool:
    """Say whether those named are only whose speaker tells it (", the coalition's spokesman said")."""
    owns = clause.norm[mention.last : mention.last + 1] == ["'s"]
    return owns and any(mention.last < m.first <= mention.last + 2 for m in clause.speakers)


def is_shore(clause: Clause, mention: Mention) -> bool:
    """Say whether a "side" is one of a lake or a border, and nobody's in a war ("on the Kenyan side of the lake")."""
    return clause.norm[mention.last - 1] == "side" and clause.norm[mention.last : mention.last + 1] == ["of"]


def counting(clause: Clause, at: int) -> frozenset[str]:
    """Return the prepositions right behind a verb that belong to a number ("killed around 40 fighters", "up to 30")."""
    norm = clause.norm
    return frozenset(amount_start(norm, at)) | {
        norm[i] for i in range(at, min(at + 2, len(norm))) if clause.is_rough(i)
    }


def set_apart(norm: list[str], first: int, last: int) -> bool:
    """Say whether a comma and "with" begin a statement of their own ("hit the south, with guards killing two"), or a
    phrase tells at whose wish something is done ("marched in at the invitation of its rulers")."""
    if any(norm[i] == "at" and norm[i + 2] in WISHES for i in range(first, max(first, last - 2))):
        return True
    return any(norm[i] == "," and norm[i + 1] == "with" for i in range(first, last - 1))


def object_pronoun(clause: Clause, frame: Frame) -> tuple[list[Mention], list[Mention]] | None:
    """Return who acts and whom a pronoun behind a verb means, in "A tied two men to a tree and beat them", or None.

    The subject is the first of the statement, the pronoun the last before the verb that agrees with it in number.
    """
    said = clause.norm[frame.last] if frame.last < len(clause.norm) else ""
    if said not in {"him", "her", "them"} or clause.norm[frame.first - 1] not in {"and", ",", "then"}:
        return None
    before = [m for m in clause.mentions if m.last <= frame.first and m not in clause.speakers]
    before = [m for m in before if not clause.hard_between(m.last, frame.first)]
    told = {s.last for s in clause.sentence.speech if clause.norm[s.last : s.last + 1] == ["that"]}
    start = max((i for i in range(frame.first) if clause.norm[i] in STARTS or i in told), default=-1)
    own = [m for m in before if m.first > start] or before
    first = next((m for m in own if clause.is_subject(m)), None)
    many = said == "them"
    agree = [m for m in before if m is not first and many == ("plural" in m.tags or (m.count or 1) > 1)]
    if first is None or not agree or "person" not in agree[-1].tags:
        return None
    return coordinated_left(clause, first), agree[-1:]
