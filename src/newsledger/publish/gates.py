"""May a release differ that much from the one before? Gates that hold a release until someone says why it is
right.

A gate passes by `allow`, a reason by its name; reasons are recorded in the release. Thresholds come from the
recipe.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from newsledger.contract.load import Contract
from newsledger.errors import GateHeld, UsageError
from newsledger.publish.difference import KEY, Difference
from newsledger.publish.recipe import FATALITIES_CHANGED, IDS_LOST, ROWS_CHANGED, Recipe
from newsledger.validation.findings import plain

GATES: Mapping[str, str] = {
    "unaccounted": "ids left without a row in deletions",
    "ids-lost": "more of the published ids left than the recipe allows",
    "rows-changed": "more of the published rows changed than the recipe allows",
    "fatalities-changed": "the fatalities of the rows published before changed more than the recipe allows",
    "empty-column-year": "a column that had values in a year is empty now",
    "category-vanished": "a type, kind or country that was in use is gone",
    "assertions": "an assertion of the recipe does not hold",
    "coverage": "an event lies outside of the recipe's coverage",
}
LONGEST = 500
"""Characters of a reason."""
CATEGORIES = (
    "disorder_type",
    "event_type",
    "sub_event_type",
    "inter1",
    "inter2",
    "country",
    "source_scale",
    "status",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A gate that holds, and what it saw."""

    gate: str
    message: str


def check_gates(
    old: Mapping[str, pl.DataFrame] | None,
    new: Mapping[str, pl.DataFrame],
    found: Difference,
    recipe: Recipe,
    contract: Contract,
) -> list[Held]:
    """Return the gates that hold the tables `new` back, after the tables `old` (None: a first release)."""
    held = [*_assertions(new["events"], recipe), *_coverage(new["events"], recipe)]
    if old is None:
        return held
    return [
        *_ids(old["events"], found, new["deletions"], recipe),
        *_fatalities(old["events"], new["events"], recipe),
        *_empty_columns(old["events"], new["events"]),
        *_categories(old["events"], new["events"]),
        *held,
    ]


def pass_gates(held: list[Held], allow: Mapping[str, str]) -> dict[str, str]:
    """Return the gates that were passed with their reasons; GateHeld if one holds that `allow` gives no
    reason for.

    UsageError if `allow` names an unknown gate or gives an empty reason.
    """
    for gate, reason in allow.items():
        if gate not in GATES:
            raise UsageError("unknown gate", field="--allow", value=gate, expected=", ".join(GATES))
        if not reason.strip():
            raise UsageError(
                "a gate is passed with a reason", field="--allow", value=gate, expected="GATE=REASON"
            )
        if len(reason) > LONGEST or not reason.strip().isprintable():
            raise UsageError(
                f"the reason for {gate} is written into the release",
                field="--allow",
                value=reason,
                expected=f"one line of at most {LONGEST} characters that can be seen",
            )
    closed = [g for g in GATES if g not in allow and any(h.gate == g for h in held)]
    if closed:
        seen = {g: ", ".join(h.message for h in held if h.gate == g) for g in closed}
        raise GateHeld("; ".join(f"{gate}: {message}" for gate, message in seen.items()))
    return {
        gate: allow[gate].strip() for gate in GATES if gate in allow and any(h.gate == gate for h in held)
    }


def _names(ids: tuple[str, ...] | list[str], most: int = 5) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(plain(i) for i in ids[:most]) + more


def _ids(before: pl.DataFrame, found: Difference, deletions: pl.DataFrame, recipe: Recipe) -> Iterator[Held]:
    accounted = set(deletions[KEY].to_list())
    lost = [i for i in found.removed if i not in accounted]
    if lost:
        yield Held("unaccounted", f"{_names(lost)} left without a row in deletions")
    total = max(before.height, 1)
    for gate, ids, key, default in (
        ("ids-lost", found.removed, "ids_lost", IDS_LOST),
        ("rows-changed", found.changed, "rows_changed", ROWS_CHANGED),
    ):
        share, allowed = len(ids) / total, recipe.gates.get(key, default)
        if share > allowed:
            yield Held(
                gate, f"{len(ids)} of {before.height} ({share:.0%}, allowed {allowed:.0%}): {_names(ids)}"
            )


def _fatalities(before: pl.DataFrame, after: pl.DataFrame, recipe: Recipe) -> Iterator[Held]:
    both = before.select(KEY, "fatalities").join(after.select(KEY, new="fatalities"), on=KEY, how="inner")
    old, new = int(both["fatalities"].sum()), int(both["new"].sum())
    allowed = recipe.gates.get("fatalities_changed", FATALITIES_CHANGED)
    share = abs(new - old) / max(old, 1)
    if share > allowed:
        yield Held("fatalities-changed", f"{old} became {new} ({share:.0%}, allowed {allowed:.0%})")


def _empty_columns(before: pl.DataFrame, after: pl.DataFrame) -> Iterator[Held]:
    """Yield the columns that had a value in a year and have none now, which no row-by-row check can see."""
    columns = [c for c in before.columns if c in after.columns and c not in (KEY, "year")]

    def filled(frame: pl.DataFrame) -> pl.DataFrame:
        return frame.group_by("year").agg(pl.col(columns).is_not_null().any()).sort("year")

    both = filled(before).join(filled(after), on="year", how="inner", suffix=" new", maintain_order="left")
    for column in columns:
        years = both.filter(pl.col(column) & ~pl.col(f"{column} new"))["year"].to_list()
        if years:
            yield Held("empty-column-year", f"{column} is empty in {_names(years)}")


def _categories(before: pl.DataFrame, after: pl.DataFrame) -> Iterator[Held]:
    for column in CATEGORIES:
        gone = sorted(set(before[column].drop_nulls()) - set(after[column].drop_nulls()))
        if gone:
            yield Held("category-vanished", f"{column} lost {_names(gone)}")


def _assertions(events: pl.DataFrame, recipe: Recipe) -> Iterator[Held]:
    for assertion in recipe.assertions:
        rows = events
        for column, wanted in assertion.get("where", {}).items():
            if column not in events.columns:
                raise UsageError("an assertion names an unknown column", file=recipe.file, field=column)
            values = [str(v) for v in (wanted if isinstance(wanted, list) else [wanted])]
            rows = rows.filter(pl.col(column).cast(pl.String).is_in(values))
        if "from" in assertion:
            rows = rows.filter(pl.col("event_date") >= pl.lit(assertion["from"]).str.to_date())
        if "to" in assertion:
            rows = rows.filter(pl.col("event_date") <= pl.lit(assertion["to"]).str.to_date())
        counts = {
            "events": rows.height,
            "fatalities": rows["fatalities"].sum(),
            "injuries": rows["injuries"].sum(),
        }
        for what, count in counts.items():
            if (broken := _outside(int(count or 0), assertion.get(what))) is not None:
                yield Held("assertions", f"{assertion['that']}: {what} are {count}, expected {broken}")


def _outside(count: int, bounds: Mapping[str, Any] | None) -> str | None:
    if bounds is None:
        return None
    least, most = bounds.get("min", 0), bounds.get("max")
    if count >= least and (most is None or count <= most):
        return None
    return f"{least} to {most}" if most is not None else f"at least {least}"


def _coverage(events: pl.DataFrame, recipe: Recipe) -> Iterator[Held]:
    day = pl.col("event_date")
    outside = day < recipe.coverage_from
    if recipe.coverage_to is not None:
        outside = outside | (day > recipe.coverage_to)
    early = events.filter(outside)
    if early.height:
        dates = [str(d) for d in early["event_date"].unique().sort().to_list()]
        yield Held("coverage", f"{early.height} events lie outside of the dates covered: {_names(dates)}")
    if recipe.countries:
        elsewhere = events.filter(~pl.col("country").is_in(list(recipe.countries)))
        if elsewhere.height:
            names = sorted(set(elsewhere["country"].to_list()))
            yield Held("coverage", f"{elsewhere.height} events lie in {_names(names)}, which is not covered")
