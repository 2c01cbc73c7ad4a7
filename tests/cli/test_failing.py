"""Does every way to fail end in one message and the exit code of the contract?"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsledger.errors import GateHeld
from newsledger.validation.findings import Finding, Findings
from newsledger.validation.refused import TablesRefused
from tests.cli.conftest import Command

Failing = Callable[[BaseException], None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Let `newsledger doctor` end with an exception."""

    def fail_with(error: BaseException) -> None:
        def look() -> str:
            raise error

        monkeypatch.setattr("newsledger.cli.doctor._libraries", look)

    return fail_with


def test_an_error_of_the_catalogue_tells_its_code_and_how_to_mend(command: Command, failing: Failing) -> None:
    failing(GateHeld("too much changed"))
    done = command("doctor")
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == "error E130: too much changed"
    assert done.stderr.splitlines()[1].startswith("mend: ")


def test_an_error_with_findings_tells_each_on_a_line(command: Command, failing: Failing) -> None:
    found = Findings([Finding("E110", "t", f"wrong {n}", file="events.csv", line=n) for n in range(2, 32)])
    failing(TablesRefused(found))
    lines = command("doctor").stderr.splitlines()
    assert lines[1] == "  events.csv:2: wrong 2 [E110]"
    assert lines[21] == "  and 10 more"


def test_a_fault_of_ours_is_exit_code_3_without_a_traceback(
    command: Command, failing: Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSLEDGER_DEBUG", raising=False)
    failing(ZeroDivisionError("division by zero\nmore"))
    done = command("doctor")
    assert done.exit_code == 3
    assert "a fault of ours, not of your data: ZeroDivisionError: division by zero\n" in done.stderr
    assert "Traceback" not in done.stderr
    monkeypatch.setenv("NEWSLEDGER_DEBUG", "1")
    assert "Traceback" in command("doctor").stderr


def test_an_interrupt_is_130(command: Command, failing: Failing) -> None:
    failing(KeyboardInterrupt())
    done = command("doctor")
    assert done.exit_code == 130
    assert "interrupted" in done.stderr


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "newsledger", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=False, **more)  # type: ignore[call-overload,no-any-return]


def test_a_reader_that_goes_away_is_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    line = [sys.executable, "-m", "newsledger", "schema", "list", "events"]
    done = subprocess.run(line, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_no_command_shows_help_and_a_wrong_one_what_to_do() -> None:
    done = run()
    assert done.returncode == 2
    assert "Usage: newsledger" in done.stdout + done.stderr
    wrong = run("publsh", "x")
    assert wrong.returncode == 2
    assert "No such command 'publsh'" in wrong.stderr
    assert "publish" in wrong.stderr


def test_the_version() -> None:
    from newsledger import __version__

    assert run("--version").stdout == f"newsledger {__version__}\n"


def test_nothing_is_coloured_or_moving_when_piped(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    done = run("code", str(tmp_path / "a.jsonl"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("error E103: ")
    assert "\x1b" not in done.stderr


@pytest.mark.parametrize(
    ("typed", "offered"), [("pub", "publish"), ("schema mi", "migrate"), ("diff --fo", "--format")]
)
def test_a_shell_completes_commands_and_options(typed: str, offered: str) -> None:
    words = f"newsledger {typed}"
    asked = {
        "_NEWSLEDGER_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    program = Path(sys.executable).with_name("newsledger")
    done = subprocess.run([program], env=os.environ | asked, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [offered]
    assert done.stderr == ""


def test_on_a_terminal_a_bar_tells_how_far_it_is(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty", reason="terminals are those of Unix")
    article = {"id": "a", "published": "2024-05-16", "source": "S", "text": "Troops shelled Gao on Tuesday."}
    (tmp_path / "a.jsonl").write_text(json.dumps(article))
    ours, theirs = pty.openpty()
    line = [
        sys.executable,
        "-m",
        "newsledger",
        "code",
        str(tmp_path / "a.jsonl"),
        "--out",
        str(tmp_path / "r.csv"),
    ]
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"}
    ) as program:
        os.close(theirs)
        seen = b"".join(shown(ours))  # read while it runs: a terminal holds a few kilobytes only
        told, _ = program.communicate()
    os.close(ours)
    assert program.returncode == 0
    assert b"\x1b[" in seen
    assert b"1/1" in seen or b"0:00:0" in seen
    assert told == b""


def shown(terminal: int) -> Iterator[bytes]:
    """Yield what a program writes to a terminal until it ends."""
    while True:
        try:
            block = os.read(terminal, 65_536)
        except OSError:  # how Linux tells that nobody holds the other end
            return
        if not block:
            return
        yield block
