"""Naming: does a word that may be a verb name a thing, a place or a body here ("a club", "in the Hama desert")?"""

from newsledger.coder.clause import Clause
from newsledger.coder.grammar import ADVERBS, BE, HAVE, MODALS, NUMBERS, PREPOSITIONS, QUANTITY, WAR_CRAFT
from newsledger.coder.nouns import ARTICLES
from newsledger.coder.present import acts_upon
from newsledger.coder.spans import Span

COMPANIES = frozenset({"patrol", "convoy", "camp", "column", "checkpoint"})
# a finite verb never stands right behind these ("amid chants", "against strikes")
NEVER_BEFORE_VERB = frozenset("amid amidst despite during against between without into among with of".split())
PICKETS = frozenset({"picket", "pickets"})
PLACING = frozenset({"in", "near", "outside", "around"})
HELD = frozenset(
    {"occupied", "controlled", "held", "captured", "seized", "liberated", "annexed", "besieged", "retaken"}
)
BORNE = frozenset({"launched", "fired", "dropped", "launch", "delivered", "propelled"})
BUILDS = BE | {"began", "started", "of", "and", ",", "for", "by"}  # before "building" as a verb


def names_thing(clause: Clause, first: int, last: int, spans: list[Span]) -> bool:
    """Say whether a word that may be a verb names somebody or something here ("mobs", "jails", "an army patrol")."""
    forms = {s.entry.form for s in spans}
    if forms == {"ing"} and clause.norm[first] in {"building", "striking"}:
        return is_building(clause, first) or in_strike(clause, first)
    if qualifies(clause, first) or (forms <= {"noun", "base"} and attacked_company(clause, first, last)):
        return True
    if not forms <= {"base", "s"} or acts_upon(clause, first, last, forms):
        return False  # "rebels in Mali storm a camp", not "in the Hama desert"
    if any(
        (m.kind == "crowd" or m.first < first) and m.first <= first and last <= m.last
        for m in clause.mentions
    ):
        return True  # "members of vigilante mobs", "the two Libyan camps"
    if clause.norm[first] in PICKETS and any(m.last == first and "armed" in m.tags for m in clause.mentions):
        return True  # "a police picket"
    if clause.norm[first] in {"target", "targets"} and PREPOSITIONS & set(clause.norm[last : last + 1]):
        return True  # "struck targets in the valley"
    if clause.norm[first] == "block" and is_address(clause, first):
        return True
    if last - first == 1 and forms == {"base"} and described(clause, first):
        return True
    if first and clause.norm[first - 1] in NEVER_BEFORE_VERB:
        return True
    behind = first > 1 and clause.norm[first - 2] in {"in", "from", "of", "to", "inside"}
    if forms == {"s"} and behind and any(m.last == first and m.kind == "state" for m in clause.mentions):
        return True  # "in Israeli jails"
    if forms == {"base"} and last - first == 1 and (in_company(clause, first) or ends_name(clause, first)):
        return True
    return names_weapon(clause, first, last) or (forms == {"s"} and in_town(clause, first))


def in_town(clause: Clause, first: int) -> bool:
    """Say whether a word is the name of a town ("marched in Burns"): a capital behind "in" in a text that has small
    letters, too."""
    text = clause.sentence.words.text
    told = first > 1 and clause.norm[first - 1] in {"in", "near", "from", "at"}
    return told and text[first].istitle() and text[first - 1].islower()


def qualifies(clause: Clause, first: int) -> bool:
    """Say whether a participle only tells of what kind a weapon or a position is ("a shoulder-launched missile",
    "destroyed three fortified positions")."""
    if clause.norm[first] in BORNE and clause.sentence.words.glued[first]:
        return True
    if clause.norm[first] != "fortified" or not first:
        return False
    before = clause.norm[first - 1]
    acted = any(s.last == first for s in clause.sentence.acts)
    return acted or before in NUMBERS | QUANTITY | ARTICLES or before[0].isdigit() or before == "heavily"


def is_building(clause: Clause, at: int) -> bool:
    """Say whether token `at` is the noun "building"."""
    return clause.norm[at] == "building" and at > 0 and clause.norm[at - 1] not in BUILDS


def in_strike(clause: Clause, at: int) -> bool:
    """Say whether "striking" at token `at` says that people are on strike ("striking miners")."""
    return any(m.kind == "protesters" and m.first <= at < m.last for m in clause.mentions)


def names_weapon(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word that is a weapon as well has no subject and no auxiliary before it ("bombs", "shells")."""
    if not any((s.first, s.last) == (first, last) for s in clause.sentence.of_kind("weapon")):
        return False
    before = clause.norm[first - 1] if first else ""
    if before in MODALS | WAR_CRAFT or before in HAVE or before == "to" or before.endswith("ly"):
        return False
    return not any(m.last == first for m in clause.mentions)


def is_address(clause: Clause, at: int) -> bool:
    """Say whether a "block" at token `at` is part of an address ("the 2100 block of Grove Street", "4200 Block")."""
    before, after = clause.norm[at - 1] if at else "", clause.norm[at + 1 : at + 2]
    return before.isdigit() or (after == ["of"] and before in {"same", "first", "unit", "hundred", "the"})


def in_company(clause: Clause, at: int) -> bool:
    """Say whether token `at` ends a mention of men under way or in camp ("an army patrol")."""
    return any(m.last == at + 1 and m.first <= at and "company" in m.tags for m in clause.mentions)


def attacked_company(clause: Clause, first: int, last: int) -> bool:
    """Say whether tokens `first` to `last` are a patrol or convoy that a verb right before acts upon."""
    mention = next((m for m in clause.mentions if m.first <= first and last <= m.last), None)
    if clause.norm[first] in COMPANIES and first and clause.norm[first - 1] in {"a", "an", "the", "their"}:
        return any(s.last == first - 1 for s in clause.sentence.acts)
    if mention is None or not {"company", "military"} & mention.tags:
        return False
    return any(
        s.entry.form not in {"noun", "nouns"} and 0 <= mention.first - s.last <= 2
        for s in clause.sentence.acts
    )


def ends_name(clause: Clause, at: int) -> bool:
    """Say whether a word that is a verb in its base form ends the name of a place ("in the Hama desert")."""
    words, i = clause.sentence.words, at - 1
    while i >= 0 and words.is_name(i) and not any(m.first <= i < m.last for m in clause.mentions):
        i -= 1
    if i == at - 1 or i < 0:
        return False
    return clause.norm[i] in {"the", "in", "at", "of", "near", "from", "into", "towards"}


def described(clause: Clause, first: int) -> bool:
    """Say whether a bare verb form stands where only a noun can ("in front of the ruined station", "the old base")."""
    norm = clause.norm
    before = norm[first - 1] if first else ""
    if (
        before
        in {"to", "and", "or", "not", "who", "that", "which", "they", "we", "you", "i"} | MODALS | ADVERBS
    ):
        return False
    if any(m.first < first <= m.last for m in clause.mentions) or before.endswith(
        ("s", "ly", "men", "people")
    ):
        return before == "'s"
    return before in ARTICLES or (first > 1 and norm[first - 2] in ARTICLES and before[:1].isalpha())


def part_of_name(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word is written as part of a name ("Barrage Colony", "Ceasefire Monitoring Committee"): both it and
    the word behind it begin with a capital, or it stands behind "in", in a sentence where most words do not.
    """
    text = clause.sentence.words.text
    held = clause.norm[first] in HELD and clause.sentence.words.glued[first]
    if held and any(
        x.last == first and x.entry.kind in {"country", "group", "force"} for x in clause.sentence.spans
    ):
        return True  # "Russian-occupied Donetsk"
    if first == 0 or not text[first][0].isupper() or clause.sentence.kind == "headline":
        return False
    placed = clause.norm[first - 1] in PLACING and last == first + 1 and text[first].istitle()  # "in Hit"
    if last >= len(text) or not (placed or (text[last][0].isupper() and not text[last].isupper())):
        return False
    words = [t for t in text if t[0].isalpha()]
    return 3 * sum(t[0].isupper() for t in words) < 2 * len(words)  # else it is a title
