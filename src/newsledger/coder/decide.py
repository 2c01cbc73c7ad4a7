"""Decide: the features of a frame, and the ranked rule that codes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsledger.coder.frames import Frame, around
from newsledger.coder.grammar import BE, HAVE, MODALS, PREPOSITIONS, QUANTITY
from newsledger.coder.rules import Rule, Rules
from newsledger.coder.spans import THINGS, Mention, Span
from newsledger.coder.voice import behind_time

STATE = frozenset({"state", "military", "police", "government", "prison"})
CROWD = frozenset({"protest", "protest-people", "block"})
NONE = frozenset({"none"})
THEME_GAP = 6  # words between a verb and a thing that it acts upon ("seized a large number of old rifles")
PRONOUNS_HELD = frozenset({"him", "her", "them"})
# words behind "her" that show it is no owner ("took her away", not "took her bag")
AFTER_HELD = frozenset(
    "and in at on to with from off away into outside near before after while as by for inside".split()
)
CHARGE, TIE = (
    30,
    12,
)  # tokens behind an arrest in which its reason stands; between a word of ties and the group
TIED = 22  # words between an arrest and the party of those arrested
CHARGES = frozenset(
    "terrorism terror terrorist sedition seditious treason espionage spying subversion insurrection"
    " insurgency rebellion mutiny separatism secession extremism radicalisation radicalization jihad"
    " militancy coup overthrow destabilise destabilize incitement blasphemy sabotage sabotaging saboteur"
    " saboteurs bombing bombings blow detonate intelligence spies unrest protests demonstrations".split()
)
CHARGED = frozenset(
    "for over on under accused suspected suspicion charges charge allegedly alleged plotting planning plot".split()
)
LAID = frozenset({"planted", "planting", "laid", "laying"})  # what makes those arrested bombers
SUSPECTED = frozenset({"accused", "suspected", "alleged", "allegedly"})
REASONS = frozenset("for over after accused suspected who said says told".split())
SERVED = frozenset(
    {"officer", "officers", "soldier", "soldiers", "official", "officials", "policeman", "policemen"}
)
FORMER = frozenset({"former", "ex", "ousted", "deposed"})
OFFICES = frozenset(
    "president vice-president minister premier governor mayor lawmaker legislator senator deputy mp parliamentarian"
    " speaker general commander ambassador leader chief councillor".split()
)
CAPTIVES = frozenset(
    "hostage hostages captive captives captivity captors kidnapped abducted kidnappers abductors prisoners detainees"
    " hands".split()
)
TIES = frozenset(
    "links link linked ties tied connections connected belonging belong members member membership affiliated"
    " affiliation affiliates allegiance loyal supporting support recruiting financing funding collaborating"
    " sympathisers sympathizers".split()
)
MASS = 20  # people; as many arrested or taken at once are more than a plain case (coding-rules 2.5)
MANY = frozenset({"dozens", "hundreds", "thousands", "scores", "mass"})
CONTAINERS = frozenset(
    "crate crates box boxes bag bags truck lorry car vehicle van boat dhow package parcel suitcase backpack drum barrel"
    " container containers cache depot consignment shipment load stocked filled packed loaded stuffed".split()
)
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
HOME, AWAY = frozenset({"home", "home-state"}), frozenset({"abroad", "abroad-state"})
PLACED = frozenset({"placed", "place-object", "from-place"})  # what only the places of a frame tell
POLITICIANS = frozenset(
    "candidate leader politician deputy lawmaker mp senator councillor councilor chief official chairman president"
    " secretary spokesman hopeful contender aspirant member challenger mayor governor".split()
)
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
        "target": who(frame, main_targets(frame.targets), country, crowd) | charged(frame)
        if frame.targets
        else pronoun(frame) | charged(frame),
        "object": frame.objects or NONE,
        "theme": theme(frame) or NONE,
        "weapon": frame.weapons or NONE,
        "also": beside or NONE,
        "voice": voices(frame),
        "context": context or NONE,
    }


def charged(frame: Frame) -> frozenset[str]:
    """Return `captive` where people are set free whom a group held, `charged` where they are arrested for what is
    political: links to a group that fights, a crime against the state ("arrested seven men for suspected links to the
    Islamic State", "held three students for sedition").
    """
    norm = frame.sentence.words.norm
    if "release" in frame.actions:
        group = any(
            m.kind == "group" or "armed" in m.tags for m in frame.sentence.mentions if m.kind not in STATE
        )
        return frozenset({"captive"}) if group and CAPTIVES & set(norm) else frozenset()
    if not frame.actions & {"arrest", "capture", "hold"}:
        return frozenset()
    behind = norm[frame.last : frame.last + CHARGE]
    front = norm[max(0, frame.first - CHARGE) : frame.first] if frame.voice == "passive" else []
    laid = frame.weapons & {"ied"} and LAID & set(norm)
    told = (
        laid
        or (CHARGES & set(behind) and CHARGED & set(behind))
        or (CHARGES & set(front) and SUSPECTED & set(front))
    )
    if told or of_party(frame) or any(held_office(frame, m) for m in frame.targets):
        return frozenset({"charged"})
    tie = next((i for i, n in enumerate(behind) if n in TIES), None)
    groups = (
        m.first - frame.last for m in frame.sentence.mentions if m.kind == "group" and "state" not in m.tags
    )
    tied = tie is not None and any(at >= 0 and -2 <= at - tie <= TIE for at in groups)
    return frozenset({"charged"}) if tied else frozenset()


def of_party(frame: Frame) -> bool:
    """Say whether the people arrested are told of by their party ("the chairman of the main opposition party")."""
    sentence, stops = frame.sentence, REASONS if frame.targets else REASONS - {"said", "says", "told"}
    for m in sentence.mentions:
        if not m.tags & {"party", "supporters"}:
            continue
        first, last = (m.last, frame.first) if frame.voice == "passive" else (frame.last, m.first)
        before = sentence.words.norm[max(0, m.first - 6) : m.first] if frame.voice == "passive" else []
        if (REASONS - {"said", "says", "told", "who"}) & set(before):
            continue  # "suspected of killing an opposition leader, was arrested"
        if 0 <= last - first <= TIED and not stops & set(sentence.words.norm[first:last]):
            return not any(s.entry.kind == "action" and first <= s.first < last for s in sentence.spans)
    return False


def held_office(frame: Frame, mention: Mention) -> bool:
    """Say whether somebody arrested is a politician or commander out of office ("a former minister")."""
    words = frozenset(frame.sentence.words.norm[mention.first : mention.last])
    served = (
        bool(SERVED & words)
        and bool(frame.agents)
        and not any(is_plain_police(frame, m) for m in frame.agents)
    )
    return (served or bool(OFFICES & words)) and ("former" in mention.tags or bool(FORMER & words))


def is_plain_police(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of the police, and not of an intelligence service."""
    words = frame.sentence.words.norm[mention.first : mention.last]
    return mention.kind == "police" and "intelligence" not in words


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
    if norm[at + 1 : at + 3] == ["of", "them"] and (norm[at][0].isdigit() or norm[at] in NUMBERS):
        at += 2  # "shot nine of them"
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


def stands_for(frame: Frame, mention: Mention) -> bool:
    """Say whether a mention is of one politician, who is no marcher even at a rally ("an opposition candidate")."""
    one = "plural" not in mention.tags and (mention.count or 1) == 1
    return one and frame.sentence.words.norm[mention.last - 1] in POLITICIANS


def theme(frame: Frame) -> frozenset[str]:
    """Return the ids of the things that a trigger itself acts upon: the object of an active verb, the subject of a
    passive one, what stands behind "of" after a noun; never those of another phrase of the clause."""
    words = frame.sentence.words.norm
    spans = [s for s in frame.sentence.spans if s.entry.kind in THINGS]
    if frame.voice == "passive":
        subject = (s for s in spans if frame.clause[0] <= s.first < frame.first)
        return frozenset(thing(s) for s in subject if not is_governed(words, s.first))
    found: set[str] = set()
    end = behind_time(words, frame.last)
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
    if between[at] == "with" and at and between[at - 1] in CONTAINERS:
        return False  # "dug up a crate with thirty shells"
    counted = between[at] in {"about", "around", "over"} and (following[:1].isdigit() or following in NUMBERS)
    return between[at] in PREPOSITIONS and between[at] != "of" and not timed and not counted


def possible(rules: Rules, known: Mapping[str, frozenset[str]]) -> list[Rule]:
    """Return the rules that may hold for a frame wherever it happened, the one that decides first.

    `known` are its features without a country. Most frames have none, and need no place.
    """
    least, most = dict(known), dict(known)
    for key in ("agent", "target"):
        if not HOME.isdisjoint(known[key]):
            least[key], most[key] = known[key] - HOME, known[key] | AWAY
    most["context"] = known["context"] | PLACED
    return rules.possible(least, most)


def placed(
    frame: Frame, known: Mapping[str, frozenset[str]], context: frozenset[str], country: str
) -> Mapping[str, frozenset[str]]:
    """Return the features of a frame in its country, `context` added to them."""
    found = dict(known)
    found["context"] = known["context"] | context
    crowd = "protest" in found["context"] or bool(frame.actions & CROWD)
    if country and not HOME.isdisjoint(known["agent"]):
        found["agent"] = who(frame, frame.agents, country, crowd)
    if country and not HOME.isdisjoint(known["target"]):
        found["target"] = who(frame, main_targets(frame.targets), country, crowd) | charged(frame)
    return found


def decide(rules: Sequence[Rule], found: Mapping[str, frozenset[str]]) -> Decision | None:
    """Return the decision of those of `rules` (the one that decides first) that hold for features, or None."""
    held = [(rule, n) for rule in rules if (n := rule.which(found)) is not None]
    if not held:
        return None
    (rule, condition), *rest = held
    return Decision(rule, condition, tuple(r.id for r, _ in rest))


def beside(frames: list[Frame], number: int) -> frozenset[str]:
    """Return the actions of the other frames in scope in the same sentence.

    That somebody is missing since may be told in the next one ("He has not been seen since").
    """
    me = frames[number]
    found: set[str] = set()
    for frame in around(frames, number):
        if frame.sentence is me.sentence and frame is not me and not frame.scope:
            found |= frame.actions
        elif frame.sentence.index > me.sentence.index and "missing" in frame.actions:
            found.add("missing")
    return frozenset(found)
