"""Whom does a number count? The people behind it, or none where it counts things or describes ("a girl of six")."""

from collections.abc import Sequence
from dataclasses import replace

from newsledger.coder.howmany.numbers import Number
from newsledger.coder.howmany.parties import Party
from newsledger.coder.howmany.phrases import NounPhrases

UNITS = frozenset(
    {"family", "group", "gang", "team", "crew", "party", "band", "convoy", "patrol", "household"}
)
MILITARY_UNITS = frozenset(
    "battalion brigade regiment division corps squadron company platoon bn bde batallion rifles".split()
)
HOMES = frozenset({"family", "household", "village", "clan", "tribe", "community", "unit", "house"})
ONE_OF = 7  # tokens behind "one of" in which its noun is looked for
AGES = frozenset({"ages", "aged", "age"})
PAIRS = frozenset({"couple", "couples", "twins", "pair"})
EACH = (["each", "side"], ["each", "camp"], ["either", "side"])
AGED = AGES | {"youngest", "oldest", "eldest"}
FEW = 3  # people told of as some of those told of before ("two of the women")


def numbered(phrases: NounPhrases, number: Number) -> Party | None:
    """Return the party that a number counts, or None where it counts things."""
    tokens, at = phrases.tokens, number.last
    if tokens[number.first] == "one" and (
        tokens[at : at + 1] == ["another"] or tokens[at : at + 3] == ["of", "a", "number"]
    ):
        return None  # "killing one another", "one of a number of shootings"
    if tokens[at : at + 1] in (["a"], ["an"]) and number.value == 1:  # "two people, one a child"
        one = phrases.head_from(at + 1)[0]
        return of_number(phrases, number, one, part=True) if one else None
    if tokens[max(number.first - 2, 0) : number.first] == ["all", "but"]:
        return all_but(phrases, number)
    if is_age(tokens, number) or only_describes(phrases, number) or names_unit(phrases, number):
        return None
    if tokens[at : at + 1] == ["of"] and at + 1 < len(tokens):
        if tokens[at + 1] in ("them", "whom", "those", "these", "which"):
            return of_number(phrases, number, at + 2, of_them=True)
        at += 1
        if tokens[at] in phrases.small["determiners"]:
            at += 1
            if at in phrases.triggers:  # "one of the wounded", "one of the stabbing victims"
                noun = tokens[at + 1 : at + 2] and tokens[at + 1] in phrases.known.many
                return of_number(phrases, number, at + 2 if noun else at + 1, of_them=True)
            if (told := of_the_told(phrases, number, at)) is not None:
                return told
    if tokens[at : at + 1] == ['"'] and '"' in tokens[at + 1 : at + 4]:
        at += 1  # seven "terrorists"
    more = at < len(tokens) and tokens[at] in phrases.small["more"]
    party = counted_noun(phrases, number, at + more, more)
    if party is None and number.value == 1 and tokens[number.last : number.last + 1] == ["of"]:
        return one_of_many(phrases, number, at)
    return party


def all_but(phrases: NounPhrases, number: Number) -> Party | None:
    """Return the rest of a whole of which a number is left out ("all but one of the six people": five), or None."""
    at = number.last + 1 + (phrases.tokens[number.last + 1 : number.last + 2] == ["the"])
    whole = phrases.numbers.get(at)
    if (
        phrases.tokens[number.last : number.last + 1] != ["of"]
        or whole is None
        or whole.value <= number.value
    ):
        return None
    left = whole.value - number.value
    rest = replace(whole, first=number.first, value=left, low=left, high=left)
    return counted_noun(phrases, rest, whole.last, False)


def one_of_many(phrases: NounPhrases, number: Number, at: int) -> Party | None:
    """Return "one of the country's best known journalists", or None where no word of people in numbers follows soon."""
    for i in range(at, min(at + ONE_OF, len(phrases.tokens))):
        word = phrases.tokens[i]
        if word in phrases.known.many:
            return of_number(phrases, number, i + 1)
        if i in phrases.triggers or not (word[:1].isalnum() or word == "'s"):
            return None
    return None


def counted_noun(phrases: NounPhrases, number: Number, at: int, more: bool) -> Party | None:
    """Return the party of a number with its noun at token `at`, unknown or none as it may be; None for things."""
    tokens = phrases.tokens
    if tokens[at : at + 1] == ["("]:
        last, _ = phrases.head_from(at + 1)
        if last and tokens[last : last + 1] == [")"]:
            return of_number(phrases, number, last + 1)
    last, _ = phrases.head_from(at)
    if not last:
        unknown = phrases.unknown_noun(at)
        if unknown is None:
            return None
        last = unknown
    if tokens[last : last + 1] == ["("] and tokens[last + 2 : last + 3] == [")"]:
        last = phrases.head_from(last + 3)[0] or last  # "two Armed Forces (AF) personnel"
    if tokens[last : last + 1] == ["of"] and "family" in tokens[last + 2 : last + 4]:
        last = tokens.index("family", last) + 1  # "six civilians of one family"
    return of_number(phrases, number, max(last, at), more=more)


def names_unit(phrases: NounPhrases, number: Number) -> bool:
    """Say whether a figure is the name of a unit ("the 209 Cobra Battalion", "57 Brigade")."""
    behind = phrases.tokens[number.last : number.last + 4]
    at = next((i for i, word in enumerate(behind) if word in MILITARY_UNITS), -1)
    figure = number.last == number.first + 1 and phrases.tokens[number.first].isdigit()
    return figure and at >= 0 and all(number.last + i in phrases.names for i in range(at + 1))


def only_describes(phrases: NounPhrases, number: Number) -> bool:
    """Say whether a number tells of people what they are: "six people of one family", "a girl of six"."""
    tokens, at = phrases.tokens, number.first
    if AGES & set(tokens[max(at - 4, 0) : at]) and tokens[at - 1] in AGES | {"and", "to", ","}:
        return True  # "four people, ages 17 to 44, were hurt"
    if at < 2 or tokens[at - 1] != "of":
        return False
    one = tokens[number.first] == "one"
    family = one and bool(HOMES & set(tokens[number.last : number.last + 1]))
    return family or tokens[at - 2] in phrases.known.one


def is_age(tokens: Sequence[str], number: Number) -> bool:
    """Say whether a number is an age by the word before it ("the youngest 13 and the oldest 54")."""
    return not AGED.isdisjoint(tokens[max(number.first - 1, 0) : number.first])


def of_the_told(phrases: NounPhrases, number: Number, at: int) -> Party | None:
    """Return a few of the people told of before, whose noun or number stands at token `at` behind "the" ("one of the
    women", "one of the four, …"), or None."""
    tokens = phrases.tokens
    bare = at in phrases.numbers and tokens[at + 1 : at + 2] in ([","], ["has"], ["died"], ["later"], ["was"])
    told = tokens[at : at + 1] != [] and (tokens[at] in phrases.known.many or bare)
    if number.value > FEW or tokens[at - 1] not in {"the", "those", "these"} or not told:
        return None
    return of_number(phrases, number, at + 1, of_them=True)


def of_number(
    phrases: NounPhrases,
    number: Number,
    last: int,
    part: bool = False,
    more: bool = False,
    of_them: bool = False,
) -> Party:
    """Return a party with a number's counts."""
    high = number.value if number.high is None else number.high
    perpetrator = any(t in phrases.small["perpetrators"] for t in phrases.tokens[number.first : last])
    each = 2 if phrases.tokens[last - 1] in PAIRS and last - 1 >= number.last else 1  # "an elderly couple"
    each = 2 if phrases.tokens[last + 1 : last + 3] in EACH else each  # "one man on each side"
    return Party(
        number.first,
        last,
        number.value * each,
        number.low * each,
        high * each,
        part=part or of_them,
        of_them=of_them,
        more=more,
        perpetrator=perpetrator,
        counted=True,
        zero=number.rule == "number.none",
        rule=number.rule,
    )


def sized(phrases: NounPhrases, at: int) -> Party | None:
    """Return "a family of four", "a group of ten miners" with the number that says its size, or None."""
    tokens = phrases.tokens
    for of in (at + 2, at + 3):
        number = phrases.numbers.get(of + 1)
        if tokens[of : of + 1] == ["of"] and tokens[of - 1] in UNITS and number is not None:
            inner = numbered(phrases, number)
            last = max(inner.last, number.last) if inner else number.last
            return of_number(phrases, replace_first(number, at), last)
    return None


def replace_first(number: Number, first: int) -> Number:
    """Return a number that begins at another token."""
    return replace(number, first=first)
