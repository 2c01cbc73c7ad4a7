"""Nouns: is a word that may be noun or verb ("clashes", "shelling", "protest") a noun in its clause?"""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import (
    ADVERBS,
    BE,
    DAYS,
    DETERMINERS,
    GIVEN_TO,
    HAVE,
    MODALS,
    MONTHS,
    PARTICIPLES,
    PASSIVE_AFTER,
    WAR_CRAFT,
)
from newsledger.coder.present import acts_upon, opens_object
from newsledger.coder.spans import PRIVATE, Mention

ONE = frozenset(
    "rebel militant insurgent jihadist guerrilla separatist islamist extremist terrorist militia army"
    " government".split()
)
AFTER_NOUN = frozenset("of on in at last this earlier near".split())
TOLD_OF = frozenset({"of", "during", "heavy", "renewed", "'s"})  # right before a noun
WITHIN = frozenset("in during some more".split())  # before what people are killed in
OPEN_END = frozenset(
    ". , ; in near at around on over outside inside across since after before there that which and".split()
)
WHERE = frozenset({"across", "in", "from", "around"})
COUNTING = 4  # tokens of a number before people ("at least twenty five")
COUNTED = frozenset("at least more than up to fewer less of other others several many".split())
PLACED = 4  # words of a place between people and their verb
ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "'s"})
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest".split())
VERBAL = BE | MODALS  # before a verb


def reads_as_noun(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word that may be noun or verb ("clashes", "shelling", "protest") is a noun here."""
    norm = clause.norm
    noun = bool(forms & {"noun", "nouns"})
    before = norm[first - 1] if first else ""
    if before == "'s" and forms & {"base", "s"} and not forms & PARTICIPLES:
        return True  # "Tuesday's attack": what is short for "is" stands before no such form
    if "s" in forms and ((before in HAVE and not forms & PARTICIPLES) or is_means(clause, first)):
        return True  # "600 residents had burns"
    if opens_verb(clause, first, last, forms):
        return False
    if (
        before in DETERMINERS
        or before in TOLD_OF
        or (before == "in" and forms & {"base", "s"})
        or behind_date(norm, first)
        or (forms & {"base", "s"} and is_counted_off(clause, first, "base" in forms))
    ):
        return True
    if before.endswith("ly") and first > 1 and norm[first - 2] == "to":
        return False  # "managed to completely capture the base"
    if before == "to":
        undergone = first > 1 and norm[first - 2] in GIVEN_TO
        return noun and (undergone or (last < len(norm) and norm[last] in {"between", "in"}))
    if before in WAR_CRAFT and "base" in forms:
        return bool(
            AFTER_NOUN & set(norm[last : last + 1])
        )  # "warplanes bomb a market"; of one it is a "drone attack"
    if forms & {"base", "s"} and acts_upon(clause, first, last, forms):
        return False
    people = [m for m in clause.mentions if "person" in m.tags | {m.kind} and m.last <= first]
    subject = bool(people) and (people[-1].last == first or somewhere(clause, people[-1], first))
    if not noun:
        return False
    if "ing" in forms:
        return not takes_object(clause, first, last)
    if subject and forms & {"base", "s"}:
        return is_one(people[-1], forms) or behind_people(norm, first, last, forms)
    return True


def behind_date(norm: list[str], first: int) -> bool:
    """Say whether a day of the month stands right before a token ("the Jan. 27 shooting at a bar")."""
    month = [n for n in norm[max(0, first - 3) : first - 1] if n != "."][-1:]
    return first > 1 and norm[first - 1].isdecimal() and not MONTHS.isdisjoint(month)


def opens_verb(clause: Clause, first: int, last: int, forms: set[str]) -> bool:
    """Say whether what stands right before a word makes it a verb: an auxiliary, "that" of a clause, a charge."""
    norm = clause.norm
    before = norm[first - 1] if first else ""
    if before in VERBAL or (before in ADVERBS and first > 1 and norm[first - 2] in VERBAL):
        return True
    if before == "that":
        return is_relative(clause, last, forms)
    return before == "of" and "ing" in forms and accused(clause, first, last)


def is_one(people: Mention, forms: set[str]) -> bool:
    """Say whether one person stands before a bare form, which is no verb then ("child abuse")."""
    single = people.kind in PRIVATE and "plural" not in people.tags and (people.count or 1) == 1
    return single and "base" in forms


def is_relative(clause: Clause, last: int, forms: set[str]) -> bool:
    """Say whether a form in -s behind "that" is a verb ("a blast that kills nine"): one raid would be "that raid"."""
    return "s" in forms and "base" not in forms and opens_object(clause, last)


def is_means(clause: Clause, first: int) -> bool:
    """Say whether a word behind people is what they did it with, as a passive says by whom ("were killed by navy
    bombs")."""
    owner = next((m for m in clause.mentions if m.last == first), None)
    if owner is None or owner.first < 2 or ("plural" in owner.tags and owner.kind in PRIVATE):
        return False
    told = (s for s in clause.sentence.acts if s.entry.form in PARTICIPLES and s.last <= owner.first)
    return clause.norm[owner.first - 1] == "by" and any(s.last == owner.first - 1 for s in told)


def takes_object(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing that may be a noun is the verb of a participle or gerund ("while retaking a town",
    "eventually killing the man", "They hit the inn, killing two guests")."""
    norm = clause.norm
    if last < len(norm) and (norm[last] in ARTICLES or upon_people(clause, last)):
        return True
    before = norm[first - 1] if first else ""
    if before.endswith("ly") and first > 1:
        before = norm[first - 2]
    return before in {",", "and"} and bool(clause.mentions) and clause.mentions[0].first <= first


def upon_people(clause: Clause, last: int) -> bool:
    """Say whether people stand right behind a word in -ing, or behind their number: they are its object ("wounding at
    least six guards"), if they are not the subject of what follows ("bombing suspects were held")."""
    norm = clause.norm
    object_ = next((m for m in clause.mentions if m.first >= last), None)
    if object_ is None or object_.first - last > COUNTING or "person" not in object_.tags:
        return False
    counted = all(
        clause.is_number(i) or clause.is_rough(i) or norm[i] in COUNTED for i in range(last, object_.first)
    )
    after = norm[object_.last] if object_.last < len(norm) else "."
    return counted and (object_.first > last or (after not in VERBAL | HAVE and "plural" in object_.tags))


def is_counted_off(clause: Clause, first: int, base: bool) -> bool:
    """Say whether a word that is no subject stands right before a token ("the fifth march through the city", "an
    anti-war march past the port"), or one thing alone, which takes no verb in its bare form ("a rebel splinter")."""
    before = clause.norm[first - 1] if first else ""
    if before in ORDINALS or (base and clause.norm[max(0, first - 2) : first - 1] in (["a"], ["an"])):
        return True
    joined = clause.sentence.words.glued[first - 1] if first > 1 else False
    return joined and clause.norm[first - 2] in {"anti", "pro"} and not before.endswith("s")


def somewhere(clause: Clause, people: Mention, first: int) -> bool:
    """Say whether nothing but a place stands between people who open a sentence and token `first` ("Students across
    America protest debt")."""
    gap = clause.norm[people.last : first]
    if people.first > 1 or "plural" not in people.tags or not 1 < len(gap) <= PLACED or gap[0] not in WHERE:
        return False
    return all(clause.sentence.words.is_name(i) for i in range(people.last + 1, first))


def behind_people(norm: list[str], first: int, last: int, forms: set[str]) -> bool:
    """Say whether a word right behind people is no verb of theirs ("the rebel capture on Monday of the town": one rebel
    "captures", "police clashes left ten dead")."""
    after = norm[last] if last < len(norm) else "."
    if norm[first - 1] in ONE and "base" in forms and after in AFTER_NOUN:
        return True
    return after in BE | HAVE or after in {"killed", "left", "erupted", "broke"}


def stands_alone(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing that is a noun as well has no auxiliary before and no object behind it, and opens
    its statement ("as fighting in the area went on", "amid looting")."""
    before = clause.norm[first - 1] if first else ""
    opens = before in {
        "",
        "as",
        "amid",
        "amidst",
        "when",
        "because",
        "since",
        "until",
        "heavy",
        "fresh",
        "new",
    }
    after = clause.norm[last] if last < len(clause.norm) else "."
    within = before in WITHIN and (
        after in OPEN_END or after in DAYS
    )  # "were killed in fighting near the town"
    return (opens or within) and not any(last <= m.first <= last + 1 for m in clause.mentions)


def accused(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing is what somebody is accused of doing ("accused A of shelling its posts")."""
    after = clause.norm[last] if last < len(clause.norm) else "."
    said = any("accusation" in c.entry.tags and c.last <= first for c in clause.cues)
    return said and after[:1].isalnum() and after not in PASSIVE_AFTER and after not in {"of", "against"}
