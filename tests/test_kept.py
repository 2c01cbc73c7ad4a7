"""Content parsed before comes back as it was, and a cache that is bad or barred changes nothing."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsledger.kept import folder, parsed

TEXT = "when: 2024-06-14\nwords: [café, 'no', 12, 1.5, null, true]\n"
MEANT: dict[str, Any] = {"when": date(2024, 6, 14), "words": ["café", "no", 12, 1.5, None, True]}


class Parser:
    """A parser that counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, data: bytes) -> Any:
        self.asked += 1
        return yaml.safe_load(data.decode("utf-8"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "content.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_file_is_parsed_once_and_comes_back_as_it_was(cache: Path, file: Path) -> None:
    parse = Parser()
    assert [parsed(file, parse) for _ in range(3)] == [MEANT] * 3
    assert parse.asked == 1
    assert len(list(cache.iterdir())) == 1


def test_a_changed_file_is_parsed_again(cache: Path, file: Path) -> None:
    parse = Parser()
    parsed(file, parse)
    file.write_text("words: []\n", encoding="utf-8")
    assert parsed(file, parse) == {"words": []}
    assert parse.asked == 2


def test_the_same_content_elsewhere_is_not_parsed_again(cache: Path, file: Path, tmp_path: Path) -> None:
    parse = Parser()
    parsed(file, parse)
    other = tmp_path / "copy.yaml"
    other.write_bytes(file.read_bytes())
    assert parsed(other, parse) == MEANT
    assert parse.asked == 1


def test_the_oldest_make_room(cache: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsledger.kept.MOST", 3)
    for n in range(6):
        file.write_text(f"n: {n}\n", encoding="utf-8")
        parsed(file, Parser())
    assert len(list(cache.iterdir())) == 3
    again = Parser()
    assert parsed(file, again) == {"n": 5}
    assert again.asked == 0


@pytest.mark.parametrize("spoilt", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
def test_a_spoilt_cache_is_not_believed(cache: Path, file: Path, spoilt: bytes) -> None:
    parsed(file, Parser())
    (kept,) = cache.iterdir()
    kept.write_bytes(spoilt)
    assert parsed(file, Parser()) == MEANT
    again = Parser()
    assert parsed(file, again) == MEANT
    assert again.asked == 0


@pytest.mark.parametrize("text", ["1: a number as key\n", "- 2024-06-14 12:00:00\n", "!!binary aGk=\n"])
def test_what_json_would_change_is_not_kept(cache: Path, file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    parse = Parser()
    first, second = parsed(file, parse), parsed(file, parse)
    assert first == second == yaml.safe_load(text)
    assert parse.asked == 2


def test_a_barred_cache_changes_nothing(tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("NEWSLEDGER_CACHE", str(tmp_path / "a file" / "cache"))
    assert parsed(file, Parser()) == MEANT


def test_an_empty_name_turns_the_cache_off(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLEDGER_CACHE", "")
    assert folder() is None
    assert parsed(file, Parser()) == MEANT


def test_the_cache_lies_where_the_desktop_puts_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NEWSLEDGER_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert folder() == tmp_path / "newsledger"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    assert folder() == Path.home() / ".cache" / "newsledger"
