"""Do several processes give the rows of one, in their order, and end with what went wrong in one of them?"""

import os
import signal
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from newsledger.contract.records import Article, Coded
from newsledger.errors import ContentInvalid, SystemRefused
from newsledger.pipeline import jobs
from newsledger.pipeline.jobs import SHARE, code_in_jobs

TOWNS = ("Gao", "Kidal", "Mopti", "Menaka", "Timbuktu")


def articles(number: int) -> list[Article]:
    return [
        Article(
            f"a{n}",
            f"Gunmen killed {n + 2} farmers near {TOWNS[n % len(TOWNS)]} in Mali on Monday.",
            date(2024, 6, 14),
            "Gazette",
            language="en",
        )
        for n in range(number)
    ]


def test_two_processes_give_the_rows_of_one_in_the_order_of_the_articles() -> None:
    told: list[tuple[str, int, int]] = []
    given = articles(3 * SHARE + 1)
    two = list(code_in_jobs(given, 2, progress=lambda *done: told.append(done)))
    assert two == list(code_in_jobs(given, 1))
    assert [c.reports[0].fatalities for c in two] == [n + 2 for n in range(len(given))]
    assert all(c.article is a for c, a in zip(two, given, strict=True))
    assert told == [("coding", n, len(given)) for n in range(1, len(given) + 1)]


def test_one_share_is_coded_without_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_pool", lambda _: pytest.fail("a process was started"))
    assert len(list(code_in_jobs(articles(SHARE), 4))) == SHARE
    assert list(code_in_jobs([], 4)) == []


def test_the_scope_and_the_countries_reach_every_process() -> None:
    text = "Two men were shot dead in a robbery in Springfield on Monday, police said."
    given = [Article(str(n), text, date(2024, 6, 14), "Gazette", language="en") for n in range(SHARE + 1)]
    for scope in ("political", "all-violence"):
        wide = list(code_in_jobs(given, 2, scope=scope, countries=("United States",)))
        assert wide == list(code_in_jobs(given, 1, scope=scope, countries=("United States",)))
        assert any(c.reports for c in wide) == (scope == "all-violence")


def malformed(scope: str, countries: tuple[str, ...], share: Sequence[Article]) -> list[Coded]:
    raise ContentInvalid("is no verb", file=Path("verbs.yaml"), line=7, field="lemma", value="of")


def killed(scope: str, countries: tuple[str, ...], share: Sequence[Article]) -> list[Coded]:
    os.kill(os.getpid(), signal.SIGKILL)
    return []


def test_an_error_of_a_process_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_code_share", malformed)
    with pytest.raises(ContentInvalid, match=r"^verbs.yaml:7: lemma: is no verb, got 'of'$") as caught:
        list(code_in_jobs(articles(SHARE + 1), 2))
    assert caught.value.line == 7


@pytest.mark.skipif(os.name == "nt", reason="nothing is killed so there")
def test_a_process_that_is_ended_from_outside_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "_code_share", killed)
    with pytest.raises(SystemRefused, match="ended from outside"):
        list(code_in_jobs(articles(SHARE + 1), 2))


def test_who_stops_reading_leaves_no_process_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []
    started = jobs._pool

    def noted(number: int) -> object:
        pool = started(number)
        shutdown = pool.shutdown

        def end(**how: bool) -> None:
            ended.append(how)
            shutdown(**how)

        monkeypatch.setattr(pool, "shutdown", end)
        return pool

    monkeypatch.setattr(jobs, "_pool", noted)
    stream: Iterator[Coded] = code_in_jobs(articles(4 * SHARE), 2)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert ended == [{"cancel_futures": True}]
