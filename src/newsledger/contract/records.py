"""The records that reader, coder, ledger and publish hand to one another."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class Article:
    """A source document (coding-rules 1; columns of `article.schema.json`)."""

    id: str
    text: str
    published: date
    source: str
    title: str = ""
    url: str = ""
    language: str = ""
    source_scale: str = ""
    dateline: str = ""
    published_time: str = ""  # the RFC 3339 time where `published` had one, else empty
    extra: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    line: int = 0


@dataclass(slots=True)
class Report:
    """What one article says of one event: one row of `newsledger code`, columns in this order.

    Empty strings stand for missing text and None for missing numbers. `toll_group` joins the reports of one article
    that share one stated total: each carries the whole total, and the ledger divides it once (coding-rules 5).
    """

    report_id: str
    article_id: str
    event_date: date
    time_precision: int
    disorder_type: str
    event_type: str
    sub_event_type: str
    actor1: str
    assoc_actor_1: str
    inter1: str
    actor2: str
    assoc_actor_2: str
    inter2: str
    interaction: str
    civilian_targeting: str
    iso: int | None
    region: str
    country: str
    admin1: str
    admin2: str
    admin3: str
    location: str
    latitude: float | None
    longitude: float | None
    geo_precision: int
    source: str
    source_scale: str
    notes: str
    fatalities: int
    tags: str
    fatalities_low: int
    fatalities_high: int
    injuries: int | None
    toll_group: str
    claimant: str
    status: str
    rule: str
    quote_start: int
    quote_end: int
    confidence: float


REPORT_COLUMNS: tuple[str, ...] = tuple(f.name for f in fields(Report))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value of one report, the span it was read from and the rule that read it.

    `start` and `end` are character offsets (code points, end exclusive) in the article's text where `part` is `text`,
    in its title where it is `title`; where `part` is `derived` or `record` the value was worked out, or given with
    the article, and both are -1.
    """

    report_id: str
    field: str
    value: str
    part: str  # text | title | record | derived
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Uncoded:
    """A trigger that gave no report, and why; offsets as in `Evidence`."""

    article_id: str
    part: str
    start: int
    end: int
    trigger: str
    reason: str  # a term of terms/uncoded-reason
    detail: str = ""


@dataclass(slots=True)
class Coded:
    """All that the coder says of one article: reports by salience, evidence, and what was not coded."""

    article: Article
    reports: list[Report] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    uncoded: list[Uncoded] = field(default_factory=list)
