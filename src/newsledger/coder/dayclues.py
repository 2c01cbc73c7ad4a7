"""What do the words around a day say of it? That somebody spoke, was arrested or died on it, or that it lies ahead."""

from itertools import pairwise

from newsledger.coder.frames import Frame
from newsledger.coder.grammar import BE, DEADLY, HAVE, NTH, OPENING, PARTICIPLES
from newsledger.coder.spans import Sentence
from newsledger.coder.spoken import AHEAD, BREAKS, of_condition, said
from newsledger.coder.when import Resolved, TimeExpression

EVENTS = DEADLY | frozenset(
    "abduct airstrike ambush assault attack bomb burn chemical clash fire-at grenade mob rape shell shoot"
    " suicide-bomb".split()
)
AFTERMATH = frozenset(
    {"arrest", "find", "release", "foil"}
)  # whose days are not those of what was done before
# scopes whose days are such that nothing was done on them
UNREAL = frozenset({"negated", "denied", "future", "hypothetical", "demand", "attempt"})
RELATIVES = frozenset({"who", "which", "whose", "whom"})
NEAR_DEATH = 2  # tokens between a word of saying and the death that it tells
DEATHS = frozenset({"death", "deaths"})
DIED = frozenset({"died", "dies", "dying", "die", "succumbed", "succumbs"})
TAKEN = frozenset({"taken", "removed"})  # off life support
# words around a death that came some time after the deed
SLOWLY = frozenset(
    "hospital hospitals medical infirmary clinic icu ventilator support coma surgery later wounds injuries succumbed"
    " hospice brain-dead".split()
)
TOLLS = frozenset({"toll", "total", "tally"})
GREW = frozenset("rose risen rises rising climbed climbs grew grown increased reached stands stood".split())
WOUNDED = frozenset({"wounds", "injuries", "succumb", "succumbed", "succumbs", "succumbing"})
# steps that are taken for a time to come ("declared a truce for six months")
LASTING = frozenset({"agree", "accord", "security-measure", "ban", "shutdown", "move-forces", "arrest"})
STRUGGLES = frozenset(
    {"conflict", "war", "insurgency", "rebellion", "uprising", "feud", "dispute", "occupation", "standoff"}
)
WORST = frozenset({"worst", "heaviest", "deadliest", "bloodiest", "fiercest", "biggest", "highest"})
RECORDS = frozenset({"worst", "first", "latest", "most", "biggest", "largest"})
NAMED_DAYS = frozenset({"weekday", "day"})  # kinds of times that name a day, alone or in a list
# kinds of times whose words do not tell what is to come from what is past
AHEAD_KINDS = frozenset({"weekday", "clock", "day"})
COMING = frozenset({"will", "would", "'ll", "shall", "going", "due", "set", "scheduled", "expected"})
WERE = frozenset({"was", "were", "had"})  # before what was once to come
RELATIVE = 4  # tokens between "who" and what he did or underwent
# words between a day and a noun that make the day another's ("arrested Monday for the shooting")
LEADING = frozenset("after following for in over of with from on about regarding and ,".split())
FAR = 6  # tokens between "toll" and the act that it is of
QUALIFIES = 2  # tokens between a day and the noun that it qualifies
ABOUT = frozenset({"in", "over", "connection", "from", "related"})  # "charged in Monday's shooting"
COURT_REACH = 5  # tokens between a word of the court, what it is about, and the day
BOUND = 10  # tokens between a day and the arrest or the court that it belongs to
CLAUSE = 10  # tokens from a superlative over "since" to the time of what began
AROUND = frozenset({"after-the-deed", "round-the-deed"})
ANOTHER = frozenset("another earlier previous previously separate similar meanwhile elsewhere ago".split())
HEAD = 6  # tokens at the start of a sentence that say that it is about something else


def after_the_deed(sentence: Sentence, expression: TimeExpression) -> int | None:
    """Return how far a time stands from the word of arrest, court, hospital or mourning that it belongs to, or None."""
    norm = sentence.words.norm
    if any(
        s.last == expression.first and s.entry.form in PARTICIPLES for s in sentence.cued("round-the-deed")
    ):
        return 0  # "the affidavit, obtained Monday,"
    found: list[int] = []
    for span in sentence.cued("after-the-deed"):
        if span.last <= expression.first:
            between = norm[span.last : expression.first]
        elif expression.last <= span.first:
            between = norm[expression.last : span.first]
        else:
            continue
        spoken = any(span.last <= c.first < expression.first for c in sentence.speech)
        if len(between) <= BOUND and not spoken and not any(n in BREAKS for n in between):
            found.append(len(between))
    return min(found, default=None)


def of_aftermath(sentence: Sentence) -> bool:
    """Say whether a sentence speaks of arrests, courts, hospitals, funerals or statements anywhere."""
    return any(not AROUND.isdisjoint(s.entry.tags) for s in sentence.cues)


def bound_elsewhere(frame: Frame, expression: TimeExpression, frames: list[Frame]) -> bool:
    """Say whether a time belongs to another verb of the frame's sentence: an arrest, a state of health, a death."""
    far = apart(frame, expression)
    if qualifies(frame, expression):
        return False  # "condemned Friday's deadly attack"
    if not frame.actions <= AFTERMATH:
        if is_state(frame):
            return True
        near = after_the_deed(frame.sentence, expression)
        if near is not None and near < far and not before_auxiliary(frame, expression):
            return True
    norm = frame.sentence.words.norm
    if in_court(frame, expression) or died_of_it(frame, frames) or of_condition(norm, expression):
        return True
    if of_another_noun(frame, expression, frames) or of_growth(frame, expression):
        return True
    for other in frames:
        if other is frame or other.sentence is not frame.sentence or norm[other.first] not in DIED:
            continue
        low, high = sorted((frame.first, other.first))
        inside = bool(OPENING & set(norm[max(low - RELATIVE, 0) : high]))
        slow = (
            bool(SLOWLY & set(norm)) and "and" in norm[frame.last : other.first]
        )  # "was hit and died later"
        died_then = other.last <= expression.first and apart(other, expression) < far
        if frame.actions & (EVENTS | {"repel"}) and died_then and (inside or slow):
            return True  # "the teenager who was shot last week died on Tuesday"
    return False


def of_another_noun(frame: Frame, expression: TimeExpression, frames: list[Frame]) -> bool:
    """Say whether a day is that of another act by its genitive ("the shooting followed the last night's attack")."""
    norm = frame.sentence.words.norm
    owner = norm[expression.last - 1] == "'s" or norm[expression.last : expression.last + 1] == ["'s"]
    return owner and any(
        qualifies(f, expression) and f.actions & EVENTS
        for f in frames
        if f is not frame and f.sentence is frame.sentence
    )


def of_growth(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a day is the one on which a toll grew ("the toll of the raid rose to three on Thursday")."""
    norm = frame.sentence.words.norm
    counted = not TOLLS.isdisjoint(norm[max(0, frame.first - FAR) : frame.first])
    return counted and not GREW.isdisjoint(norm[frame.last : expression.first])


def qualifies(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a day stands before the noun of an act as a part of its phrase ("Friday's deadly attack"), and not
    before a word that leads to it ("died Friday after a shooting")."""
    if frame.voice != "noun" or opens_relative(frame, expression):
        return frame.voice == "noun"
    if not 0 <= frame.first - expression.last <= QUALIFIES:
        return False
    if not LEADING.isdisjoint(frame.sentence.words.norm[expression.last : frame.first]):
        return False
    return not any(
        expression.last <= s.first < frame.first for s in frame.sentence.cued("after-the-deed")
    )  # "on Saturday recovered the bodies of"


def opens_relative(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a day closes a short relative clause on the noun of an act ("the raid that was reported Sunday")."""
    between = frame.sentence.words.norm[frame.last : expression.first]
    told = (
        between[:1] in (["that"], ["which"]) and len(between) <= RELATIVE and BREAKS.isdisjoint(between[1:])
    )
    return between == ["reported"] or told


def in_court(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a time behind a trigger is that of a charge or ruling before it ("charged with murder Friday")."""
    norm = frame.sentence.words.norm
    if expression.first < frame.last or expression.first - frame.last > COURT_REACH:
        return False
    cues = frame.sentence.cued("in-court")
    return any(
        s.last <= frame.first <= s.last + COURT_REACH
        and not any(n in BREAKS or n in ABOUT for n in norm[s.first : frame.first])
        for s in cues
    )


def died_of_it(frame: Frame, frames: list[Frame]) -> bool:
    """Say whether a frame tells a death that came some time after the act ("died on Friday after being shot")."""
    norm = frame.sentence.words.norm
    if norm[frame.first] not in DIED:
        return False
    for other in frames:
        if other.sentence is not frame.sentence or not other.actions & EVENTS or other is frame:
            continue
        if other.first < frame.first and RELATIVES & set(norm[max(other.first - RELATIVE, 0) : other.first]):
            return True  # "a man who was shot last week died on Friday"
        between = norm[frame.last : other.first]
        tail = between[between.index("after") + 1 :] if "after" in between else between
        if "after" in between and len(tail) <= RELATIVE and (other.voice == "noun" or "being" in tail):
            return True
    return False


def before_auxiliary(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a day closes what is said of somebody before the verb ("a man who was shot on Monday is charged")."""
    norm = frame.sentence.words.norm
    follows = norm[expression.last : expression.last + 1]
    inside = frame.last <= expression.first and BREAKS.isdisjoint(norm[frame.last : expression.first])
    return (
        inside
        and bool(follows)
        and (follows[0] in BE or follows[0] in HAVE or follows[0].startswith("remain"))
    )


def told_between(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a word of saying stands between a day and a death ("on Tuesday announced the death of")."""
    norm = frame.sentence.words.norm
    if DEATHS.isdisjoint(norm[frame.first : frame.last]):
        return False
    low, high = sorted((frame.first, expression.first))
    low = max(low - NEAR_DEATH, 0) if low == frame.first else low  # "confirmed her death on Thursday"
    return any(low <= s.first and s.last <= high for s in frame.sentence.speech)


def is_state(frame: Frame) -> bool:
    """Say whether a trigger tells a state that lasts and no act ("was in critical condition on Tuesday")."""
    return any(s.first < frame.last and frame.first < s.last for s in frame.sentence.cued("after-the-deed"))


def apart(frame: Frame, expression: TimeExpression) -> int:
    """Return the number of tokens between a trigger and a time."""
    return max(expression.first - frame.last, frame.first - expression.last, 0)


def lies_ahead(sentence: Sentence, expression: TimeExpression) -> bool:
    """Say whether a day is one to come by the words before it in its clause ("is due in court on Friday")."""
    if expression.kind not in AHEAD_KINDS:
        return False
    norm = sentence.words.norm
    for span in sentence.cues:
        if span.entry.id == "future" and span.last <= expression.first:
            if COMING.isdisjoint(norm[span.first : span.last]) or norm[span.first] in WERE:
                continue  # "the planned rally took place on Sunday"
            between = norm[span.last : expression.first]
            if len(between) <= AHEAD and not any(n in BREAKS for n in between):
                return True
    return False


def is_record(sentence: Sentence, expression: TimeExpression) -> bool:
    """Say whether a time only bounds a record ("the worst fighting since 2020")."""
    norm = sentence.words.norm
    before = norm[max(0, expression.first - CLAUSE) : expression.first]
    if "since" in before[:-1] and "," not in before:
        led = before[: before.index("since")]  # "the bloodiest since the generals took power last month"
        if any(n in WORST or is_superlative(n) for n in led):
            return True
    since = expression.since or norm[expression.first] == "since"
    if since and not NTH.isdisjoint(before):
        return True  # "has set up its third base since May"
    if not since and norm[expression.first] in {"in", "this", "so", "for"}:
        return any(
            n == "such" or is_superlative(n) for n in norm[max(0, expression.first - 5) : expression.first]
        )
    if not since:
        best = norm[max(0, expression.first - 9) : expression.first]
        lasting = expression.kind == "duration" or (
            expression.kind == "aggregate" and norm[expression.first] == "for"
        )
        return lasting and any(a == "the" and (b == "most" or b in WORST) for a, b in pairwise(best))
    norm = [*norm[: expression.first], ""]
    return any((n in RECORDS and norm[i + 1] != "of") or is_superlative(n) for i, n in enumerate(norm[:-1]))


def is_superlative(word: str) -> bool:
    """Say whether a word ends as a superlative does ("deadliest", not "west")."""
    return word.endswith("est") and len(word) > 5


def names(frame: Frame, expression: TimeExpression, when: Resolved) -> bool:
    """Say whether a length of time only names something beside what a frame tells: an anniversary, or the war that
    an act came before or ended ("started talks to end a 63-year conflict")."""
    if when.rule == "when.anniversary" or (when.background and in_relative(frame, expression)):
        return True
    if "born" in frame.sentence.words.norm[max(0, expression.first - 3) : expression.first + 1]:
        return True
    opens = frame.sentence.words.norm[expression.first - (expression.kind == "aggregate")]
    lasted = expression.kind in {"duration", "aggregate"} and opens in {"after", "following"}
    if lasted and frame.last <= expression.first and frame.voice != "noun":
        return True  # "seized the airport after five weeks of battle"
    last = frame.sentence.words.norm[expression.last - 1]
    first = frame.sentence.words.norm[expression.first]
    told = expression.since or (
        (expression.year is not None or expression.kind == "year") and first not in {"the", "of"}
    )  # "the truce of 1997"
    ahead = last in STRUGGLES or (bool(frame.actions & LASTING) and not told)
    after = frame.last <= expression.first or (
        bool(frame.actions & LASTING) and expression.last <= frame.first <= expression.last + 2
    )  # "a 30-day state of emergency"
    return when.date is None and ahead and after


def died(frame: Frame) -> bool:
    """Say whether a frame tells that somebody died, with no word of who killed him."""
    return frame.actions <= {"death"} and frame.sentence.words.norm[frame.first] in DIED | TAKEN


def died_slowly(frame: Frame) -> bool:
    """Say whether a frame tells a death that may have come days after the deed ("died at a hospital on Monday", "died
    at St. Mary's")."""
    norm = frame.sentence.words.norm
    house = norm[frame.last : frame.last + 1] == ["at"] and frame.sentence.words.is_name(frame.last + 1)
    return died(frame) and (house or not SLOWLY.isdisjoint(norm))


def later_death(frame: Frame) -> bool:
    """Say whether a frame tells of somebody who died of wounds, which belongs to the event's day (coding-rules 5)."""
    norm = frame.sentence.words.norm
    return frame.actions <= {"death"} and bool(WOUNDED & set(norm[frame.first : frame.last + 4]))


def in_relative(frame: Frame, expression: TimeExpression) -> bool:
    """Say whether a time stands in a clause on somebody that opens behind a frame ("killed a man who fled in 2015")."""
    norm = frame.sentence.words.norm
    return bool(RELATIVES & set(norm[frame.last : expression.first]))


def same_night(
    sentence: Sentence,
    pair: tuple[TimeExpression, Resolved],
    others: list[tuple[TimeExpression, Resolved]],
) -> bool:
    """Say whether a bare "overnight" is the night that led to a day named beside it ("overnight … on Monday")."""
    expression, when = pair
    if expression.kind != "overnight" or expression.last - expression.first > 1 or when.date is None:
        return False
    named = [(t, r) for t, r in others if t.kind in NAMED_DAYS and not said(sentence, t)]
    days = [r.date for _, r in named if r.date is not None and r.precision == 1]
    return any(0 <= (day - when.date).days <= 1 for day in days)


def lasts(frame: Frame, sentence: Sentence | None, first: int) -> bool:
    """Say whether a day to come only tells how long a measure is to stand ("imposed a curfew until Sunday")."""
    return "security-measure" in frame.actions and sentence is frame.sentence and first >= frame.last


def of_another(sentence: Sentence) -> bool:
    """Say whether a sentence opens as one on another event does ("In a separate attack …", "Two days earlier …")."""
    return bool(ANOTHER & set(sentence.words.norm[:HEAD]))


def has_done(frame: Frame, sentence: Sentence | None, first: int) -> bool:
    """Say whether a time long past cannot be that of an act, since the present perfect tells it as news ("have broken
    into shops, stirring memories of the crisis 11 years ago")."""
    norm = frame.sentence.words.norm
    perfect = frame.voice == "active" and norm[frame.first - 1 : frame.first] in (["has"], ["have"])
    behind = set(norm[frame.last : first]) & {",", "since"} if sentence is frame.sentence else set()
    return perfect and bool(behind)
