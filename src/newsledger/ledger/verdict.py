"""How far do two reports agree, field by field, and why?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one field says about two reports being one event.

    `word` is exact, compatible, unknown, strained (counts only where all else is exact) or conflict; `score`
    runs from 0 to 1; `why` is told to users by `newsledger explain`.
    """

    field: str
    word: str
    score: float
    why: str

    @property
    def conflict(self) -> bool:
        """Tell whether this field alone keeps the two apart."""
        return self.word == "conflict"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether two reports may be one event: a verdict on type, date, place, actors and toll."""

    verdicts: tuple[Verdict, ...]
    score: float
    agrees: bool

    @property
    def conflicts(self) -> tuple[Verdict, ...]:
        """Return the verdicts that keep the two apart."""
        return tuple(v for v in self.verdicts if v.conflict)

    @property
    def why(self) -> str:
        """Return the reasons in words: what keeps the two apart or, where nothing does, what they share."""
        return "; ".join(v.why for v in (self.conflicts or self.verdicts[1:]))
