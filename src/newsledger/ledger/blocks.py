"""Which reports are worth comparing? Only those of one country whose days and places can meet.

Precise reports are indexed by cells of a quarter of a degree and by day, so that each is compared with its neighbours
only; the few vague ones (a week, a month, a region) look into every cell or day that they can mean.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from math import cos, floor, radians

from newsledger.ledger.facts import Facts

Cell = tuple[str, int, int]
Days = dict[int, list[int]]
BAND = 0.25  # degrees of latitude: more than NEAR_KM
SEVERAL = 3  # victims, whose number can stand for a place or day that is misread
POLE = 89.0  # degrees, beyond which bands have no columns


def candidate_pairs(facts: Sequence[Facts], apart: int = 1) -> Iterator[tuple[int, int]]:
    """Yield the pairs of positions in `facts` that can be one event, each once, in an order that `facts`
    alone fixes.

    Precise days may lie `apart` days asunder, one at least, so that a night is covered. n log n for reports
    spread over days and places: never every pair with every other.
    """
    places: dict[Cell, Days] = defaultdict(lambda: defaultdict(list))
    countries: dict[str, Days] = defaultdict(lambda: defaultdict(list))
    regions: dict[str, Days] = defaultdict(lambda: defaultdict(list))
    for i, f in enumerate(facts):
        if _is_short(f):
            countries[f.country][f.day].append(i)
            if _is_placed(f):
                places[_cell(f)][f.day].append(i)
            else:
                regions[f.country][f.day].append(i)
    for i, f in enumerate(facts):
        if _is_short(f) and _is_placed(f):
            yield from _forward(i, f.day, (places[c] for c in _around(f) if c in places), apart)
        elif _is_short(f):
            yield from _of_region(i, f, countries[f.country], regions[f.country], apart)
        else:
            blocks = [places[c] for c in _around(f) if c in places] + [regions[f.country]]
            blocks = blocks if _is_placed(f) else [countries[f.country]]
            yield from (
                (i, j)
                for d in range(f.first - apart, f.last + apart + 1)
                for b in blocks
                for j in b.get(d, ())
            )
    yield from _vague_pairs(facts)


def far_pairs(facts: Sequence[Facts], few: int, weeks: int) -> Iterator[tuple[int, int]]:
    """Yield pairs that count the same victims, in numbers, and lie farther apart than `candidate_pairs` looks.

    Of one place, a report whose day is only its article's is paired with those of more than `few` and up to
    `weeks` days before. Of places of one name or one division, those a day apart at most. A pair can come twice.
    """
    named: dict[tuple[object, ...], list[int]] = defaultdict(list)
    divided: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i in sorted(range(len(facts)), key=lambda i: (facts[i].day, i)):
        f = facts[i]
        if _is_short(f) and _is_placed(f) and f.victims >= SEVERAL:
            named[f.country, f.place, f.victims].append(i)
            if f.admin1:
                divided[f.country, f.admin1, f.victims].append(i)
    for j, before in _in_turn(named.values()):
        for i in before:
            apart = facts[j].day - facts[i].day
            if apart > weeks or (apart > few and not facts[j].guessed):
                break
            if apart > few or apart <= 1:
                yield i, j
    for j, before in _in_turn(divided.values()):
        for i in before:
            if facts[j].day - facts[i].day > 1:
                break
            yield i, j


def _in_turn(groups: Iterable[list[int]]) -> Iterator[tuple[int, Iterator[int]]]:
    """Yield each member of each group with those before it, the nearest first."""
    for group in groups:
        for n, j in enumerate(group):
            yield j, (group[m] for m in range(n - 1, -1, -1))


def _forward(i: int, day: int, blocks: Iterable[Days], apart: int) -> Iterator[tuple[int, int]]:
    for block in blocks:
        yield from ((i, j) for j in block.get(day, ()) if j > i)
        for later in range(day + 1, day + apart + 1):
            yield from ((i, j) for j in block.get(later, ()))


def _of_region(i: int, f: Facts, everywhere: Days, regions: Days, apart: int) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a precise day in a region: every placed report of those days, and regions after
    itself.
    """
    for day in range(f.day - apart, f.day + apart + 1):
        own = set(regions.get(day, ()))
        yield from ((i, j) for j in everywhere.get(day, ()) if j not in own)
    yield from _forward(i, f.day, [regions], apart)


def _vague_pairs(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    cells: dict[tuple[Cell, int], list[int]] = defaultdict(list)
    countries: dict[tuple[str, int], list[int]] = defaultdict(list)
    for j, g in enumerate(facts):
        if _is_short(g):
            continue
        months = sorted({_month(g.first), _month(g.last)})
        found: set[int] = set()
        for month in months:
            keys = [(c, month) for c in _around(g)] if _is_placed(g) else []
            found.update(i for k in keys if k in cells for i in cells[k])
            found.update(
                i for i in countries[g.country, month] if not (_is_placed(g) and _is_placed(facts[i]))
            )
            countries[g.country, month].append(j)
            if _is_placed(g):
                cells[_cell(g), month].append(j)
        yield from ((i, j) for i in sorted(found) if i != j)


def _month(ordinal: int) -> int:
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month


def _is_short(f: Facts) -> bool:
    return f.report.time_precision == 1


def _is_placed(f: Facts) -> bool:
    return f.report.geo_precision < 3 and f.report.latitude is not None and f.report.longitude is not None


def _cell(f: Facts) -> Cell:
    assert f.report.latitude is not None
    assert f.report.longitude is not None
    band = floor(f.report.latitude / BAND)
    return f.country, band, _column(f.report.longitude, band)


def _column(longitude: float, band: int) -> int:
    columns = max(1, floor(360 / _width(band)))
    return int((longitude + 180) % 360 / 360 * columns) % columns


@lru_cache(maxsize=1024)
def _width(band: int) -> float:
    """Return the degrees of longitude that are as far as a band is high, anywhere in a band or the next one."""
    farthest = (abs(band) + 2) * BAND
    return BAND / cos(radians(min(farthest, POLE)))


def _around(f: Facts) -> Sequence[Cell]:
    """Return the cells in which places within the height of a band can lie."""
    if not _is_placed(f):
        return ()
    return _cells(f.country, f.report.latitude or 0.0, f.report.longitude or 0.0)


@lru_cache(maxsize=65536)
def _cells(country: str, latitude: float, longitude: float) -> Sequence[Cell]:
    band = floor(latitude / BAND)
    reach = _width(band)
    shifts = (-reach, -reach / 2, 0.0, reach / 2, reach)  # columns of the next band may be a little narrower
    bands = (band - 1, band, band + 1)
    return sorted({(country, b, _column(longitude + shift, b)) for b in bands for shift in shifts})
