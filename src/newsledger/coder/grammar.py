"""Grammar: the closed word classes of English that roles and scope are read by."""

from collections.abc import Container, Sequence
from itertools import pairwise

FINITE_BE = frozenset({"is", "are", "was", "were"})
ARE = frozenset("is are was were been".split())
BE = frozenset("is are was were be been being get gets got getting 's".split())
MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec".split()
)
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
HAVE = frozenset("has have had having".split())
NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
PRONOUNS = frozenset("he she it they we i you whom".split())
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
    " ethnic local senior former own other armed non".split()
)
QUANTITY = frozenset(
    "dozens hundreds thousands scores tens group groups members member fighters scores crowd crowds number lot handful"
    " couple majority one some many most leaders leader units unit elements forces residents bodies band"
    " gang men women last regulars team wave column convoy pair trio rest none any both each all half millions mob mobs"
    " hundred thousand two three four five six seven eight nine ten percent cent total bulk remainder batch"
    " vehicles trucks tanks pickups boats warplanes helicopters battalions companies brigades platoons ships"
    " contingent remnants thirds quarters cadres squad dozen company battalion platoon regiment brigade"
    " detachment phalanx cordon line lines row rows posse swarm horde hordes throng throngs knot knots bands gangs"
    " packs clusters queue queues squads ranks files representatives delegates envoys negotiators emissaries delegation"
    " delegations".split()
)
NUMBERS = frozenset(
    "hundred thousand dozen two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety".split()
)
# how an amount begins that is no end of a statement ("killed as many as nine", "in excess of 30")
AMOUNT_STARTS = (
    ("as", "many", "as"),
    ("as", "few", "as"),
    ("in", "excess", "of"),
    ("at", "the", "very", "least"),
    ("at", "least"),
    ("at", "most"),
)
# what follows tells from when a thing is
LEFT_OVER = frozenset(
    {("left", "over"), ("left", "from"), ("dating", "from"), ("dating", "back"), ("dating", "to")}
    | {("remnant", "of"), ("relic", "of"), ("leftover", "from"), ("planted", "during"), ("laid", "during")}
)
AS_MANY = frozenset("many few much well".split())
LIGHT = frozenset(
    "kept keep keeps keeping maintained maintain carried carry carries carrying launched launch launches"
    " launching conducted conduct conducts conducting staged stage stages staging mounted mount mounting"
    " made make makes making led lead leads leading committed commit commits perpetrated held hold holds"
    " holding organised organized joined join joins joining attended took take takes taking began begin"
    " begins begun started start starts starting resumed resume resumes continued continue continues"
    " unleashed unleash unleashing executed intensified stepped suffered suffer sustained faced face"
    " engaged engage engages signed reached announced declared declare declares brokered concluded conclude concludes"
    " agreed agree agrees consented consent consents"
    " accepted accept accepts inked ink inks decreed decree decrees imposed impose imposes proclaimed extended"
    " subjected subject subjecting resorted resort resorting"
    " sealed clinched clinch finalised finalized hammered initialled initialed thrashed"
    " entered forged negotiated prolonged ratified formalised formalized"
    " commits perpetrates organises organizes joins attends unleashes unleash intensifies suffers sustains"
    " engages engage reaches brokers inks decrees imposes impose proclaims extends"
    " clinches finalises finalizes enters forges negotiates prolongs ratifies".split()
)
HAPPENS = frozenset(
    "erupted broke occurred happened unfolded ensued flared raged took came began continued resumed started followed"
    " opened convened kicked underway way"
    " intensified escalated effect reported erupt occur rocked shook hit ripped targeted"
    " erupts breaks occurs happens unfolds ensues flares rages takes comes begins continues resumes starts follows"
    " opens kicks intensifies escalates shakes hits rips".split()
)
INHERIT = frozenset({"and", ",", "then", "but", "before", "while", "or", ";", "later"})
OPENING = frozenset({"who", "which", "that", "as", "after", "when", "while", "where", "before", "because"})
IRREGULAR = frozenset(
    "shot hit cut set hurt bound held caught led found brought struck burnt dug thrown torn drawn led put sent slain"
    " hung fed shut bought sold taught fought left lost made met paid read sought told won".split()
)  # participles that do not end in -ed or -en
SUBJECTS = frozenset("who which that he she they it we he's".split())
SAID_OF = frozenset(
    "reported confirmed claimed said announced declared pronounced presumed believed feared thought".split()
)  # what people may be without a word of their own
FORCE = frozenset({"attack", "shell", "airstrike", "shoot", "bomb", "burn", "loot", "destroy"})
DEADLY = frozenset({"kill", "death", "wound", "beat-dead"})
MET_BY_POLICE = frozenset({"intervene", "intervene-hard", "crowd-control", "crowd-weapon"})
OBJECT_NOUNS = (
    DEADLY
    | {"life-attempt"}
    | frozenset(
        "corpse shoot abduct arrest rape assault capture burn loot destroy seize-territory retake-territory"
        " displace release".split()
    )
)
PARTICIPLES = frozenset({"ed", "part", "past"})
RELATIVE_PRONOUNS = frozenset({"who", "which", "that"})
OWNED = 2  # tokens between a day and its act: "'s" and one adjective
MODALS = frozenset(
    "will would can could may might shall should must did do does don't doesn't didn't 'll".split()
)
# what a verb of attack has for its subject, where a single one describes a noun ("warplanes bomb", "a drone attack")
WAR_CRAFT = frozenset(
    "warplanes jets planes drones helicopters gunships bombers rockets missiles tanks".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our any no some each every another several many more most such"
    " two three four five six first second third last latest new recent fresh deadly fierce violent armed bloody"
    " sporadic ongoing previous similar alleged separate other worst deadliest heaviest fiercest bloodiest bitterest"
    " biggest largest longest gravest most".split()
)
GIVEN_TO = frozenset(
    "subjected exposed prey victim victims due prior led leading leads response resorted resorting related linked link"
    " amounted amounting thanks contributed reacted addition succumbed lost similar tantamount".split()
)
UNDERGONE = frozenset(
    "subjected suffered suffer suffering sustained endured endure enduring underwent undergone experienced experience"
    " faced victims victim prey".split()
)
PASSIVE_AFTER = frozenset(
    "by in during when after near at on outside inside while and , . ) ( amid as along worldwide globally nationwide"
    " across".split()
)
ON_THINGS = frozenset("burn destroy loot displace".split())
REDUCED = frozenset(
    "rape kill wound arrest abduct capture assault shoot displace burn destroy loot bomb attack".split()
)
# verbs by which what went on before ends in an act
OUTCOMES = frozenset(
    "culminated ended erupted exploded resulted led degenerated descended escalated turned spilled spiralled boiled"
    " deteriorated climaxed culminate culminating ending resulting leading culminates ends erupts explodes results"
    " degenerates descends escalates turns spills spirals boils deteriorates climaxes".split()
)
# words that are no part of anybody's name
NO_NAME = (
    BE
    | HAVE
    | MODALS
    | ADVERBS
    | PREPOSITIONS
    | frozenset(
        "the a an his her its their our my and or but who which that this these those all any no".split()
    )
)


CLAUSE_PRONOUNS = RELATIVE_PRONOUNS | {"whom"}
PUT_THERE = frozenset(
    "laid planted buried stolen seized captured bought smuggled signed built released".split()
)
CLAUSE_REACH = 10  # tokens between such a pronoun and a time at the end of its clause
VERB_GROUP = 4  # auxiliaries and adverbs between that time and the verb of the main clause


def relative_between(tokens: Sequence[str], end: int, pronouns: Container[str], reach: int) -> int:
    """Return where the comma stands that opens a relative clause between commas, which the comma at token `end` closes;
    -1 if no such clause begins within `reach` tokens ("seven villagers, who were trapped by fighting, were shot")."""
    if end < 2 or tokens[end] != ",":
        return -1
    for at in range(end - 1, max(0, end - reach), -1):
        if tokens[at] == ",":
            return -1
        if tokens[at] in pronouns and tokens[at - 1] == ",":
            return at - 1
    return -1


def described_by(norm: Sequence[str], first: int, last: int, time: range) -> bool:
    """Say whether a time stands in a clause on people or a thing of the act at tokens `first` to `last`, and is not its
    own: "killed by a mine that soldiers had laid last year", "a farmer who fled last year was killed"."""
    if time.start >= last:
        if time.start - 1 > last and norm[time.start - 1] in PUT_THERE:
            return True  # "killed by a mine laid last year"
        return last <= clause_before(norm, time.start, last) < time.start - 1
    after = norm[time.stop + (norm[time.stop : time.stop + 1] == [","]) : first]
    if len(after) > VERB_GROUP or not all(n in BE or n in HAVE or n.endswith("ly") for n in after):
        return False
    return clause_before(norm, time.start, max(0, time.start - CLAUSE_REACH + 1)) >= 0


def clause_before(norm: Sequence[str], end: int, start: int) -> int:
    """Return where the last relative pronoun stands in tokens `start` to `end`; -1 where none stands or a comma is
    behind it."""
    opened = next((i for i in range(end - 1, start - 1, -1) if norm[i] in CLAUSE_PRONOUNS), -1)
    return opened if "," not in norm[max(opened, 0) : end] else -1


def is_told_of(norm: Sequence[str], at: int) -> bool:
    """Say whether a verb of saying at `at` is passive, so that its subject is told of ("six were reported killed"), or
    an adverb of saying, which has none ("reportedly")."""
    return norm[at].endswith("ly") or (at > 0 and norm[at] in SAID_OF and norm[at - 1] in ARE)


def amount_start(norm: Sequence[str], at: int) -> tuple[str, ...]:
    """Return the words at `at` by which an amount begins ("as many as", "at least"), or none."""
    return next((p for p in AMOUNT_STARTS if tuple(norm[at : at + len(p)]) == p), ())


def is_left_over(tokens: Sequence[str]) -> bool:
    """Say whether tokens tell from when a thing is ("ran over a mine left over from the war of the 1980s")."""
    return any(pair in LEFT_OVER for pair in pairwise(tokens))


def counts(norm: Sequence[str], at: int) -> bool:
    """Say whether an "as" belongs to a number or a list ("as many as 23 people", "as well as two guards")."""
    return norm[at] == "as" and bool(AS_MANY & set(norm[max(0, at - 1) : at + 2]))


def ends_in(tokens: Sequence[str]) -> bool:
    """Say whether tokens hold a verb by which what went on before ends in an act ("tension culminated in")."""
    return any(one in OUTCOMES and two in {"in", "into", "to", "with"} for one, two in pairwise(tokens))


def before_adverbs(norm: Sequence[str], at: int) -> int:
    """Return the token before `at` and the adverbs right before it; -1 for none."""
    i = at - 1
    while i > 0 and (norm[i] in ADVERBS or norm[i].endswith("ly")):
        i -= 1
    return i


def before_verb(norm: Sequence[str], at: int) -> int:
    """Return the token before a verb at `at`, its auxiliaries and all adverbs, those in -ly too; -1 for none."""
    i = at - 1
    while i > 0 and (norm[i] in BE or norm[i] in HAVE or norm[i] in ADVERBS or norm[i].endswith("ly")):
        i -= 1
    return i


def before_auxiliaries(norm: Sequence[str], at: int) -> int:
    """Return the token before a verb at `at` and its auxiliaries and adverbs, where its subject ends; -1 for none."""
    i = at - 1
    while i > 0 and (norm[i] in BE or norm[i] in HAVE or norm[i] in ADVERBS):
        i -= 1
    return i


def is_owned(gap: Sequence[str]) -> bool:
    """Say whether the tokens between a day and the noun of an act make the day the act's own ("Friday's deadly
    attack")."""
    return not gap or (gap[0] == "'s" and len(gap) <= OWNED)
