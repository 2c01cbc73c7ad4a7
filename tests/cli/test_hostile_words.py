"""Can what somebody else wrote into a table, an article or a file's name steer a terminal or forge a line?"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.pipeline.telling import GAZETTE, WIRE, write_articles

TITLE = "\x1b]0;pwned\x07"
CLEAR = "\x1b[2Jb\nforged line"
TURNED = "\u202egnp.exe"
HOSTILE = (TITLE, CLEAR, TURNED)


def clean(told: str) -> bool:
    """Return whether a text steers nothing."""
    return all(c.isprintable() or c == "\n" for c in told)


@pytest.fixture
def tables(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("event_id_cnty,x\nMLI1,a\nMLI3,b\n")
    long = "9" * 400
    new.write_text(
        f'event_id_cnty,x,"{TITLE}"\n"MLI2{TITLE}",a,\nMLI1,"{CLEAR}",\nMLI3,{TURNED}{long},\n',
        encoding="utf-8",
    )
    return old, new


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_a_difference_is_told_in_short_lines(command: Command, tables: tuple[Path, Path], form: str) -> None:
    done = command("diff", *tables, "--format", form)
    assert done.exit_code == 0, done.output
    assert clean(done.stdout)
    assert "forged line" not in done.stdout.splitlines()
    assert "\\x1b]0;pwned\\x07" in done.stdout
    assert "9" * 200 not in done.stdout
    assert "999…" in done.stdout


def test_data_of_a_difference_are_whole_in_a_pipe(command: Command, tables: tuple[Path, Path]) -> None:
    told = json.loads(command("diff", *tables, "--format", "json").stdout)
    assert CLEAR in [cell["new"] for cell in told["changed"]]


@pytest.mark.parametrize("form", ["text", "markdown", "csv", "json"])
def test_a_terminal_gets_no_control_character(tables: tuple[Path, Path], form: str) -> None:
    pty = pytest.importorskip("pty", reason="terminals are those of Unix")
    ours, theirs = pty.openpty()
    line = [sys.executable, "-m", "newsledger", "diff", *map(str, tables), "--format", form]
    with subprocess.Popen(line, stdout=theirs, stderr=subprocess.PIPE) as program:
        os.close(theirs)
        seen = b""
        while True:
            try:
                block = os.read(ours, 65_536)
            except OSError:
                break
            if not block:
                break
            seen += block
    os.close(ours)
    assert program.returncode == 0
    assert clean(seen.decode().replace("\r\n", "\n"))


def test_a_score_lists_errors_in_their_lines(command: Command, tmp_path: Path) -> None:
    reports = tmp_path / "reports.csv"
    assert (
        command("code", write_articles(tmp_path / "a.jsonl", GAZETTE, WIRE), "--out", reports).exit_code == 0
    )
    gold = tmp_path / "gold.yaml"
    events = [{"location": CLEAR, "actor1": TURNED, "sub_event_type": "Attack", "event_date": "2024-05-14"}]
    gold.write_text(json.dumps({"articles": {"gazette": {"events": events}, TITLE: {"events": events}}}))
    done = command("score", reports, gold, "--errors")
    assert done.exit_code == 0, done.output
    assert clean(done.stdout)
    assert "forged line" not in done.stdout.splitlines()
    assert "\\x1b[2Jb\\x0aforged line" in done.stdout


@pytest.mark.parametrize("reason", ["fine\n# y", "\x1b[31mred", TURNED, "x" * 501])
def test_a_reason_that_would_garble_the_readme_is_refused(
    command: Command, dataset: Path, reason: str
) -> None:
    done = command("publish", dataset, "--allow", f"assertions={reason}")
    assert done.exit_code == 2
    assert done.stderr.startswith(
        "error E200: --allow: the reason for assertions is written into the release, got "
    )
    assert "one line of at most 500 characters" in done.stderr
    assert clean(done.stderr)
    assert not (dataset / "releases").exists()


def test_the_name_of_a_file_stays_on_its_line(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / f"{TITLE}\nforged.jsonl").write_text("{")
    for arguments in (("code", folder), ("validate", folder)):
        done = command(*arguments)
        assert done.exit_code == 1
        assert clean(done.stdout + done.stderr)
        assert not [line for line in (done.stdout + done.stderr).splitlines() if line.startswith("forged")]


def test_an_explanation_of_a_hostile_article_steers_nothing(command: Command, tmp_path: Path) -> None:
    text = f"Rebels shelled the town of Goma on Monday, {TURNED} killing three \u2028civilians."
    articles = write_articles(
        tmp_path / "a.jsonl", GAZETTE | {"id": "a", "text": text, "title": f"A {TURNED}"}
    )
    done = command("explain", "a", "--articles", articles)
    assert done.exit_code == 0, done.output
    assert clean(done.stdout)
    assert "Goma" in done.stdout
