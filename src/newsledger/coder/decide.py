"""Decide: the features of a frame, and the ranked rule that codes it."""

from collections.abc import Mapping
from dataclasses import dataclass

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, MODALS, PREPOSITIONS, QUANTITY
from newsledger.coder.rules import Rule, Rules
from newsledger.coder.spans import THINGS, Mention, Span

STATE = frozenset({"state", "military", "police", "government", "prison"})
CROWD = frozenset({"protest", "protest-people", "block"})
NONE = frozenset({"none"})
THEME_GAP = 6  # words between a verb and a thing that it acts upon ("seized a large number of old rifles")
PRONOUNS_HELD = frozenset({"him", "her", "them"})
# words behind "her" that show it is no owner ("took her away", not "took her bag")
AFTER_HELD = frozenset(
    "and in at on to with from off away into outside near before after while as by for inside".split()
)
MASS = 20  # people; as many arrested or taken at once are more than a plain case (coding-rules 2.5)
MANY = frozenset({"dozens", "hundreds", "thousands", "scores", "mass"})
NUMBERS = QUANTITY | {"a", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty"}
MEANS = frozenset({"with", "by", "against", "after"})
ANGER = frozenset(
    "angry irate enraged furious infuriated incensed aggrieved agitated outraged irked enraged rampaging rioting"
    " vengeful frenzied maddened seething inflamed".split()
)
ACCUSED = frozenset({"accused", "alleged", "suspected"})
SAYING = frozenset(
    "say said says who whose believe believed fear feared want wanted hope hoped plan planned".split()
)
MASSES = frozenset({"mob", "mobs", "crowd", "crowds", "throng", "horde", "hordes"})
STEMS = ("protest", "demonstrat", "march", "picket", "rally", "rallies", "striker", "striking")


@dataclass(frozen=True, slots=True)
class Decision:
    """The rule that codes a frame, which of its conditions held, and the rules that also held and were outranked."""

    rule: Rule
    condition: int
    outranked: tuple[str, ...]

    @property
    def sub_event_type(self) -> str:
        """The sub-event type that the rule codes."""
        return self.rule.sub_event_type


def features(
    frame: Frame, beside: frozenset[str], context: frozenset[str], country: str
) -> Mapping[str, frozenset[str]]:
    """Return the features that conditions ask for.

    `beside` are the actions of the other frames of the same account, `context` what the story is about (protest, riot,
    place-object, the scope of coding), `country` the country of the event (home and abroad depend on it).
    """
    crowd = "protest" in context or bool(frame.actions & CROWD)
    return {
        "action": frame.actions,
        "agent": who(frame, frame.agents, country, crowd),
        "target": who(frame, main_targets(frame.targets), country, crowd)
        if frame.targets
        else pronoun(frame),
        "object": frame.objects or NONE,
        "theme": theme(frame) or NONE,
        "weapon": frame.weapons or NONE,
        "also": beside or NONE,
        "voice": voices(frame),
        "context": context or NONE,
    }


def main_targets(targets: list[Mention]) -> list[Mention]:
    """Return the forces among targets that begin with forces ("two soldiers and their driver"), else all.

    Civilians hit beside them are counted and are no party (coding-rules 2.1).
    """
    if not targets or not fights(targets[0]):
        return targets
    return [m for m in targets if fights(m)]


def fights(mention: Mention) -> bool:
    """Say whether a mention is of armed people on duty."""
    return "armed" in mention.tags and mention.kind not in {"government", "state"}


def pronoun(frame: Frame) -> frozenset[str]:
    """Return `pronoun` where the object of an active verb is "him", "her" or "them", whom no word names here."""
    norm, at = frame.sentence.words.norm, frame.last
    if norm[at : at + 1] and norm[at] in {"at", "on", "upon"}:
        at += 1
    if frame.voice != "active" or norm[at : at + 1] == [] or norm[at] not in PRONOUNS_HELD:
        return NONE
    owner = norm[at] == "her" and norm[at + 1 : at + 2] and norm[at + 1][0].isalpha()
    return NONE if owner and norm[at + 1] not in AFTER_HELD else frozenset({"pronoun"})


def voices(frame: Frame) -> frozenset[str]:
    """Return the voice and form of a frame, and how a noun stands.

    `light`: a verb carries it; `head`: no preposition governs it ("protesters demanded", "hundreds of protesters", not
    "a film on protesters"); `heading`: it opens the sentence before a colon ("Looting: …").
    """
    found = {frame.voice, frame.form, "light"} if frame.light else {frame.voice, frame.form}
    norm = frame.sentence.words.norm
    at = frame.first - 1
    while (
        at >= 0
        and norm[at] not in PREPOSITIONS
        and frame.first - at < 5
        and norm[at] not in {",", ".", ":", "who"}
    ):
        at -= 1
    counted = norm[at] == "of" and at > 0 and (norm[at - 1] in QUANTITY or norm[at - 1].isdigit())
    if (at < 0 or norm[at] not in PREPOSITIONS or counted) and not only_described(norm, frame.last):
        found.add("head")
    if frame.first == 0 and norm[frame.last : frame.last + 1] == [":"]:
        found.add("heading")
    return frozenset(found)


def only_described(norm: list[str], at: int) -> bool:
    """Say whether what follows at a token only says what people are, have, or should do ("protesters have a right")."""
    first, second = (*norm[at : at + 2], "", "")[:2]
    return (
        first in MODALS
        or first in SAYING
        or (first in BE | HAVE and not second.endswith(("ing", "ed", "en")))
    )


def tags_of(mentions: list[Mention], country: str) -> frozenset[str]:
    """Return the kinds and tags of mentions, with home and abroad for the forces of states."""
    if not mentions:
        return NONE
    found: set[str] = set()
    for m in mentions:
        found |= m.tags | {m.kind}
        if m.kind in STATE or {"group", "military"} <= m.tags:  # a national army by its own name ("FARDC")
            found |= {"state"} if m.kind == "government" else {"state", "armed"}
            away = bool(m.country) and bool(country) and m.country != country
            found |= {"abroad", "abroad-state"} if away else {"home", "home-state"}
    return frozenset(found)


def who(frame: Frame, mentions: list[Mention], country: str, crowd: bool) -> frozenset[str]:
    """Return the tags of mentions and what else is said of them: `mass` if they are many, their identity.

    Activists and party people whom nothing shows demonstrating are civilians `off-street` and no protesters.
    """
    words = frame.sentence.words.norm
    found = set(tags_of(mentions, country))
    street = [m for m in mentions if m.kind == "protesters" and (crowd or demonstrates(frame, m))]
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
    if mentions and all(is_single(m) for m in mentions) and not before_many(words, mentions[0]):
        found.add("single")
    return frozenset(found)


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
    return bool((QUANTITY | MANY) & set(words[max(0, mention.first - 4) : mention.first]) - {"one", "each"})


def demonstrates(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of people named for protesting ("marchers"), not for what they stand for."""
    return any(n.startswith(STEMS) for n in frame.sentence.words.norm[mention.first : mention.last])


def theme(frame: Frame) -> frozenset[str]:
    """Return the ids of the things that a trigger itself acts upon: the object of an active verb, the subject of a
    passive one, what stands behind "of" after a noun; never those of another phrase of the clause."""
    words = frame.sentence.words.norm
    spans = [s for s in frame.sentence.spans if s.entry.kind in THINGS]
    if frame.voice == "passive":
        subject = (s for s in spans if frame.clause[0] <= s.first < frame.first)
        return frozenset(thing(s) for s in subject if not is_governed(words, s.first))
    found: set[str] = set()
    end = frame.last
    for span in spans:
        if span.first < frame.last or span.first >= frame.clause[1]:
            continue
        between = words[end : span.first]
        if len(between) > THEME_GAP or any(leaves_theme(between, i) for i in range(len(between))):
            break
        found.add(thing(span))
        end = span.last
    return frozenset(found)


def is_governed(words: list[str], at: int) -> bool:
    """Say whether a word of means or cause governs the thing at a token ("with guns and mortars")."""
    for i in range(at - 1, max(-1, at - 7), -1):
        if words[i] in {",", ":", ";", "who", "which"}:
            return False
        if words[i] in MEANS:
            return True
    return False


def thing(span: Span) -> str:
    """Return what a span names as a thing: a weapon is one of the weapons, whatever it is used for."""
    if span.entry.kind == "weapon":
        return "other" if span.entry.id in {"riot-control", "blunt", "blade"} else "weapons"
    return span.entry.id


def leaves_theme(between: list[str], at: int) -> bool:
    """Say whether a word leads away from what a verb acts upon: a preposition other than "of" or one before a day."""
    following = between[at + 1] if at + 1 < len(between) else ""
    timed = between[at] == "on" and bool(following)
    counted = between[at] in {"about", "around", "over"} and (following[:1].isdigit() or following in NUMBERS)
    return between[at] in PREPOSITIONS and between[at] != "of" and not timed and not counted


def decide(
    rules: Rules, frame: Frame, beside: frozenset[str], context: frozenset[str], country: str
) -> Decision | None:
    """Return the decision for a frame, or None if no rule holds."""
    held = rules.matching(features(frame, beside, context, country))
    if not held:
        return None
    (rule, condition), *rest = held
    return Decision(rule, condition, tuple(r.id for r, _ in rest))


def beside(frames: list[Frame], number: int) -> frozenset[str]:
    """Return the actions of the other frames in scope in the same sentence.

    That somebody is missing since may be told in the next one ("He has not been seen since").
    """
    me = frames[number]
    near = [f for f in frames if f is not me and f.sentence is me.sentence and not f.scope]
    then = [f for f in frames if f.sentence.index == me.sentence.index + 1 and "missing" in f.actions]
    return frozenset(a for f in near for a in f.actions) | ({"missing"} if then else frozenset())
