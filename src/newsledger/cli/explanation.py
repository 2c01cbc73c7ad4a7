"""How is an explanation shown? In colour on a terminal, plain in a pipe, with the same words."""

from collections.abc import Iterable, Iterator, Sequence
from functools import singledispatch
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from newsledger.pipeline.explain import (
    ExplainedArticle,
    ExplainedEvent,
    GoneEvent,
    RecordedArticle,
    Row,
    ToldReport,
    Value,
)

if TYPE_CHECKING:
    from newsledger.coder.explain import ExplainedFrame, ExplainedSentence, Marked

STYLES = {
    "action": "bold red",
    "actor": "cyan",
    "weapon": "magenta",
    "object": "blue",
    "place": "green",
    "time": "yellow",
    "cue": "dim italic",
    "blocker": "dim italic",
    "toll": "bold magenta",
}
LONGEST = 160
"""Characters of a quoted span that are shown."""
MOST = 5_000
"""Characters of any line."""


def console() -> Console:
    """Return the console on stdout: coloured on a terminal, and never wrapping lines of its own accord in a
    pipe.
    """
    return Console(soft_wrap=True, highlight=False)


def _put(out: Console, line: Text) -> None:
    """Print a line that may quote tables and articles: what cannot be seen in it is replaced, and it ends somewhere."""
    if not line.plain.isprintable():
        line.plain = "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in line.plain)
    line.truncate(MOST, overflow="ellipsis")
    out.print(line)


@singledispatch
def show(explained: Any, out: Console) -> None:
    """Print an explanation."""
    raise TypeError(f"cannot explain {type(explained).__name__}")


@show.register
def _gone(explained: GoneEvent, out: Console) -> None:
    row = explained.row
    into = f", merged into {row['merged_into']}" if row["merged_into"] else ""
    detail = f": {row['detail']}" if row["detail"] else ""
    _put(out, Text(f"{row['event_id_cnty']} left in {row['removed_in']}: {row['reason']}{into}{detail}"))


@show.register
def _event(explained: ExplainedEvent, out: Console) -> None:
    row = explained.row
    _heading(out, f"{row['event_id_cnty']}  {_what(row)}")
    _put(out, Text(f"  {row['notes']}"))
    _put(out, Text(f"  {_toll(row)}; {row['status']}, confidence {row['confidence']}", style="dim"))
    _put(
        out,
        Text(
            f"  first in {row['first_release']}, last changed in {row['last_changed_release']}", style="dim"
        ),
    )
    for remark in explained.remarks:
        _put(out, Text(f"  {remark}", style="yellow"))
    _reports(out, "Reports", explained.reports)
    if explained.joined:
        _heading(out, "Joined, because")
        for link in explained.joined:
            _put(out, Text(f"  {link.first} + {link.second} ({link.score:.2f}): {link.why}"))
    if explained.left_out:
        _heading(out, "Near, and left out, because")
        for link in explained.left_out:
            _put(out, Text(f"  {link.first} / {link.second} ({link.score:.2f}): {link.why}"))
    if explained.changes:
        _heading(out, "Changes")
        for change in explained.changes:
            reason = f" ({change['reason']})" if change["reason"] else ""
            told = f"{change['field']}: {_cell(change['old'])} → {_cell(change['new'])}"
            _put(out, Text(f"  {change['release']} {change['kind']} {told}{reason}"))


@show.register
def _recorded(explained: RecordedArticle, out: Console) -> None:
    row = explained.row
    _heading(out, f"{row['article_id']}  {row['source']}, {row['published']}")
    _put(out, Text("  Give its text by --articles FILE to see the sentences.", style="dim"))
    _reports(out, "Reports", explained.reports)
    if explained.uncoded:
        _heading(out, "Not coded")
        for u in explained.uncoded:
            reason = _reason(u["reason"], u["detail"])
            _put(out, Text(f"  {u['part']} {u['start']}-{u['end']} {u['trigger']}: {reason}"))


@show.register
def _article(explained: ExplainedArticle, out: Console) -> None:
    article = explained.article
    _heading(out, f"{article.id}  {article.source}, {article.published}")
    if article.title:
        _put(out, Text(f"  {article.title}", style="bold"))
    for sentence in explained.sentences:
        _sentence(out, sentence, article.title if sentence.part == "title" else article.text)
    _heading(out, "Reports" if explained.coded.reports else "No reports")
    for report in explained.coded.reports:
        row = {name: getattr(report, name) for name in report.__slots__}
        _put(out, Text(f"  {report.report_id}  {_what(row)}"))
        _put(
            out,
            Text(
                f"    {_toll(row)}; {report.status}, confidence {report.confidence:.3f}, rule {report.rule}"
            ),
        )
    if explained.coded.uncoded:
        _heading(out, "Not coded")
        for u in explained.coded.uncoded:
            text = article.title if u.part == "title" else article.text
            quote = f" “{_short(text[u.start : u.end])}”" if u.start >= 0 else ""
            _put(out, Text(f"  {u.trigger}{quote}: {_reason(u.reason, u.detail)}"))


def _sentence(out: Console, sentence: "ExplainedSentence", text: str) -> None:
    line = Text("  ").append(marked(text, sentence.start, sentence.end, sentence.spans))
    out.print()
    _put(out, line)
    if sentence.spans:
        seen = (f"{s.kind} “{_short(text[s.start : s.end])}” = {s.entry}" for s in sentence.spans)
        _put(out, Text(f"    {'; '.join(dict.fromkeys(seen))}", style="dim"))
    for frame in sentence.frames:
        _put(out, _frame(frame))


def marked(text: str, start: int, end: int, spans: Iterable["Marked"]) -> Text:
    """Return a sentence with its spans in colour; without colours it is the sentence itself."""
    line = Text(" ".join(text[start:end].split("\n")))
    for span in sorted(spans, key=lambda s: s.start - s.end):
        line.stylize(STYLES.get(span.kind, "underline"), span.start - start, span.end - start)
    return line


def _frame(frame: "ExplainedFrame") -> Text:
    who = " and ".join(frame.agents) or "somebody"
    whom = f" on {' and '.join(frame.targets)}" if frame.targets else ""
    told = Text("    → ").append(frame.trigger, style="bold").append(f" by {who}{whom}")
    if frame.places:
        told.append(f", in {'; '.join(frame.places)}")
    if frame.day:
        told.append(f", on {frame.day} ({frame.day_rule})")
    if frame.rule:
        told.append(": ").append(frame.rule, style="bold green")
        if frame.outranked:
            told.append(f", before {', '.join(frame.outranked)}", style="dim")
    if frame.reason:
        told.append(": not coded, ").append(_reason(frame.reason, frame.detail), style="yellow")
    return told


def _reports(out: Console, title: str, reports: Sequence[ToldReport]) -> None:
    _heading(out, title if reports else "No reports")
    for report in reports:
        row = report.row
        _put(
            out,
            Text(f"  {row['report_id']}  {row['source']}, {report.published}: {_what(row)}", style="bold"),
        )
        for value in report.values:
            if value.start >= 0:
                _put(out, _value(value))
        for line in _worked_out(report.values):
            _put(out, Text(f"    {line}", style="dim"))


def _worked_out(values: Iterable[Value]) -> Iterator[str]:
    """Yield what was not read from a span, by the rule that it follows from."""
    by_rule: dict[str, list[str]] = {}
    for value in values:
        if value.start < 0:
            by_rule.setdefault(value.rule, []).append(f"{value.field} {_short(value.value) or '(empty)'}")
    for rule, told in by_rule.items():
        yield f"by {rule}: {', '.join(told)}"


def _value(value: Value) -> Text:
    line = Text(f"    {value.field:<18} {_short(value.value) or '(empty)'}")
    line.append(f"  {value.rule}  {value.part} {value.start}-{value.end}", style="dim")
    if value.quote:
        line.append(f"  “{_short(value.quote)}”", style="green")
    return line


def _heading(out: Console, text: str) -> None:
    out.print()
    _put(out, Text(text, style="bold underline"))


def _what(row: Row) -> str:
    where = ", ".join(p for p in (row["location"], row["country"]) if p) or "no place"
    who = " – ".join(p for p in (row["actor1"], row["actor2"]) if p)
    return f"{row['event_date']}  {row['sub_event_type']}  {where}  {who}"


def _toll(row: Row) -> str:
    low, count, high = row["fatalities_low"], row["fatalities"], row["fatalities_high"]
    dead = f"{count} dead" if low == high else f"{count} dead ({low} to {high})"
    return dead if row["injuries"] is None else f"{dead}, {row['injuries']} wounded"


def _reason(reason: str, detail: str | None) -> str:
    return f"{reason} ({detail})" if detail else reason


def _cell(value: object) -> str:
    return "(empty)" if value is None else str(value)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
