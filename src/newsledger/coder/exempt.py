"""Events that a word which takes a whole sentence out of scope (a trial, an accident, a campaign) leaves standing."""

from newsledger.coder.describing import TAKERS, is_attribute
from newsledger.coder.frames import Frame
from newsledger.coder.grammar import DEADLY
from newsledger.coder.parties import is_state
from newsledger.coder.protested import CROWD, MET, charged
from newsledger.coder.spans import Mention, Sentence, Span
from newsledger.coder.spared import STEPS
from newsledger.coder.surroundings import has_aim, has_motive

DOWNED = "shoot-down"
BLASTS = frozenset(
    {"shoot", "land", "bomb", "shell", "kill", "wound", "death", "burn", "destroy", "evacuate"}
)  # what stored arms do
FROM_AFAR = frozenset({"drone", "air"})
FIRED = frozenset({"shell", "launch", "airstrike", "bomb", "use", "land", "chemical"})  # in a test
LAID = ("bomb", "ied", "landmine", "roadside")
FOUGHT = (
    "bomb",
    "grenade",
    "ambush",
    "attack",
    "gunm",
    "gunfire",
    "shoot",
    "shot",
    "rebel",
    "militant",
    "clash",
)
BOMB_WORDS = tuple(
    "bomb roadside ied improvised grenade landmine dynamite mortar rocket missile ambush gunm".split()
)
SQUADS = frozenset(
    {"squad", "disposal", "experts", "expert", "threat", "scare", "technicians", "hoax", "robot"}
)
HARMED = frozenset({"kill", "wound", "death", "destroy", "burn", "displace", "evacuate", "displace-return"})
RELIEF = frozenset(
    {"move-forces", "use", "send", "armed-move", "security-measure"}
)  # for the victims of a flood
RALLIES = frozenset(
    "rally rallies rallied march marches marched parade parades paraded vigil procession".split()
)
OUTRIGHT = frozenset(
    "airstrike shell suicide-bomb grenade chemical abduct rape disrupt-weapon take-item".split()
)
BOMBS = ("bomb", "landmine", "explosive", "dynamite", "device", "detonat")
BOMB_NAMES = frozenset({"ied", "ieds", "mine", "mines"})
BLAST = frozenset({"detonation", "detonations"})  # of what is stored, too
HIT = frozenset({"shoot", "kill", "wound", "death", "attack", "fire-at"})
GUNFIRE = frozenset(
    "gunfire gunshot gunshots gunman gunmen bullet bullets shooter shooters homicide police deputies sheriff"
    " hospital".split()
)


def before_suicide(sentence: Sentence, frame: Frame, cue: Span) -> bool:
    """Say whether somebody killed others before he shot himself, which is no accident."""
    own = sentence.words.norm[cue.last - 1] in {"himself", "herself", "themselves"}
    return own and frame.last <= cue.first and bool(frame.actions & DEADLY) and bool(frame.targets)


AIMED = frozenset({"bomb", "shell", "airstrike", "attack", "burn", "loot"})  # what nobody does by mistake
FLOWN = frozenset({"air", "drone"})
WRECKED = frozenset("crash crashed crashes crashing crash-landed plunged plummeted ditched nosedived".split())
REFUSING = frozenset({"for", "refusing"})  # what a witness is taken for
BEATING = frozenset({"attack", "assault", "mob"})  # what people do to others by hand
CRASHES = frozenset({"crashed", "crash-landed", "plunged", "nosedived"})
GASSING = frozenset({"attack", "release", "launch", "airstrike", "use"})
STRUCK = frozenset({"attack", "kill", "wound", "destroy"})


def exempt(ident: str, frame: Frame) -> bool:
    """Say whether a sentence-wide cue leaves a frame alone: people may protest at a trial or after an accident."""
    people = frame.agents + frame.targets
    if ident == "fiction" and "rape" in frame.actions and not people:
        return False  # "a drama about wartime rape"
    if (ident == "games" and was_hit(frame)) or (
        ident == "trial" and frame.actions & {"mass-grave", "release"}
    ):
        return True  # "were released on bail"
    if (settled := by_its_cue(ident, frame)) is not None:
        return settled
    if ident == "accident" and any(s.entry.id == DOWNED for s in frame.sentence.acts):
        return True  # "an airliner was shot down, killing all on board"
    if ident == "accident" and frame.actions & HARMED and not GUNFIRE.isdisjoint(frame.sentence.words.norm):
        return True  # "gunfire at a pool party left two dead"
    bomb = ident == "accident" and names_bomb(frame.sentence)
    bomb = bomb or dies_by_force(frame) or hits_crowd(ident, frame)
    if bomb or outright(frame) & (OUTRIGHT | MET) or of_bomb(frame.trigger.casefold()):
        return True
    if struck_with(ident, frame):
        return True
    if any("armed" in m.tags and "thing" not in m.tags and not helps(ident, frame, m) for m in people):
        return True
    crowd = any({"crowd", "protesters", "rioters", "fans"} & (m.tags | {m.kind}) for m in people)
    if ident == "accident":
        beaten = frame.voice == "active" and bool(frame.agents) and bool(frame.actions & BEATING)
        return crowd or beaten or (bool(frame.actions & CROWD) and not is_thrown(frame))
    rally = frame.actions <= {"protest"} and frame.trigger.casefold() in RALLIES
    rally = rally and not (
        frame.agents and has_aim(frame.sentence, frame.last)
    )  # "marched against a cartoon"
    rally = rally or (frame.voice == "noun" and not people)
    other = CROWD | (STEPS - {"agree", "accord"}) | {"kill", "arrest"}
    return crowd or (bool(frame.actions & other) and not rally)


def by_its_cue(ident: str, frame: Frame) -> bool | None:
    """Say whether a cue that has a rule of its own leaves a frame alone, None for the other cues."""
    if ident == "trial":
        return bool(frame.actions & (CROWD | MET)) and not charged(frame)
    if ident == "campaign":
        return not is_meeting(frame)
    if ident in {"stores", "training", "trial-run"}:
        return is_hostile(ident, frame)
    if ident == "prosecution":  # who investigates a battle or a bomb, too
        named = frame.sentence.mentions
        slain = frame.actions & DEADLY and any(
            m.kind == "government" for m in frame.targets
        )  # "a mayor was shot"
        return (
            bool(slain)
            or any("armed" in m.tags and not is_state(m) for m in named)
            or bool(frame.actions & (OUTRIGHT | CROWD | MET))
        )
    if ident == "mishap":
        aimed = frame.voice == "active" and any("armed" in m.tags for m in frame.agents)
        outright = (OUTRIGHT - TAKERS) | CROWD | MET | (AIMED if aimed else frozenset())
        return bool(frame.actions & outright)  # "rebels bombed a munitions factory"
    if ident == "accident" and frame.actions == {"block"} and not frame.agents:
        return False  # "all lanes were closed because of a crash"
    return None


def hits_crowd(ident: str, frame: Frame) -> bool:
    """Say whether a blast goes through people, of whom others are then hurt in a throng ("the explosion ripped through
    the worshippers, and many were injured in a stampede")."""
    norm = frame.sentence.words.norm
    through = "through" in norm[frame.first : frame.last] and "bomb" in frame.actions
    return ident == "accident" and through and any(0 <= m.first - frame.last <= 4 for m in frame.targets)


def is_thrown(frame: Frame) -> bool:
    """Say whether nobody throws what comes down ("a volcano showering the shore with rock")."""
    return "launch" in frame.actions and not frame.agents


def struck_with(ident: str, frame: Frame) -> bool:
    """Say whether somebody strikes with gas, bullets or from the air ("a warplane hit a truck with gas cylinders")."""
    if "chemical" in frame.weapons and frame.actions & GASSING:
        return bool(frame.agents) or frame.voice == "noun"
    if ident == "accident" and "small-arms" in frame.weapons and frame.actions & {"kill", "shoot", "wound"}:
        return True  # "killed by gunshot near the gas plant"
    flown = ident == "accident" and bool(frame.weapons & FLOWN) and bool(frame.actions & STRUCK)
    return flown and bool(frame.agents) and WRECKED.isdisjoint(frame.sentence.words.norm)


def dies_by_force(frame: Frame) -> bool:
    """Say whether "died" is told of people beside shots or bombs, or of one man, who may have been shot."""
    if frame.trigger.casefold() != "died" or "death" not in frame.actions:
        return False
    one = len(frame.targets) < 2 and all(
        "plural" not in m.tags and (m.count or 1) == 1 for m in frame.targets
    )
    return (one and CRASHES.isdisjoint(frame.sentence.words.norm)) or is_fought(frame.sentence)


def is_fought(sentence: Sentence) -> bool:
    """Say whether a sentence has words of fights, shots and bombs."""
    return any(n.startswith(FOUGHT) for n in sentence.words.norm)


def of_bomb(trigger: str) -> bool:
    """Say whether a trigger has the name of a bomb in it."""
    if trigger in BLAST:
        return False
    return any(b in trigger for b in BOMBS) or not BOMB_NAMES.isdisjoint(trigger.split())


def was_hit(frame: Frame) -> bool:
    """Say whether somebody is hit by gunfire where others play, and no ball is shot ("a coach was shot", "gunfire
    wounded four at a concert")."""
    if "bomb" in frame.actions:
        group = any(m.kind == "group" for m in frame.sentence.mentions)
        if group or names_bomb(frame.sentence):
            return True  # "a bomb exploded at a parade"
    if not frame.actions & HIT:
        return False
    people = any("thing" not in m.tags for m in frame.targets)
    return (frame.voice == "passive" and people) or bool(GUNFIRE & set(frame.sentence.words.norm))


def names_bomb(sentence: Sentence) -> bool:
    """Say whether a sentence names a bomb, a shell or an ambush, not those who look for one ("bomb squad")."""
    norm = [*sentence.words.norm, ""]
    return any(n.startswith(BOMB_WORDS) and norm[i + 1] not in SQUADS for i, n in enumerate(norm[:-1]))


def helps(ident: str, frame: Frame, mention: Mention) -> bool:
    """Say whether soldiers or policemen named beside the dead of an accident only help or are among them."""
    fought = is_fought(frame.sentence)
    return (
        ident == "accident"
        and is_state(mention)
        and frame.actions <= HARMED | RELIEF | {"loot"}
        and not fought
    )


def is_charged(sentence: Sentence, frame: Frame, cue: Span) -> bool:
    """Say whether a cue only tells with what somebody arrested now was charged then, or for what he was ("were arrested
    and charged", "took her into custody for refusing to testify")."""
    told = "arrest" in frame.actions and frame.voice != "noun" and not is_attribute(sentence, frame)
    norm, behind = sentence.words.norm, cue.first >= frame.last
    reason = norm[cue.first].startswith("charg") or set(norm[frame.last : cue.first]) >= REFUSING
    return told and behind and reason


def is_meeting(frame: Frame) -> bool:
    """Say whether a frame is of people who come to hear a candidate, none of whom is said to protest."""
    street = any(m.kind in {"protesters", "rioters", "police"} for m in frame.sentence.mentions)
    word = frame.sentence.words.norm[frame.first]
    meets = word.startswith("rall") or frame.actions <= {"gather", "fill-streets"}
    street = street or "protest-people" in frame.actions
    return meets and not street and not has_motive(frame.sentence)


def outright(frame: Frame) -> frozenset[str]:
    """Return the actions of a frame; what blows up by itself is not also taken from somebody ("its load blew up")."""
    if any("armed" in m.tags for m in frame.agents):
        return frame.actions
    built = "property" in frame.objects and "weapons" not in frame.objects and not frame.weapons
    if built:
        return frame.actions - TAKERS - {"disrupt-weapon"}  # "a tremor brought down houses"
    return frame.actions - TAKERS if "bomb" in frame.actions else frame.actions


def is_hostile(ident: str, frame: Frame) -> bool:
    """Say whether a frame beside a depot of arms or a test of weapons still tells of somebody who attacks or is hit:
    "rebels blew up an ammunition depot", "the missile killed two fishermen"."""
    if any("armed" in m.tags and "state" not in m.tags and not is_state(m) for m in frame.agents):
        return True
    if ident == "stores" and frame.weapons & FROM_AFAR:
        return True
    if ident == "trial-run":
        hit = any(not is_state(m) for m in frame.targets)
        return not frame.actions & (FIRED | {"attack"}) or hit  # "hitting its target at 300 km"
    blast = frame.voice != "active" and "shell" in frame.actions  # "the explosion of shells"
    named = any(b in frame.trigger.casefold() for b in LAID)
    strikes = bool(outright(frame) & (OUTRIGHT | MET | CROWD)) and not blast
    if ident == "training":
        return not frame.actions & (BLASTS | {"premature", "attack"})
    armed = any("armed" in m.tags for m in frame.agents)
    return strikes or named or armed or not frame.actions & BLASTS
