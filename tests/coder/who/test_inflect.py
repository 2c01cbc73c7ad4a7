import json
from pathlib import Path

import pytest

from newsledger import content, errors
from newsledger.coder import inflect

pytest.importorskip("lemminflect")


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf8")


def test_lemmas_come_from_lexicon_and_rules_and_only_heads_count(tmp_path: Path) -> None:
    write(
        tmp_path,
        "lexicon/a.yaml",
        "kind: action\nentries:\n- {id: a, verbs: [open fire, overrun], nouns: [exchange of fire]}",
    )
    write(
        tmp_path,
        "rules/riots/mob.yaml",
        "- {id: x, when: {action: {verbs: lynch}, target: {nouns: [bus stop]}}}",
    )
    assert inflect.lemmas(tmp_path) == (["lynch", "open", "overrun"], ["exchange", "stop"])


def test_forms_are_generated_and_overrides_win(tmp_path: Path) -> None:
    write(
        tmp_path,
        "lexicon/a.yaml",
        "kind: action\nentries: [{id: a, verbs: [overrun, hang], nouns: [gunman]}]",
    )
    write(tmp_path, f"lexicon/{inflect.OVERRIDES}", "verbs: {hang: [hangs, hanged, hanged, hanging]}")
    forms = inflect.generate(tmp_path)
    assert forms["verbs"]["overrun"] == ["overrun", "overruns", "overran", "overrun", "overrunning"]
    assert forms["verbs"]["hang"][2] == "hanged"
    assert forms["nouns"] == {"gunman": "gunmen"}
    assert json.loads(inflect.as_text(forms)) == forms


def test_an_incomplete_override_is_refused_by_name(tmp_path: Path) -> None:
    write(tmp_path, f"lexicon/{inflect.OVERRIDES}", "verbs: {hang: [hanged]}")
    with pytest.raises(errors.ContentInvalid, match="hang"):
        inflect.generate(tmp_path)


def test_check_tells_an_outdated_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, "lexicon/a.yaml", "kind: action\nentries: [{id: a, verbs: [lynch]}]")
    monkeypatch.setattr(content, "coder_folder", lambda: tmp_path)
    assert inflect.main(["--check"]) == 1
    assert inflect.main(["--write"]) == 0
    assert inflect.main(["--check"]) == 0
    write(tmp_path, "lexicon/b.yaml", "kind: action\nentries: [{id: b, verbs: [maim]}]")
    assert inflect.main(["--check"]) == 1
    assert "--write" in capsys.readouterr().err
