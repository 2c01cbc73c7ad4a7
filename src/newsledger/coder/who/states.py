"""States: when a country, a capital or a leader by itself stands for a government and not for a place."""

from collections.abc import Sequence

from newsledger.coder.grammar import QUANTITY
from newsledger.coder.spans import Mention, Sentence
from newsledger.coder.who.counting import count_before
from newsledger.coder.who.nouns import tags_for
from newsledger.coder.who.units import Unit
from newsledger.coder.who.vocabulary import grammar

# whose "of" a country is as a place ("the Ituri province of the Democratic Republic of Congo")
PARTS = frozenset(
    "province provinces region regions state district districts city town village area part parts north south east west"
    " northeast northwest southeast southwest capital coast border territory republic island islands centre"
    " center".split()
)
WITHIN = frozenset({"in", "across", "throughout", "inside", "within"})
CITY = frozenset({"capital", "city", "town", "port"})
STRIKES = frozenset({"airstrike", "strikes", "shell"})
NOUNS = frozenset({"noun", "nouns"})
ONE = frozenset({"a", "an", "one", "another"})
DESCRIBED = frozenset("young old elderly wounded dead unarmed suspected teenage adult".split())
SEVERAL = frozenset("many most several few some fellow".split())
SAME_FORM = ("ese", "ois", "ish", "ch")  # endings of adjectives that are plurals as well
BEHIND_ONE = frozenset(
    "was is were has had who and or , . ; ) in at near from with by after during dead killed injured wounded"
    " died".split()
)  # what stands behind one person, never between an adjective and its noun
OPPOSITION = 3  # tokens behind a country in which its opposition is named
WHICH_ONE = frozenset({"'s", "main", "political", "democratic", "fractured", "united"})


def is_people(unit: Unit, norm: Sequence[str]) -> bool:
    """Say whether a country's adjective is a plural noun ("Armenians", "Frenchmen")."""
    word = norm[unit.last - 1]
    return "demonym" in unit.tags and word.endswith(("s", "men")) and word not in grammar()["singular"]


def are_several(sentence: Sentence, unit: Unit) -> bool:
    """Say whether a country's adjective that no -s tells from a noun is many of its people ("young Togolese shouted",
    "hundreds of Burmese turned out")."""
    norm, at = sentence.words.norm, unit.first - 1
    if "demonym" not in unit.tags or not norm[unit.last - 1].endswith(SAME_FORM) or at < 0:
        return False
    counted = norm[at] in DESCRIBED | SEVERAL or (norm[at] == "of" and at > 0 and norm[at - 1] in QUANTITY)
    adjective = any(m.first == unit.last for m in sentence.spans if m.entry.kind == "force")
    return counted and not adjective and not (at and norm[at - 1] in ONE)


def is_one(sentence: Sentence, unit: Unit) -> bool:
    """Say whether a country's adjective is one of its people ("one Palestinian was killed", "a Syrian who …")."""
    norm = sentence.words.norm
    if "demonym" not in unit.tags or unit.first == 0:
        return False
    before = norm[unit.first - 1]
    counted = (
        before in ONE
        or norm[max(0, unit.first - 2) : unit.first] == ["year", "old"]
        or (before.isalpha() and norm[unit.first - 2] in ONE and before in DESCRIBED)
    )
    return counted and (unit.last == len(norm) or norm[unit.last] in BEHIND_ONE)


def bare_state(sentence: Sentence, unit: Unit) -> Mention | None:
    """Return the mention that a country by itself makes, or None where it is a place or an adjective."""
    norm = sentence.words.norm
    if "region" in unit.tags:
        return None
    if "leader" in unit.tags:
        if is_namesake(sentence, unit):
            return None
        return Mention(
            unit.first, unit.last, "government", unit.id, "", tags_for("government", unit.tags, True)
        )
    if is_people(unit, norm) or are_several(sentence, unit):
        count = count_before(norm, sentence.words.glued, unit.first, False)
        tags = tags_for("civilians", frozenset({"national", "plural"}), False)
        return Mention(unit.first, unit.last, "civilians", unit.id, "", tags, count)
    if "demonym" in unit.tags and not grammar()["communities"].isdisjoint(norm[unit.last : unit.last + 1]):
        tags = tags_for("civilians", frozenset({"national", "plural"}), False)
        return Mention(unit.first, unit.last + 1, "civilians", unit.id, "", tags)
    if is_one(sentence, unit):
        tags = tags_for("civilians", frozenset({"national"}), True)
        return Mention(unit.first, unit.last, "civilians", unit.id, "", tags, 1)
    if of_opposition(norm, unit):
        return None
    if "capital" in unit.tags and unit.first and norm[unit.first - 1] in CITY:
        return None  # "an attack in the capital Gitega killed two"
    american = norm[unit.first] in grammar()["american"]
    if "demonym" in unit.tags and not american and unit.last < len(norm):
        stands = acts_within(sentence, unit.last, 2) or norm[unit.last] in grammar()["assaults"]
    else:
        stands = not is_place(sentence, unit)
    if not stands:
        return None
    return Mention(
        unit.first, unit.last, "state", unit.id, "", tags_for("state", unit.tags | kept(unit), True)
    )


def of_opposition(norm: Sequence[str], unit: Unit) -> bool:
    """Say whether a country only tells whose opposition is meant, which does not act for it ("Togo's main
    opposition marched")."""
    behind = [n for n in norm[unit.last : unit.last + OPPOSITION] if n not in WHICH_ONE]
    return behind[:1] in (["opposition"], ["dissidents"])


def is_namesake(sentence: Sentence, unit: Unit) -> bool:
    """Say whether a leader's family name stands behind another first name ("Maria Ortega")."""
    before = unit.first - 1
    if before < 0 or unit.last - unit.first > 1 or not sentence.words.is_name(before):
        return False
    word, small = sentence.words.norm[before], grammar()
    return word not in small["titles"] and word not in small["breaks"]


def kept(unit: Unit) -> frozenset[str]:
    """Return the tags that tell how a state is named."""
    return unit.tags & {"capital"}


def acts_within(sentence: Sentence, first: int, reach: int) -> bool:
    """Say whether an action or a weapon starts `reach` tokens from `first` at most ("Turkish strikes")."""
    glued = first < len(sentence.words) and sentence.words.glued[first]
    if glued and sentence.words.norm[first] not in {"led"}:
        return False
    acted = (*sentence.acts, *sentence.of_kind("weapon"))
    return any(first <= s.first < first + reach for s in acted)


def is_place(sentence: Sentence, unit: Unit) -> bool:
    """Say whether a country's or capital's name stands for the place."""
    norm, small = sentence.words.norm, grammar()
    before = norm[unit.first - 1] if unit.first else ""
    if before == "the" and unit.first > 1:
        before = norm[unit.first - 2]
    after = norm[unit.last] if unit.last < len(norm) else ""
    if strikes(sentence, unit):
        return False
    if before in small["place-before"] or after in small["place-after"]:
        return True
    if is_scene(sentence, unit, after) or joins_places(sentence, unit):
        return True
    if before == "(" and after in {")", ","}:
        return True  # "a border post (Chad)"
    if before == "of" and unit.first > 1 and norm[unit.first - 2 - (norm[unit.first - 1] == "the")] in PARTS:
        return True
    if before == "from" and norm[unit.first - 2] not in small["attacks"]:
        return True
    if before == "," and unit.first > 1 and is_listed_place(sentence, unit.first - 2):
        return True
    if after == "'s":
        return not acts_within(sentence, unit.last + 1, 3)
    if "capital" in unit.tags:
        spoken = before != "of" and any(
            s.first == unit.last and (s.entry.kind == "action" or "speech" in s.entry.tags)
            for s in sentence.spans
        )
        return not (spoken or after in small["capital-after"] or before in small["capital-before"])
    return False


def joins_places(sentence: Sentence, unit: Unit) -> bool:
    """Say whether a country is joined to one that a preposition makes a place ("rebels in Mali and Niger fled"), and
    opens no statement of its own ("ten died in Mali and France sent troops")."""
    norm, at = sentence.words.norm, unit.first
    ends = {s.last: s.first for s in sentence.of_kind("country")}
    while at > 1:
        behind = at - (norm[at - 1] == "the")
        joint = behind
        while joint > 0 and norm[joint - 1] in {"and", ","}:
            joint -= 1
        if joint == behind or joint not in ends:
            break
        at = ends[joint]
    start = at - 1 - (norm[at - 1] == "the")
    if at == unit.first or start < 0 or norm[start] not in WITHIN:
        return False
    opened = any(s.last <= start for s in sentence.acts)
    return not opened or not acts_within(sentence, unit.last, 3)


def strikes(sentence: Sentence, unit: Unit) -> bool:
    """Say whether the name of a state that strikes abroad stands right before its strikes ("killed in US air
    strikes")."""
    name = " ".join(sentence.words.norm[unit.first : unit.last])
    if name not in grammar()["strikers"]:
        return False
    return any(
        s.first == unit.last and s.entry.id in STRIKES and s.entry.form in NOUNS for s in sentence.acts
    )


def is_scene(sentence: Sentence, unit: Unit, after: str) -> bool:
    """Say whether the bare name of a country before a deed tells where it was done ("Mali attack kills 20"), and the
    state is none that strikes abroad itself."""
    norm, small = sentence.words.norm, grammar()
    if "name" not in unit.tags or after not in small["scene-after"] or sentence.words.glued[unit.last]:
        return False
    joined = unit.first > 0 and norm[unit.first - 1] in {"and", ",", "by", "with", "against"}
    return not joined and " ".join(norm[unit.first : unit.last]) not in small["strikers"]


def is_listed_place(sentence: Sentence, i: int) -> bool:
    """Say whether token `i` before a comma ends a place name ("Jermuk, Armenia"), not another country."""
    known = any(s.first <= i < s.last and "capital" not in s.entry.tags for s in sentence.of_kind("country"))
    return sentence.words.is_name(i) and not known and not sentence.words.text[i].isupper()
