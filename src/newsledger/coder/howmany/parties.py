"""Who is counted together? People named together, and how many they are."""

from dataclasses import dataclass

PLURAL = 3  # a bare plural (coding-rules 5)
JOINTS = frozenset(
    {
        (",",),
        ("and",),
        ("and", "all"),
        (",", "all"),
        (",", "and"),
        ("plus",),
        ("as", "well", "as"),
        (",", "as", "well", "as"),
        ("along", "with"),
        (",", "along", "with"),
        ("together", "with"),
        (",", "together", "with"),
        ("alongside",),
        ("besides",),
        ("and", "then"),
        (",", "then"),
        (",", "and", "then"),
    }
)


@dataclass(frozen=True, slots=True)
class Party:
    """People named together: tokens `first` to `last` (exclusive) and how many (coding-rules 5).

    `vague`: a bare plural; `part`: of a number given before ("including two women", "one of them"); `more`:
    besides a number given before ("three others"); `pronoun`; `perpetrator`: who did it; `counted` says whether
    a number or an article counts them; `counts` are those of the members of a list that it sums up.
    """

    first: int
    last: int
    count: int
    low: int
    high: int
    vague: bool = False
    part: bool = False
    of_them: bool = False
    more: bool = False
    pronoun: bool = False
    perpetrator: bool = False
    counted: bool = False
    zero: bool = False
    rule: str = "party"
    counts: tuple[int, ...] = ()
