"""Verbs that only describe somebody, or tell how a thing came about that is now taken, stopped or undone."""

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, HAVE, MODALS, NUMBERS, PARTICIPLES, PREPOSITIONS, QUANTITY
from newsledger.coder.parties import is_state
from newsledger.coder.sentence import HARD
from newsledger.coder.spans import Sentence
from newsledger.coder.spared import GROUND, STEPS

LEAVES = frozenset({"who", "which", "where", "but", "while", "as", "when", ";", "because", "although"})
GOVERNING = frozenset(
    "to for by from leading leads joining accused visited met joined urged told asked praised thanked backed supported"
    " helped led addressed"
    " condemned commanded reinforced rejoined".split()
)
PLACES = frozenset(
    "town city village district area areas territory base camp post position positions".split()
)
TOWNS = frozenset(
    "towns cities villages districts enclave enclaves suburb suburbs neighbourhoods camps".split()
)
SHUT_IN = frozenset(
    "neighborhoods neighbourhood neighborhood quarter quarters people population residents civilians".split()
)
TAKERS = frozenset({"disrupt-weapon", "take-item", "foil"})
SIDES = frozenset("northern southern eastern western central old inner outer".split())
COUNTED = frozenset(
    "the these those several some many most all other remaining newly recently two three four".split()
)
LATELY = frozenset({"already", "newly", "recently", "previously", "earlier", "formerly", "once"})
OWNERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "'s", "of", "for", "with", "by"})
HELPING = frozenset(
    {"help", "helping", "helped", "assist", "let", "free", "rescue", "relieve", "feed", "reach"}
)
CARING = frozenset(  # verbs of what is done for those who are hurt
    "evacuating treating carrying rescuing transporting ferrying helping assisting visiting airlifting comforting"
    " rushing retrieving evacuate treat carry rescue transport help assist visit airlift comfort treated rescued"
    " transported helped assisted visited airlifted ferried".split()
)
# parts of verbs before a hyphen ("re-captured", "fire-bombed")
GLUED_BEFORE = frozenset(
    "re fire tear pepper baton petrol hand co carpet cross counter out over under".split()
)
STATED = MODALS | {"have", "has", "declared", "announced", "agreed", "need"}
COMES = 8  # tokens of "comes only two days after"
PIECES = frozenset("debris fragments shrapnel wreckage remains parts pieces remnants splinters".split())
HARMED = tuple("kill clash attack shell captur seiz wound lost been taken retak fought advanc".split())
HURT = frozenset({"wound", "kill"})
HELD = frozenset({"abduct", "arrest", "capture"})
ASIDE = 5  # tokens of a remark in brackets
DESCRIBED_BEHIND = OWNERS | QUANTITY | NUMBERS | PREPOSITIONS  # what stands before a described noun


def behind_group(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a group's name ends right before a trigger ("SLM/A killed five civilians": no article)."""
    return any(
        m.first < frame.first - 1 and m.last == frame.first and m.kind == "group" for m in sentence.mentions
    )


def in_apposition(frame: Frame) -> bool:
    """Say whether a participle tells what somebody does who is named before it ("Kolo, a member of a force battling
    …")."""
    if frame.form != "ing" or not frame.actions <= {"fight"}:
        return False
    norm = frame.sentence.words.norm
    head = next((m for m in frame.sentence.mentions if m.last == frame.first), None)
    start = head.first if head is not None else 0
    return any(norm[i] == "," and norm[i + 1] in {"a", "an"} for i in range(max(1, start - 4), start))


def searches(frame: Frame, frames: list[Frame]) -> bool:
    """Say whether state forces raid a house only to take what they look for ("raided a house and seized two
    rifles")."""
    if not frame.sentence.words.norm[frame.first].startswith("raid") or frame.voice != "active":
        return False
    if frame.targets or not any(is_state(m) for m in frame.agents):
        return False
    return any(
        f.first >= frame.last
        and f.agents == frame.agents
        and f.actions & TAKERS
        and "destroy" not in f.actions
        for f in frames
    )


def is_attribute(sentence: Sentence, frame: Frame) -> bool:
    """Say whether a participle only describes somebody: "the jailed politician", "his kidnapped son"."""
    if frame.form not in PARTICIPLES:
        return False
    norm = sentence.words.norm
    before = before_lately(norm, frame.first)
    if "ban" in frame.actions and is_banned_party(sentence, frame, before):
        return True
    if frame.first == 0:
        return norm[0] == "armed"  # "Armed settlers attacked", "Armed with sticks, villagers …"
    if frame.last - frame.first > 1 or behind_group(sentence, frame):
        return False
    if sentence.words.glued[frame.first] and before.isalpha() and before not in GLUED_BEFORE:
        return True  # "the refugee-choked port"
    behind = norm[frame.last] if frame.last < len(norm) else "."
    if (before == "'s" and behind in SIDES) or (
        norm[frame.first] == "stolen"
        and before not in BE | HAVE
        and behind not in PREPOSITIONS | {".", ",", "and"}
    ):
        return True  # "the port's besieged northern docks", "recovered stolen motorcycles"
    if (
        frame.actions & (GROUND - {"withdraw"})
        and before in COUNTED
        and behind.isalpha()
        and behind not in PREPOSITIONS
    ):
        return True  # "withdrew from several occupied villages"
    if "disrupt-weapon" in frame.actions and PIECES & set(norm[max(0, frame.first - 3) : frame.first]):
        return False  # "debris of an intercepted drone fell on the port"
    described = any(
        frame.last <= m.first <= frame.last + 1 or m.first == frame.first for m in sentence.mentions
    )
    captives = frame.actions & HELD and describes_captives(sentence, frame, before, behind)
    if captives or is_borne(sentence, frame, before):
        return True
    cared_for = before in CARING and described and frame.actions & HURT
    if cared_for or (before in HELPING and any(m.first == frame.last for m in sentence.mentions)):
        return True  # "evacuating injured victims", "to help besieged fighters flee"
    if norm[frame.first] == "cost":
        return False  # "the crime that cost the judge's life"
    return before in OWNERS and described and norm[frame.last : frame.last + 1] not in (["by"], ["in"])


def describes_captives(sentence: Sentence, frame: Frame, before: str, behind: str) -> bool:
    """Say whether a participle only tells which captives are meant ("released six abducted hostages", "on inputs by
    the arrested suppliers")."""
    if before in {"the", "these", "those"} and behind.endswith("s") and behind.isalpha():
        return True
    counted = before.isdigit() or before in NUMBERS
    return counted and any(m.first == frame.last for m in sentence.mentions)


def is_borne(sentence: Sentence, frame: Frame, before: str) -> bool:
    """Say whether a participle only tells what goods are carried away ("carrying looted food")."""
    borne = any(x.first == frame.last for x in sentence.things)
    return before.endswith("ing") and borne and bool(frame.actions & {"loot", "burn", "destroy"})


def before_lately(norm: list[str], first: int) -> str:
    """Return the word before a participle and its "already" or "recently" ("the already arrested culprits")."""
    at = first - 1
    while at > 0 and norm[at] in LATELY:
        at -= 1
    return norm[at] if first else ""


def only_points(frame: Frame) -> bool:
    """Say whether a participle only tells which places are meant ("left four besieged towns"), or a noun only what is
    known from before ("the attack comes two days after a bomb killed ten")."""
    norm = frame.sentence.words.norm
    before, behind = norm[max(0, frame.first - 1) : frame.first], norm[frame.last : frame.last + COMES]
    if norm[frame.first] == "besieged":
        inside = [word for word in behind[:3] if word not in SIDES][:1]
        return not (PLACES | TOWNS | SHUT_IN).isdisjoint(inside) and not set(before) & (BE | HAVE)
    if norm[frame.first] == "located" and frame.voice != "noun":  # "rebels located in the hills fired shells"
        return not set(before) & (BE | HAVE) and not PREPOSITIONS.isdisjoint(behind[:1])
    comes = frame.voice == "noun" and behind[:1] in (["comes"], ["came"]) and "after" in behind
    return comes and before in (["the"], ["this"])


def is_banned_party(sentence: Sentence, frame: Frame, before: str) -> bool:
    """Say whether a participle of banning stands as an adjective before a name or a group: "the banned Batasuna
    party", "of two proscribed outfits", "belonging to the outlawed All …"."""
    norm = sentence.words.norm
    if (
        "(" in norm[max(0, frame.first - ASIDE) : frame.first]
        and ")" in norm[frame.last : frame.last + ASIDE]
    ):
        return True  # "the Example Front (outlawed in Russia)"
    ended = any(m.last in {frame.first, frame.first - 1} for m in sentence.mentions)
    lands = [s.first for s in sentence.of_kind("country") if norm[s.first - 1] == "in"]
    alone = frame.last - frame.first == 1  # not "banned rallies in Conakry"
    if before not in BE and ended and alone and frame.last + 1 in lands:
        return True  # "groups such as the Example Front outlawed in Russia"
    behind = sentence.words.text[frame.last : frame.last + 1]
    if before.endswith("ing") and behind and behind[0].islower():
        return behind[0] not in PREPOSITIONS | OWNERS  # "using banned weapons"
    described = before in DESCRIBED_BEHIND or not before or before.isdigit()
    named = bool(behind) and behind[0][:1].isupper()
    near = any(frame.last <= m.first <= frame.last + 2 or m.first == frame.first for m in sentence.mentions)
    return described and (named or near)


def only_describes(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a step in -ing only describes who does something else: "soldiers withdrawing from A looted B"."""
    if not sentence.words.norm[frame.first].endswith("ing") or frame.voice != "active":
        return False
    if not frame.actions & (STEPS | GROUND | {"armed-move", "clash", "fight"}):
        return False
    norm = sentence.words.norm
    fights = bool(frame.actions & {"clash", "fight"})
    if fights and any(m.last == frame.first and is_governed(norm, m.first) for m in sentence.mentions):
        return True
    if not any(m.last == frame.first for m in frame.agents):
        return False
    if fights and norm[frame.first] == "fighting" and only_states(norm, frame.last):
        return True
    return any(
        f.first > frame.last
        and (f.form in {"ed", "past", "s"} or f.voice == "passive" or (fights and f.form == "part"))
        and not ({"weak"} if fights else {"intransitive", "weak"}) & f.tags
        and not any(n in HARD or n == "," for n in norm[frame.last : f.first])
        for f in frames
    )


def is_governed(norm: list[str], at: int) -> bool:
    """Say whether a noun phrase is what a preposition or another verb governs ("accused the coalition fighting …",
    "sent doctors to troops battling …")."""
    at -= 1
    while at > 0 and norm[at] in {
        "the",
        "its",
        "their",
        "his",
        "our",
        "some",
        "all",
        "a",
        "an",
        "international",
    }:
        at -= 1
    return at >= 0 and norm[at] in GOVERNING


def only_states(norm: list[str], at: int) -> bool:
    """Say whether people "fighting in …" have or say something further on: no fight is told ("the factions fighting in
    the north have formed a council")."""
    end = next((i for i in range(at, len(norm)) if norm[i] in HARD or norm[i] in {",", "and"}), len(norm))
    clause = norm[at:end]
    stated = next((i for i, n in enumerate(clause) if n in STATED), None)
    return stated is not None and stated >= 1 and not any(n.startswith(HARMED) for n in clause[stated:])


def was_taken_before(sentence: Sentence, frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a participle only tells how a place was lost that is now taken: "retook a town seized by rebels"."""
    if frame.form not in PARTICIPLES or not frame.actions & (GROUND | {"lose-control", "capture"}):
        return False
    norm = sentence.words.norm
    for f in frames:
        gap = norm[f.last : frame.first]
        if f.first >= frame.first or not f.actions & GROUND or f.voice != "active":
            continue
        plain = not any(g in HARD or g in LEAVES or g in BE or g in {",", "and"} for g in gap)
        if plain and frame.voice != "active" and PLACES & set(gap):
            return True
        if plain and PLACES & set(gap[-2:]):
            return True
    return False
