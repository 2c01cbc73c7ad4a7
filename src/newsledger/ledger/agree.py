"""Do two reports tell of one event? A verdict per field, with its reason (coding-rules 1, 2, 4)."""

from math import cos, radians, sqrt

from newsledger.ledger.actor import compare_pairs
from newsledger.ledger.facts import Facts
from newsledger.ledger.spelling import alike
from newsledger.ledger.verdict import Agreement, Verdict

POLITICAL = "political"
ALL_VIOLENCE = "all-violence"
KM_PER_DEGREE = 111.2
ONE_PLACE_KM = 1.5  # two gazetteers' points of one small place
SPELLINGS_KM = 10.0  # how far the points of one place under two spellings lie apart at most
NEAR_KM = 25.0  # what "near" a place still covers
REGION_KM = 120.0  # from a region's capital to its edge, where no division is known
FEW = 7  # days by which an article can be misdated: a weekday read against the wrong week
WEEKS = 60  # days by which an article that tells no day can come after what it tells
TELLING = 2  # victims, whose equal number says more than that of a single one
MANY = 3  # victims, of whom one more or less is no other event
ENOUGH = 0.55

TYPES = Verdict("event_type", "exact", 1.0, "both are developments, or neither is")
STRATEGIC = Verdict(
    "event_type", "conflict", 0.0, "a strategic development and an act of violence or protest"
)
OTHER_KIND = Verdict(
    "event_type", "conflict", 0.0, "two kinds of strategic development, not both dated and placed"
)
SAME_DAY = Verdict("event_date", "exact", 1.0, "the same day")
ONE_NIGHT = Verdict("event_date", "compatible", 0.9, "one night, dated by its evening or its morning")
NEXT_DAY = Verdict("event_date", "compatible", 0.7, "a day apart")
FEW_DAYS = Verdict("event_date", "strained", 0.5, "a few days apart")
IN_SPAN = Verdict("event_date", "compatible", 0.6, "the day lies within the week or month of the other")
UNTOLD_DAY = Verdict("event_date", "compatible", 0.6, "one article tells no day and is a few days later")
LATER = Verdict("event_date", "strained", 0.4, "one article tells no day and is weeks later")
NIGHTS = Verdict("event_date", "compatible", 0.6, "two nights, a day apart")
OTHER_DAY = Verdict("event_date", "conflict", 0.0, "other days")
TWO_NIGHTS = Verdict("event_date", "conflict", 0.0, "two different nights")
UNHEARD = Verdict("event_date", "conflict", 0.0, "reported before it happened")
SAME_PLACE = Verdict("location", "exact", 1.0, "the same place")
SPELLING = Verdict("location", "compatible", 0.9, "one place under two spellings")
CLOSE_BY = Verdict("location", "compatible", 0.7, "places within 10 km")
NEAR = Verdict("location", "compatible", 0.7, "near the place of the other")
OUTSKIRTS = Verdict("location", "strained", 0.5, "places within 25 km")
NAMESAKE = Verdict("location", "strained", 0.4, "places of one name")
DIVISION = Verdict("location", "strained", 0.4, "places of one division")
FAR = (NAMESAKE, DIVISION)  # what a misread place looks like
REGION = Verdict("location", "compatible", 0.55, "in the region of the other")
OTHER_PLACE = Verdict("location", "conflict", 0.0, "other places")
SAME_TOLL = Verdict("fatalities", "exact", 1.0, "the same toll")
SAME_VICTIMS = Verdict("fatalities", "exact", 0.9, "as many victims, more of them dead")
ONE_SIDE = Verdict("fatalities", "exact", 0.9, "the same toll of one side")
GROWN = Verdict("fatalities", "compatible", 0.7, "the later toll is higher")
NEAR_TOLL = Verdict("fatalities", "compatible", 0.6, "nearly the same toll")
UNKNOWN_TOLL = Verdict("fatalities", "unknown", 0.6, "no toll to compare")
OTHER_TOLL = Verdict("fatalities", "strained", 0.4, "other tolls")
OTHER_VICTIMS = Verdict("fatalities", "conflict", 0.0, "other tolls, and neither names a particular actor")
MATCHING = Verdict(
    "actors", "compatible", 0.5, "other actors, who may be misread, about the same day and place"
)


def agreement(f: Facts, g: Facts, scope: str = POLITICAL) -> Agreement:
    """Return whether `f` and `g` may be one event, with a verdict on type, date, place, actors and toll.

    The pair of actors decides, not the type (coding-rules 1). Under `all-violence`, where most actors are
    unidentified, the toll decides too: a day's difference is borne, a few days' or the distance to a suburb
    where as many victims are counted, and other actors where none is a particular group. A strained verdict
    counts only with the others' support (see `_borne`). Pure: no global state, symmetric.
    """
    date, place, toll = compare_days(f, g, scope), compare_places(f, g, scope), compare_tolls(f, g, scope)
    actors = compare_pairs(f.actors, g.actors, f.country)[0]
    exact = date.word == "exact" and place.word == "exact"
    alike = min(f.victims, g.victims) if toll.word == "exact" else 0
    if scope == ALL_VIOLENCE and actors.conflict and _mistakable(f, g, alike):
        actors = MATCHING
    kind = TYPES if f.strategic == g.strategic else STRATEGIC
    if f.strategic and g.strategic and not exact and f.report.sub_event_type != g.report.sub_event_type:
        kind = OTHER_KIND
    verdicts = (kind, date, place, actors, toll)
    score = (date.score + place.score + 2 * actors.score + toll.score) / 5
    agrees = _borne(verdicts, alike) and not any(v.conflict for v in verdicts) and score >= ENOUGH
    return Agreement(verdicts, round(score, 4), agrees)


def _borne(verdicts: tuple[Verdict, ...], alike: int) -> bool:
    """Tell whether what is strained has the support it needs; `alike` is the number of victims that both count.

    A day or place that is strained needs a number that says something, and a pair that need not be misread; one
    that is far off needs more victims, and the other exact; so does a day that no article tells. Bodies of one
    state need the same day, place and toll.
    """
    _, date, place, actors, toll = verdicts
    if actors.word == "strained":
        return date.word == place.word == "exact" and toll.word in ("exact", "unknown")
    strained = [v.word for v in (date, place)].count("strained")
    if place in FAR:
        return alike >= MANY and date in (SAME_DAY, ONE_NIGHT, NEXT_DAY)
    if date is LATER:
        return alike >= TELLING and actors is not MATCHING and place.word == "exact"
    if strained:
        return alike >= TELLING and actors is not MATCHING and strained == 1
    return date is not UNTOLD_DAY or (place.word == toll.word == "exact" and actors is not MATCHING)


def _mistakable(f: Facts, g: Facts, alike: int) -> bool:
    """Tell whether who did what to whom may be told wrongly: there are only civilians, rioters, the
    unidentified and the forces of one state, or one pair is no particular one and many victims are alike.
    """
    actors = (*f.actors, *g.actors)
    if any(a.name.startswith("protesters (") for a in actors):
        return False
    if alike >= MANY and (f.impersonal or g.impersonal):
        return True
    return all(a.state or not a.named for a in actors) and len({a.state for a in actors if a.state}) <= 1


def compare_days(f: Facts, g: Facts, scope: str) -> Verdict:
    """Return whether the dates agree within their precision; one night counts as one (coding-rules 4)."""
    if f.report.time_precision > 1 or g.report.time_precision > 1:
        if f.first > g.last or g.first > f.last:
            return OTHER_DAY
        return UNHEARD if min(f.published, g.published) < max(f.first, g.first) else IN_SPAN
    if f.day == g.day:
        return SAME_DAY
    if f.first <= g.last and g.first <= f.last and (f.night or g.night):
        if not (f.night and g.night) or f.first == g.first:
            return ONE_NIGHT
        return NIGHTS if scope == ALL_VIOLENCE else TWO_NIGHTS
    return _days_apart(f, g) if scope == ALL_VIOLENCE else OTHER_DAY


def _days_apart(f: Facts, g: Facts) -> Verdict:
    """Return what days that differ mean under all-violence."""
    earlier, later = sorted((f, g), key=lambda x: x.day)
    apart = later.day - earlier.day
    if apart == 1:
        return NEXT_DAY
    if later.guessed and apart <= WEEKS:
        return UNTOLD_DAY if apart <= FEW else LATER
    return FEW_DAYS if apart <= FEW else OTHER_DAY


def compare_places(f: Facts, g: Facts, scope: str) -> Verdict:
    """Return whether the places agree within their precision: by distance, division and spelling
    (coding-rules 4).
    """
    if f.country != g.country:
        return OTHER_PLACE
    coarse = max(f.report.geo_precision, g.report.geo_precision)
    apart = kilometres(f, g)
    if f.place == g.place and (apart is None or apart <= NEAR_KM):
        return SAME_PLACE
    if apart is None:
        return OTHER_PLACE
    if apart <= ONE_PLACE_KM and coarse < 3:
        return SAME_PLACE
    one_division = not f.admin1 or not g.admin1 or f.admin1 == g.admin1
    if apart <= SPELLINGS_KM and alike(f.place, g.place):
        return SPELLING
    if coarse == 3:
        return REGION if (f.admin1 and f.admin1 == g.admin1) or apart <= REGION_KM else OTHER_PLACE
    if coarse == 2 and apart <= NEAR_KM:
        return NEAR
    if scope != ALL_VIOLENCE:
        return OTHER_PLACE
    if f.place == g.place:
        return NAMESAKE
    if not one_division or apart > NEAR_KM:
        return DIVISION if f.admin1 and f.admin1 == g.admin1 and apart <= REGION_KM else OTHER_PLACE
    return CLOSE_BY if apart <= SPELLINGS_KM else OUTSKIRTS


def compare_tolls(f: Facts, g: Facts, scope: str) -> Verdict:
    """Return whether the tolls agree: equal, grown with time, of one side, or not known (coding-rules 5).

    Tolls keep reports apart only under `all-violence`, and only where neither names a particular actor.
    """
    if not f.tolled or not g.tolled or f.rough or g.rough:
        return UNKNOWN_TOLL
    a, b = f.report, g.report
    same_dead = a.fatalities == b.fatalities
    same_hurt = a.injuries is None or b.injuries is None or a.injuries == b.injuries
    if same_dead and same_hurt:
        return SAME_TOLL
    hurt, injured = a.injuries or 0, b.injuries or 0
    if a.fatalities + hurt == b.fatalities + injured:
        return SAME_VICTIMS
    if _one_side(f, g):
        return ONE_SIDE
    earlier, later = sorted((f, g), key=lambda x: (x.published, x.report.fatalities, x.report.injuries or 0))
    if later.report.fatalities >= earlier.report.fatalities and (
        later.report.injuries is None or later.report.injuries >= (earlier.report.injuries or 0)
    ):
        return GROWN
    many = min(a.fatalities + hurt, b.fatalities + injured) >= MANY
    if many and abs(a.fatalities - b.fatalities) <= 1 and abs(hurt - injured) <= 1:
        return NEAR_TOLL
    if scope == ALL_VIOLENCE and f.impersonal and g.impersonal and not same_dead and a.injuries != b.injuries:
        return OTHER_VICTIMS
    return OTHER_TOLL


def _one_side(f: Facts, g: Facts) -> bool:
    def within(x: Facts, y: Facts) -> bool:
        return y.report.fatalities in x.sides.values() and len(y.sides) <= 1

    return within(f, g) or within(g, f)


def kilometres(f: Facts, g: Facts) -> float | None:
    """Return the distance in km of two places, or None if one has no coordinates; flat, good to 1 % up to 200
    km.
    """
    a, b = f.report, g.report
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    north = a.latitude - b.latitude
    east = abs(a.longitude - b.longitude)
    east = min(east, 360 - east) * cos(radians((a.latitude + b.latitude) / 2))
    return KM_PER_DEGREE * sqrt(north * north + east * east)
