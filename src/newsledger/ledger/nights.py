"""Does a night count as the day on which it began, or on which it ended (coding-rules 4)?"""

from collections.abc import Iterable, Sequence

from newsledger.ledger.facts import Facts


def settle_nights(events: Sequence[Sequence[Facts]]) -> None:
    """Date all that one article tells of one night and one pair alike, over all its places.

    If a report of any of these events names a time after midnight, the night has the day on which it ended in
    all of them. Changes the facts in place; the days that they can mean stay the same.
    """
    ended = {key for reports in events if any(f.night == "ended" for f in reports) for key in _keys(reports)}
    for reports in events:
        if any(f.night for f in reports) and not ended.isdisjoint(_keys(reports)):
            for f in reports:
                if f.night == "began":
                    f.day, f.night = f.day + 1, "ended"


def _keys(reports: Iterable[Facts]) -> set[tuple[object, ...]]:
    """Return article, country, pair and night of each report that tells of a night."""
    found: set[tuple[object, ...]] = set()
    for f in reports:
        if f.night:
            pair = tuple(sorted(a.state or a.name for a in f.actors))
            found.add((f.report.article_id, f.country, pair, f.first))
    return found
