"""Every phrase of the lexicon in every form, and what a malformed file says."""

from pathlib import Path

import pytest

from newsledger import errors
from newsledger.coder.inflect import as_text, generate
from newsledger.coder.knowledge import check_record
from newsledger.coder.lexicon import INFLECTIONS, Inflections, add_entry, lexicon_files, read_yaml
from newsledger.coder.trie import Trie
from newsledger.content import coder_folder

FORMS = Inflections(
    {
        "open": ["open", "opens", "opened", "opened", "opening"],
        "take": ["take", "takes", "took", "taken", "taking"],
        "rape": ["rape", "rapes", "raped", "raped", "raping"],
    },
    {"attack": "attacks", "exchange": "exchanges", "aircraft": "aircraft"},
)
HERE = Path("made.yaml")


def forms_of(**record: object) -> dict[str, str]:
    """Return phrase → form of one entry."""
    trie = Trie()
    add_entry(trie, "action", {"id": "made", **record}, FORMS, HERE)
    texts = [
        "open fire on", "opens fire on", "opened fire on", "opening fire on", "take over", "took over",
        "taken over", "gang rape", "gang raped", "attack", "attacks", "exchange of fire",
        "exchanges of fire", "aircraft",
    ]  # fmt: skip
    return {t: s.entry.form for t in texts for s in trie.scan(t.split())}


def test_the_first_word_of_a_verb_is_inflected() -> None:
    assert forms_of(verbs=["open fire on"]) == {
        "open fire on": "base",
        "opens fire on": "s",
        "opened fire on": "ed",
        "opening fire on": "ing",
    }


def test_past_and_participle_are_told_apart_where_they_differ() -> None:
    assert forms_of(verbs=["take over"]) == {"take over": "base", "took over": "past", "taken over": "part"}


def test_the_last_part_of_a_hyphenated_verb_is_inflected() -> None:
    assert forms_of(verbs=["gang-rape"]) == {"gang rape": "base", "gang raped": "ed"}


def test_the_last_word_of_a_noun_or_the_one_before_of_is_inflected() -> None:
    assert forms_of(nouns=["attack", "exchange of fire", "aircraft"]) == {
        "attack": "noun",
        "attacks": "nouns",
        "exchange of fire": "noun",
        "exchanges of fire": "nouns",
        "aircraft": "noun",
    }


def test_words_stand_as_they_are() -> None:
    assert forms_of(words=["attack"]) == {"attack": "word"}


@pytest.mark.parametrize("record", [{"verbs": ["unheard of"]}, {"nouns": ["unheard"]}])
def test_a_word_without_generated_forms_is_named(record: dict[str, list[str]]) -> None:
    with pytest.raises(errors.ContentInvalid) as caught:
        add_entry(Trie(), "action", {"id": "made", **record}, FORMS, HERE)
    assert "unheard" in str(caught.value)
    assert "made.yaml" in str(caught.value)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"nouns": ["attack"]}, "no id"),
        ({"id": "made", "nouns": "attack"}, "made.nouns"),
        ({"id": "made", "words": [True]}, "made.words"),
        ("attack", "no id"),
    ],
)
def test_a_malformed_entry_stops_the_build_and_is_named(record: object, told: str) -> None:
    with pytest.raises(errors.ContentInvalid) as caught:
        check_record(record, HERE)
    assert told in str(caught.value)
    assert "made.yaml" in str(caught.value)


def test_broken_yaml_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "made.yaml"
    path.write_text("a: 1\nb: [\n", "utf8")
    with pytest.raises(errors.ContentInvalid) as caught:
        read_yaml(path)
    assert caught.value.line is not None


def test_every_verb_and_noun_has_its_generated_forms() -> None:
    pytest.importorskip("lemminflect")
    stored = (coder_folder() / "lexicon" / INFLECTIONS).read_text("utf8")
    assert stored == as_text(generate())


def test_a_key_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "twice.yaml"
    path.write_text("- id: a\n  unless: {action: come-in,\n    action: release}\n", encoding="utf-8")
    with pytest.raises(errors.ContentInvalid, match="'action' stands twice") as caught:
        read_yaml(path)
    assert f"{path}:3" in str(caught.value)


def test_no_entry_lists_a_phrase_twice() -> None:
    twice = [
        f"{path.name}: {record['id']}: {text}"
        for path in lexicon_files(coder_folder() / "lexicon" / "actions")
        for record in read_yaml(path)["entries"]
        for key in ("verbs", "nouns", "words")
        for text in {t for t in record.get(key, ()) if record[key].count(t) > 1}
    ]
    assert twice == []


def test_every_head_has_every_tail_behind_it_at_once_or_later() -> None:
    trie = Trie()
    add_entry(trie, "cue", {"id": "made", "heads": ["attack"], "tails": ["set in", "tells of"]}, FORMS, HERE)

    def found(text: str) -> list[tuple[int, int]]:
        return [(s.first, s.last) for s in trie.scan(text.split())]

    assert found("attack set in") == [(0, 3)]
    assert found("the attacks , shot twice , tells of") == [(1, 2)]
    assert found("tells of an attack") == []


def test_a_headline_leaves_out_the_article_of_what_a_verb_acts_upon() -> None:
    trie = Trie()
    add_entry(trie, "action", {"id": "made", "verbs": ["take a hill", "open in a"]}, FORMS, HERE)

    def found(text: str) -> list[str]:
        return [s.entry.form for s in trie.scan(text.split())]

    assert found("rebels take hill") == ["base"]
    assert found("army takes hill") == ["s"]
    assert found("rebels took a hill") == ["past"]
    assert found("rebels took hill") == []  # as "the attempted coup", which nobody attempted
    assert found("gates open in june") == []
