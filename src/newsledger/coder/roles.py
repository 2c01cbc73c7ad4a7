"""Roles: who acts and who is acted upon, by clause-local patterns of English (active, passive, nominal)."""

from newsledger.coder.frames import Frame, triggers
from newsledger.coder.sentence import HARD, clause_marks
from newsledger.coder.spans import Mention, Sentence, Span

BE = frozenset("is are was were be been being get gets got getting 's".split())
HAVE = frozenset("has have had having".split())
ADVERBS = frozenset(
    "also then later still again just not reportedly now already allegedly once both all never even there nearly"
    " almost so far first soon since thus either apparently subsequently".split()
)
PREPOSITIONS = frozenset(
    "in at near of with against on from to by for between into over towards toward inside outside during under amid"
    " among around across through behind about upon within without along despite".split()
)
LEADING = frozenset(
    "the a an their its his her suspected alleged some several de facto self declared proclaimed breakaway so called"
    " ethnic local senior former own other armed".split()
)
QUANTITY = frozenset(
    "dozens hundreds thousands scores tens group groups members member fighters scores crowd crowds number lot handful"
    " couple majority one some many most leaders leader supporters units unit elements forces residents bodies band"
    " gang men women team wave column convoy pair trio rest none any both each all half millions relatives families"
    " hundred thousand two three four five six seven eight nine ten".split()
)
LIGHT = frozenset(
    "carried carry carries carrying launched launch launches launching conducted conduct conducts conducting staged"
    " stage stages staging mounted mount mounting made make makes making led lead leads leading committed commit"
    " commits perpetrated held hold holds holding organised organized joined join joins joining attended took take"
    " takes taking began begin begins begun started start starts starting resumed resume resumes continued continue"
    " continues unleashed unleash unleashing executed intensified stepped suffered suffer sustained faced face engaged"
    " engage engages signed reached announced declared brokered".split()
)
HAPPENS = frozenset(
    "erupted broke occurred happened unfolded ensued flared raged took came began continued resumed started followed"
    " intensified escalated effect reported erupt occur rocked shook hit ripped targeted".split()
)
INHERIT = frozenset({"and", ",", "then", "but", "before", "while", "or", ";", "later"})
OPENING = frozenset({"who", "which", "that", "as", "after", "when", "while", "where", "before", "because"})
FORCE = frozenset({"attack", "shell", "airstrike", "shoot", "bomb", "burn", "loot", "destroy"})
DEADLY = frozenset({"kill", "death", "wound"})
OBJECT_NOUNS = DEADLY | frozenset(
    "abduct arrest rape assault capture burn loot destroy seize-territory retake-territory displace".split()
)
PARTICIPLES = frozenset({"ed", "part", "past"})
MODALS = frozenset("will would can could may might shall should must did do does don't doesn't didn't 'll".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our any no some each every another several many more most such"
    " two three four five six first second third last latest new recent fresh deadly fierce violent armed bloody"
    " sporadic ongoing previous similar alleged separate other worst deadliest".split()
)
PASSIVE_AFTER = frozenset("by in during when after near at on outside inside while and , . ) amid as along".split())
REDUCED = frozenset("kill wound arrest abduct capture assault shoot displace burn destroy loot bomb attack".split())


class Clause:
    """A sentence as roles see it: boundaries, mentions, speakers."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.norm = sentence.words.norm
        self.marks = clause_marks(sentence.words)
        self.mentions = sentence.mentions
        self.cues = [s for s in sentence.spans if s.entry.kind == "cue"]
        self.speakers = self.find_speakers()

    def find_speakers(self) -> list[Mention]:
        """Return the mentions that speak: before or after a verb of saying, or behind "according to"."""
        found = []
        for cue in self.cues:
            if "speech" not in cue.entry.tags:
                continue
            before = self.last_before(cue.first, 8)
            quoted = cue.first > 0 and self.norm[cue.first - 1] in {",", '"'}
            after = next((m for m in self.mentions if cue.last <= m.first <= cue.last + 2), None)
            if self.norm[cue.first] == "according" or (quoted and after is not None):
                before = next((m for m in self.mentions if cue.last <= m.first <= cue.last + 6), None)
            if before is not None and before not in found:
                found.append(before)
        return found

    def last_before(self, at: int, reach: int) -> Mention | None:
        """Return the mention that ends last before token `at`, within `reach` tokens and the same statement."""
        for m in reversed(self.mentions):
            if m.last <= at:
                if at - m.last > reach or any(self.marks[i] for i in range(m.last, at)):
                    return None
                return m
        return None

    def hard_between(self, first: int, last: int) -> bool:
        """Say whether a hard boundary stands in tokens `first` to `last`."""
        return any(self.norm[i] in HARD for i in range(first, last))

    def preposition(self, mention: Mention) -> str:
        """Return the preposition that governs a mention, looking past articles and adjectives, or empty."""
        i = mention.first - 1
        for _ in range(3):
            if i < 0 or self.marks[i]:
                return ""
            if self.norm[i] in PREPOSITIONS:
                return self.norm[i]
            i -= 1
        return ""

    def is_subject(self, mention: Mention) -> bool:
        """Say whether a mention can be a subject: free of a preposition, or counted ("dozens of protesters")."""
        i = mention.first - 1
        while i >= 0 and self.norm[i] in LEADING:
            i -= 1
        if i < 0 or self.norm[i] not in PREPOSITIONS:
            return True
        return self.norm[i] == "of" and i > 0 and (self.norm[i - 1] in QUANTITY or self.norm[i - 1].isdigit())


def find_frames(sentence: Sentence) -> list[Frame]:
    """Return a frame for each trigger of a sentence, in order, with roles; scope is judged elsewhere."""
    clause = Clause(sentence)
    frames: list[Frame] = []
    for first, last, spans in triggers(sentence.spans):
        form = spans[0].entry.form
        frame = Frame(
            sentence,
            first,
            last,
            frozenset(s.entry.id for s in spans),
            frozenset(t for s in spans for t in s.entry.tags),
            voice_of(clause, first, last, spans),
            form,
        )
        frame.clause = clause_of(clause, first, last)
        fill_roles(clause, frame, frames)
        frames.append(frame)
    for frame in frames:
        frame.objects, frame.weapons = things(sentence.spans, frame)
        attach_speaker(clause, frame)
    link(clause, frames)
    return frames


def voice_of(clause: Clause, first: int, last: int, spans: list[Span]) -> str:
    """Return active, passive or noun for a trigger."""
    forms = {s.entry.form for s in spans}
    norm = clause.norm
    if norm[first] in {"was", "were"}:
        return "passive"
    if forms <= {"noun", "nouns", "word"} or (not forms & PARTICIPLES and reads_as_noun(clause, first, last, forms)):
        return "noun"
    if not forms & PARTICIPLES:
        return "active"
    i = first - 1
    while i >= 0 and (norm[i] in ADVERBS or norm[i].endswith("ly")) and first - i < 5:
        i -= 1
    if i >= 0 and norm[i] in BE and not {"symmetric", "intransitive"} & {t for s in spans for t in s.entry.tags}:
        return "passive"
    if not {s.entry.id for s in spans} & REDUCED or i < 0 or last - first > 1:
        return "active"
    after = norm[last] if last < len(norm) else "."
    named = any(m.first <= last + 2 and m.first >= last for m in clause.mentions)
    if after == "by" or (after in PASSIVE_AFTER and not named and i == first - 1 and ends_noun(clause, first)):
        return "passive"
    return "active"


def reads_as_noun(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word that may be noun or verb ("clashes", "shelling", "protest") is a noun here."""
    norm = clause.norm
    noun = bool(forms & {"noun", "nouns"})
    before = norm[first - 1] if first else ""
    if before in BE | MODALS or (before in ADVERBS and first > 1 and norm[first - 2] in BE | MODALS):
        return False
    if before in DETERMINERS or before in {"of", "during", "heavy", "renewed", "'s"}:
        return True
    if before == "to":
        return noun and last < len(norm) and norm[last] in {"between", "in"}
    subject = any(m.last == first and "person" in m.tags | {m.kind} for m in clause.mentions)
    if not noun:
        return False
    if "ing" in forms:
        return before not in {",", "and"} or not clause.mentions or clause.mentions[0].first > first
    if subject and forms & {"base", "s"}:
        after = norm[last] if last < len(norm) else "."
        return after in BE | HAVE or after in {"killed", "left", "erupted", "broke"}
    return True


def ends_noun(clause: Clause, at: int) -> bool:
    """Say whether a victim ends right before token `at`: a mention of the unarmed kind, a number, or a bracket."""
    token = clause.norm[at - 1]
    if token.isdigit() or token in QUANTITY or token == ")":
        return True
    return any(m.last == at and clause.norm[at] not in {"attacked"} for m in clause.mentions)


def clause_of(clause: Clause, first: int, last: int) -> tuple[int, int]:
    """Return the token range around a trigger up to hard boundaries and to the next statement."""
    left = first
    while left > 0 and clause.norm[left - 1] not in HARD and clause.norm[left - 1] not in OPENING:
        left -= 1
    right = last
    while right < len(clause.norm) and clause.norm[right] not in HARD:
        if clause.norm[right] in OPENING and right > last + 1:
            break
        right += 1
    return left, right


def fill_roles(clause: Clause, frame: Frame, before: list[Frame]) -> None:
    """Fill agents and targets of a frame from its clause; `before` are the frames to its left."""
    if frame.voice == "noun" and frame.actions <= {"death"}:
        frame.targets = attribute(clause, frame)
        return
    if frame.voice == "noun":
        nominal(clause, frame)
        return
    subject = find_subject(clause, frame, before)
    objects = find_objects(clause, frame)
    by = after_preposition(clause, frame, {"by"})
    if frame.voice == "passive":
        frame.targets, frame.agents = subject, by
        return
    frame.agents = subject
    if "symmetric" in frame.tags:
        other = after_preposition(clause, frame, {"with", "against"}) or objects
        frame.targets = other or subject[1:]
        frame.agents = subject if other else subject[:1]
    elif "intransitive" in frame.tags:
        if frame.actions <= {"death"}:
            frame.agents, frame.targets = by, subject
    else:
        frame.targets = objects


def find_subject(clause: Clause, frame: Frame, before: list[Frame]) -> list[Mention]:
    """Return the subject of a verb, coordinated mentions included, or that of the verb before it."""
    at = frame.first
    previous = before[-1] if before else None
    for m in reversed(clause.mentions):
        if m.last > at:
            continue
        if clause.hard_between(m.last, at):
            break
        if m in clause.speakers and not follows_directly(clause, m, at):
            continue
        if previous is not None and m.last <= previous.first < at and shares_subject(clause, previous, frame):
            break
        if m.first >= (previous.last if previous else 0) and not new_subject(clause, m, frame, previous):
            continue
        if clause.is_subject(m):
            return coordinated_left(clause, m)
    if previous is not None and not clause.hard_between(previous.last, at) and shares_subject(clause, previous, frame):
        frame.inherited = True
        if frame.voice == "passive" or frame.actions <= {"death"}:
            return list(previous.targets)
        return list(previous.agents)
    return []


def follows_directly(clause: Clause, mention: Mention, at: int) -> bool:
    """Say whether a verb follows a mention with nothing but auxiliaries and adverbs between."""
    return all(
        n in BE or n in HAVE or n in ADVERBS or n.endswith("ly") for n in clause.norm[mention.last : at]
    )


def new_subject(clause: Clause, m: Mention, frame: Frame, previous: Frame | None) -> bool:
    """Say whether a mention behind the previous verb starts a statement of its own rather than being its object."""
    if previous is None:
        return True
    gap = clause.norm[m.last : frame.first]
    if m in previous.targets and any(g in INHERIT for g in gap) and not any(g in OPENING for g in gap):
        return False
    opened = any(clause.marks[i] for i in range(previous.last, m.first))
    return opened or m in previous.targets or previous.voice == "noun"


def shares_subject(clause: Clause, previous: Frame, frame: Frame) -> bool:
    """Say whether two verbs are coordinated ("stormed the village and killed ten", "…, killing ten")."""
    gap = clause.norm[previous.last : frame.first]
    if frame.form == "ing" or not gap:
        return True
    lead = [n for n in gap[-3:] if n in INHERIT]
    return bool(lead) or previous.voice == "noun" or gap[-1:] == ["to"]


def coordinated_left(clause: Clause, mention: Mention) -> list[Mention]:
    """Return a mention with those joined to its left by "and" or commas, in order."""
    found = [mention]
    for m in reversed(clause.mentions):
        if m.last > found[0].first:
            continue
        gap = clause.norm[m.last : found[0].first]
        joined = gap and len(gap) <= 4 and gap[0] in {"and", ",", "&", "or"} and not set(gap) & PREPOSITIONS
        if not joined or m in clause.speakers:
            break
        found.insert(0, m)
    return found


def coordinated_right(clause: Clause, mention: Mention, limit: int) -> list[Mention]:
    """Return a mention with those joined to its right by "and" or commas, in order, up to token `limit`."""
    found = [mention]
    for m in clause.mentions:
        if m.first < found[-1].last or m.first >= limit:
            continue
        gap = clause.norm[found[-1].last : m.first]
        if not gap or len(gap) > 5 or gap[0] not in {"and", ",", "&", "or", "including"} or set(gap) & PREPOSITIONS:
            break
        found.append(m)
    return found


def find_objects(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the direct object of an active verb, coordinated mentions included."""
    limit = min(frame.clause[1], frame.last + 14)
    for m in clause.mentions:
        if m.first < frame.last:
            continue
        if m.first >= limit or m in clause.speakers:
            break
        if clause.hard_between(frame.last, m.first):
            break
        if any(
            s.entry.kind == "action" and s.entry.form not in {"noun", "nouns"} and frame.last <= s.first < m.first
            for s in clause.sentence.spans
        ):
            break
        if clause.preposition(m) in {"", "on", "at", "against", "into", "of", "with", "upon", "towards"}:
            return coordinated_right(clause, m, limit)
    return []


def after_preposition(clause: Clause, frame: Frame, wanted: set[str]) -> list[Mention]:
    """Return the mentions behind one of the prepositions `wanted`, to the right of the trigger in its clause."""
    for m in clause.mentions:
        if frame.last <= m.first < frame.clause[1] and clause.preposition(m) in wanted:
            if clause.hard_between(frame.last, m.first) or far_off(clause, frame, m):
                return []
            return coordinated_right(clause, m, frame.clause[1])
    return []


def far_off(clause: Clause, frame: Frame, mention: Mention) -> bool:
    """Say whether another statement stands between a noun and a mention, so that its preposition is not the noun's."""
    if frame.voice != "noun":
        return False
    gap = clause.norm[frame.last : mention.first]
    return "," in gap or bool(set(gap) & (BE | HAVE | {"despite", "said", "that"}))


def nominal(clause: Clause, frame: Frame) -> None:
    """Fill the roles of a noun: "attack by A on B", "killing of B", "clashes between A and B", "A's shelling of B"."""
    pair = after_preposition(clause, frame, {"between", "among", "involving"})
    by = after_preposition(clause, frame, {"by", "from"})
    on = after_preposition(clause, frame, {"on", "against", "at", "targeting", "with"})
    of = after_preposition(clause, frame, {"of"})
    left = attribute(clause, frame)
    if pair:
        frame.agents, frame.targets = pair[:1], pair[1:]
        return
    frame.agents = by
    frame.targets = on
    if of and frame.actions & OBJECT_NOUNS:
        frame.targets = of
    elif of and not by:
        frame.agents = of
    if left:
        unarmed = not left[0].tags & {"armed", "state"} and bool(frame.actions & OBJECT_NOUNS)
        if unarmed and not frame.targets:
            frame.targets = left
        elif not frame.agents:
            frame.agents = left
    frame.light = governed(clause, frame)
    if not frame.agents and frame.light:
        frame.agents = light_subject(clause, frame)
    if "symmetric" in frame.tags and len(frame.agents) > 1 and not frame.targets:
        frame.agents, frame.targets = frame.agents[:1], frame.agents[1:]


def governed(clause: Clause, frame: Frame) -> bool:
    """Say whether a verb carries the noun as its own act ("signed a ceasefire", "a truce was announced")."""
    i = frame.first - 1
    while i >= 0 and frame.first - i < 7 and clause.marks[i] < 2:
        if clause.norm[i] in LIGHT:
            return True
        if clause.norm[i] in PREPOSITIONS and clause.norm[i] not in {"on", "to", "into", "of"}:
            break
        i -= 1
    for i in range(frame.last, min(frame.last + 6, len(clause.norm))):
        if clause.marks[i] == 2:
            break
        if clause.norm[i] in LIGHT or clause.norm[i] in HAPPENS:
            return True
    return False


def attribute(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the mention that stands as an attribute right before a noun ("Taliban attack", "army's shelling")."""
    for m in reversed(clause.mentions):
        if m.last <= frame.first:
            gap = clause.norm[m.last : frame.first]
            if len(gap) <= 3 and not any(clause.marks[i] for i in range(m.last, frame.first)):
                plain = not set(gap) & (PREPOSITIONS | BE | HAVE | LIGHT)
                verb = any(s.entry.kind == "action" and m.last <= s.first < frame.first for s in clause.sentence.spans)
                if plain and not verb and (not gap or gap[0] == "'s" or len(gap) <= 2):
                    return coordinated_left(clause, m)
            return []
    return []


def light_subject(clause: Clause, frame: Frame) -> list[Mention]:
    """Return the subject of the light verb that carries a noun ("rebels launched an attack")."""
    for i in range(frame.first - 1, max(-1, frame.first - 8), -1):
        if clause.marks[i] == 2:
            return []
        if clause.norm[i] in LIGHT:
            for m in reversed(clause.mentions):
                if m.last <= i and not clause.hard_between(m.last, i) and clause.is_subject(m):
                    return coordinated_left(clause, m)
            return []
    return []


def things(spans: list[Span], frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    """Return the ids of objects and weapons in the clause of a frame, those inside the trigger included."""
    first, last = frame.clause
    objects = {s.entry.id for s in spans if s.entry.kind == "object" and first <= s.first < last}
    weapons = {s.entry.id for s in spans if s.entry.kind == "weapon" and first <= s.first < last}
    return frozenset(objects), frozenset(weapons)


def attach_speaker(clause: Clause, frame: Frame) -> None:
    """Give a frame its speaker: whoever says the statement it stands in, and whether it is a claim or an accusation."""
    for cue in clause.cues:
        if "speech" not in cue.entry.tags:
            continue
        near = next((m for m in clause.speakers if abs(m.last - cue.first) <= 8 or abs(m.first - cue.last) <= 6), None)
        frame.speaker = near or frame.speaker
        frame.claimed = frame.claimed or "claim" in cue.entry.tags
        if "accusation" in cue.entry.tags and cue.last <= frame.first:
            frame.accused = True
            accused = next((m for m in clause.mentions if m.first >= cue.last and m.last <= frame.first), None)
            if accused is not None and (not frame.agents or frame.agents == [near]):
                frame.agents = [accused]


def link(clause: Clause, frames: list[Frame]) -> None:
    """Let a toll and its cause share roles: "soldiers were killed in strikes by A", "the blast killed ten"."""
    for left, right in zip(frames, frames[1:], strict=False):
        if clause.hard_between(left.last, right.first):
            continue
        deadly = left.actions & DEADLY, right.actions & DEADLY
        if bool(deadly[0]) == bool(deadly[1]):
            continue
        toll, cause = (left, right) if deadly[0] else (right, left)
        if cause.voice != "noun" and toll.form != "ing":
            continue
        gap = clause.norm[left.last : right.first]
        if toll is left and not {"in", "during", "by", "from", "of", "after", "amid", "when"} & set(gap):
            continue
        if any(g in {"while", "but", "who"} for g in gap):
            continue
        if not toll.agents and cause.agents and not (toll.voice == "passive" and "symmetric" in cause.tags):
            toll.agents = list(cause.agents)
        if not cause.targets and toll.targets and not {"crowd", "symmetric"} & cause.tags:
            cause.targets = list(toll.targets)
    for n, frame in enumerate(frames):
        if frame.actions & FORCE and not frame.agents and (frame.voice != "passive" or not frame.targets):
            earlier = [f for f in frames[:n] if f.agents and f.actions & FORCE and not f.accused]
            if earlier and not clause.hard_between(earlier[-1].last, frame.first):
                frame.agents, frame.inherited = list(earlier[-1].agents), True
