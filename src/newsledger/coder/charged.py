"""Charged: is an arrest political, and were those set free held by a group?"""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import before_auxiliaries
from newsledger.coder.parties import is_state
from newsledger.coder.spans import Mention

CHARGE = 30  # tokens behind an arrest in which its reason stands
TIE = 12  # tokens between a word of ties and the group
TIED = 22  # words between an arrest and the party of those arrested
CHARGES = frozenset(
    "terrorism terror terrorist subversive sedition seditious treason espionage spying subversion"
    " insurrection insurgency rebellion mutiny separatism secession extremism radicalisation"
    " radicalization jihad militancy coup overthrow destabilise destabilize incitement blasphemy sabotage"
    " sabotaging saboteur saboteurs bombing bombings bomber bombers blow detonate assassinate"
    " assassination assassinations attacks intelligence spies unrest protests demonstrations".split()
)
ARMS = frozenset("bomb bombs dynamite explosives grenades".split())
SEIZED = frozenset(
    "seized recovered recovery seizing recovering found possession confiscated".split()
)  # told as such
CHARGED = frozenset(
    "for over on under accused suspected suspicion charges charge allegedly alleged plotting planning plot".split()
)
BANNED = frozenset({"banned", "outlawed", "proscribed"})  # said of the body to which those arrested belong
BODY = 7  # tokens between an arrest and such a word
LAID = frozenset({"planted", "planting", "laid", "laying"})  # what makes those arrested bombers
SUSPECTED = frozenset({"accused", "suspected", "alleged", "allegedly"})
REASONS = frozenset("for over after accused suspected who said says told".split())
SUPPLIED = frozenset(
    "supplied supplying carried carrying ferried ferrying delivered delivering transported transporting making made"
    " provided providing bought sold".split()
)
SERVED = frozenset(
    {"officer", "officers", "soldier", "soldiers", "official", "officials", "policeman", "policemen"}
)
FORMER = frozenset({"former", "ex", "ousted", "deposed"})
OFFICES = frozenset(
    "president vice-president minister premier governor mayor lawmaker legislator senator deputy mp parliamentarian"
    " speaker general commander ambassador leader chief councillor".split()
)
DISSENT = frozenset(
    "opposition regime junta dissident dissidents activist activists tweet tweets critic critics pro-democracy"
    " opponent opponents separatist separatists unionist protest protests rally rallies".split()
)
CAPTIVES = frozenset(
    "hostage hostages captive captives captivity captors kidnapped abducted kidnappers abductors prisoners detainees"
    " hands".split()
)
LEADING = frozenset(
    "chairman chairwoman chairperson president secretary treasurer leader leaders head spokesman spokeswoman organiser"
    " organizer deputy vice-president secretary-general official officials member members activist activists".split()
)
BODIES = frozenset(
    "union unions union's federation syndicate confederation party league movement coalition alliance".split()
)  # whose officers are taken for politics
TIES = frozenset(
    "links link linked ties tied connections connected belonging belong members member membership affiliated"
    " affiliation affiliates allegiance loyal supporting support recruiting financing funding collaborating"
    " sympathisers sympathizers supported".split()
)


def charged(frame: Frame) -> frozenset[str]:
    """Return `captive` where people are set free whom a group held, `charged` where they are arrested for what is
    political: links to a group that fights, a crime against the state ("arrested seven men for suspected links to the
    Islamic State", "held three students for sedition").
    """
    norm = frame.sentence.words.norm
    if "release" in frame.actions:
        group = any(
            m.kind == "group" or "armed" in m.tags for m in frame.sentence.mentions if not is_state(m)
        )
        return frozenset({"captive"}) if group and CAPTIVES & set(norm) else frozenset()
    if not frame.actions & {"arrest", "capture", "hold"}:
        return frozenset()
    behind = norm[frame.last : frame.last + CHARGE]
    front = norm[max(0, frame.first - CHARGE) : frame.first] if frame.voice == "passive" else []
    laid = frame.weapons & {"ied"} and LAID & set(norm)
    told = (
        laid
        or (ARMS & set(behind) and SUPPLIED & set(behind) and SEIZED.isdisjoint(norm))
        or (CHARGES & set(behind) and CHARGED & set(behind))
        or (CHARGES & set(front) and SUSPECTED & set(front))
        or BANNED & set(behind[:BODY])
    )
    if (
        told
        or leads_body(frame)
        or of_party(frame)
        or of_dissent(frame)
        or any(held_office(frame, m) for m in frame.targets)
    ):
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
            return not any(first <= s.first < last for s in sentence.acts)
    return False


def leads_body(frame: Frame) -> bool:
    """Say whether somebody arrested is told by an office in a union or the like ("the union's chairman")."""
    norm = frame.sentence.words.norm
    if "arrest" not in frame.actions or not frame.targets:
        return False
    first = min(m.first for m in frame.targets)
    last = max(m.last for m in frame.targets)
    told = norm[max(0, first - 4) : last + 5]
    return not LEADING.isdisjoint(told) and not BODIES.isdisjoint(told)


def of_dissent(frame: Frame) -> bool:
    """Say whether somebody of whom only the name is told is arrested where the sentence names a regime, its opponents
    or what they say ("Nabeel Rajab was detained over tweets")."""
    words = frame.sentence.words
    if frame.targets or "arrest" not in frame.actions or DISSENT.isdisjoint(words.norm):
        return False
    subject = before_auxiliaries(words.norm, frame.first) if frame.voice == "passive" else frame.first - 1
    at = frame.last if frame.voice == "active" else subject
    return 0 <= at < len(words) and words.is_name(at)


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
