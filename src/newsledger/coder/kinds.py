"""Kinds: what the people in a role are (armed, a crowd, one person, from abroad, many)."""

from newsledger.coder.frames import Frame, overlap
from newsledger.coder.grammar import QUANTITY
from newsledger.coder.parties import is_state
from newsledger.coder.spans import Mention

NONE = frozenset({"none"})
HOME = frozenset({"home", "home-state"})
MASS = 20  # people; as many arrested or taken at once are more than a plain case (coding-rules 2.5)
MANY = frozenset({"dozens", "hundreds", "thousands", "scores", "mass"})
ANGER = frozenset(
    "angry irate enraged furious infuriated incensed aggrieved agitated outraged irked enraged rampaging rioting"
    " vengeful frenzied maddened seething inflamed".split()
)
ACCUSED = frozenset({"accused", "alleged", "suspected"})
MASSES = frozenset({"mob", "mobs", "crowd", "crowds", "throng", "horde", "hordes"})
POLITICIANS = frozenset(
    "candidate leader politician deputy lawmaker mp senator councillor councilor chief official chairman president"
    " secretary spokesman hopeful contender aspirant member challenger mayor governor".split()
)
STEMS = ("protest", "demonstrat", "march", "picket", "rally", "rallies", "striker", "striking", "peaceful")
MARCHING = frozenset({"protest", "protest-people", "block", "gather", "fill-streets"})
AMOUNTS = QUANTITY | MANY  # words of how many


def who(frame: Frame, mentions: list[Mention], country: str, crowd: bool) -> frozenset[str]:
    """Return the tags of mentions and what else is said of them: `mass` if they are many, their identity.

    Activists and party people whom nothing shows demonstrating are civilians `off-street` and no protesters.
    """
    words = frame.sentence.words.norm
    found = set(tags_of(mentions, country))
    street = [
        m
        for m in mentions
        if m.kind == "protesters" and ((crowd and not stands_for(frame, m)) or demonstrates(frame, m))
    ]
    if "protesters" in found and not street:
        found = (found - {"protesters"}) | {"off-street", "civilian", "person"}
    for m in mentions:
        if (m.count or 0) >= MASS or MANY & set(words[max(0, m.first - 3) : m.last]):
            found.add("mass")
        if m.kind == "identity":
            found.add(m.entry)
        if is_folk(m):
            found.add("folk")
        if ACCUSED & set(words[m.last : m.last + 2]):
            found.add("suspect")
        before = words[max(0, m.first - 5) : m.first]
        if m.kind in {"civilians", "identity"} and (
            ANGER & set(before[-2:]) or (MASSES & set(before) and "of" in before)
        ):
            found.add("crowd")
    if mentions and all(
        "ranks" in m.tags and "plural" not in m.tags and (m.count or 1) == 1 for m in mentions
    ):
        found.add("one-officer")
    if mentions and all(is_single(m) for m in mentions) and not before_many(words, mentions[0]):
        found.add("single")
    return frozenset(found)


def tags_of(mentions: list[Mention], country: str) -> frozenset[str]:
    """Return the kinds and tags of mentions, with home and abroad for the forces of states."""
    if not mentions:
        return NONE
    found: set[str] = set()
    for m in mentions:
        national = is_national(m)
        found |= (m.tags | {m.kind}) - ({"group"} if national else set())
        if is_state(m) or national:
            found |= {"state"} if m.kind == "government" else {"state", "armed"}
            away = bool(m.country) and bool(country) and m.country != country
            found |= {"abroad", "abroad-state"} if away else {"home", "home-state"}
    return frozenset(found)


def is_national(mention: Mention) -> bool:
    """Say whether a mention is of one state's army or police by its own name ("FARDC", "BOPE")."""
    one = "group" in mention.tags and "|" not in mention.entry
    return one and bool(mention.tags & {"military", "police"}) and "rebel" not in mention.tags


def is_folk(mention: Mention) -> bool:
    """Say whether a mention is of people of a place or a trade in numbers ("villagers", "taxi drivers"), not "men"."""
    many = "plural" in mention.tags or (mention.count or 0) > 2
    return (
        mention.kind in {"civilians", "identity"}
        and many
        and not {"people", "suspect", "prisoners"} & mention.tags
    )


def is_single(mention: Mention) -> bool:
    """Say whether a mention is of one private person ("a man", "his neighbour")."""
    one = "plural" not in mention.tags and (mention.count or 1) == 1
    return one and mention.kind in {"civilians", "identity"} and bool({"person", "identity"} & mention.tags)


def before_many(words: list[str], mention: Mention) -> bool:
    """Say whether a word of many people stands before a mention ("a group of one village")."""
    return bool(AMOUNTS & set(words[max(0, mention.first - 4) : mention.first]) - {"one", "each"})


def demonstrates(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of people named for protesting ("marchers"), not for what they stand for."""
    return any(n.startswith(STEMS) for n in frame.sentence.words.norm[mention.first : mention.last])


def stands_for(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of one politician, who is no marcher even at a rally ("an opposition candidate"), or of
    one activist in a sentence that tells of no march ("an activist was shot dead", though she had led marches)."""
    if "plural" in mention.tags or (mention.count or 1) != 1:
        return False
    if frame.sentence.words.norm[mention.last - 1] in POLITICIANS:
        return True
    return "activists" in mention.tags and not any(
        s.entry.id in MARCHING and not overlap([mention], s.first, s.last) for s in frame.sentence.acts
    )
