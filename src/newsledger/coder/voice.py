"""The voice of a trigger: active, passive, or a noun (many words of violence are both verb and noun)."""

from newsledger.coder.bombs import holds_clause
from newsledger.coder.clause import Clause
from newsledger.coder.grammar import ARE, BE, IRREGULAR, PARTICIPLES
from newsledger.coder.nouns import reads_as_noun, stands_alone
from newsledger.coder.passive import is_passive
from newsledger.coder.spans import Span

STRUCK = frozenset(
    "bombed struck hit pounded targeted attacked shelled raided strafed bombarded blasted destroyed launched".split()
)
STATIC = frozenset(
    "in under now again once back firmly fully entirely completely largely today".split()
)  # "was now in …"
JOINING = frozenset({"with", "against", "at", "on"})
FLIERS = frozenset(
    "warplanes warplane jets jet planes plane aircraft drones drone helicopters helicopter gunships gunship bombers"
    " fighter-jets".split()
)


def voice_of(clause: Clause, first: int, last: int, spans: list[Span]) -> str:
    """Return active, passive or noun for a trigger."""
    forms = {s.entry.form for s in spans}
    norm = clause.norm
    joined = norm[first + 1] if last - first > 1 else ""
    opens = norm[first] in {"was", "were"} or (
        norm[first] in ARE and forms == {"word"} and (joined.endswith("ed") or joined in IRREGULAR)
    )
    if (opens and joined not in STATIC) or any("undergo" in s.entry.tags for s in spans):
        return "passive"
    if forms == {"word"} and holds_verb(norm, first, last):
        return "passive" if first and norm[first - 1] in BE and norm[first].endswith("ly") else "active"
    if forms == {"word"} and norm[first] in {"wearing", "carrying"}:
        return "active" if any(m.last == first for m in clause.mentions) else "noun"
    if "ing" in forms and between_people(clause, first, last):
        return "active"
    owned = first > 0 and norm[first - 1] == "'s" and "noun" in forms  # "a judge's kidnapping"
    if (
        owned
        or forms <= {"noun", "nouns", "word"}
        or (not forms & PARTICIPLES and reads_as_noun(clause, first, last, forms))
    ):
        return "noun"
    if forms & {"word"} and norm[first].endswith("ing") and stands_alone(clause, first, last):
        return "noun"
    if not forms & PARTICIPLES:
        return "active"
    relative = any(
        m.last == first and m.first and clause.norm[m.first - 1] == "that" for m in clause.mentions
    )
    if relative:
        return "active"  # "a truck that rebels seized"
    return "passive" if is_passive(clause, first, last, spans) else "active"


def holds_verb(norm: list[str], first: int, last: int) -> bool:
    """Say whether a literal phrase holds its own verb ("warplanes bombed", "clashed with")."""
    if last - first < 2:
        return False
    flown = norm[last - 1] in STRUCK and norm[last - 2] in FLIERS
    adverb = norm[first].endswith("ly") and norm[first + 1].endswith("ed")  # "violently cracked down on"
    return (
        flown
        or adverb
        or holds_clause(norm, first, last)
        or (norm[first].endswith("ed") and norm[last - 1] in JOINING)
    )


def between_people(clause: Clause, first: int, last: int) -> bool:
    """Say whether a word in -ing stands right between those who act and those acted upon ("policemen beating
    marchers")."""
    before = next((m for m in clause.mentions if m.last == first and "person" in m.tags), None)
    if before is None or "plural" not in before.tags:
        return False
    return any(m.first <= last + 1 and m.first >= last and "person" in m.tags for m in clause.mentions)
