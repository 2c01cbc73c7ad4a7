"""Are rules listed when unused, and told on a page?"""

from dataclasses import replace
from pathlib import Path

from newsledger.coder.rules import Condition, Example, Rule, Rules
from newsledger.pipeline.code import rules_hash
from newsledger.pipeline.generated import bring_up_to_date
from newsledger.pipeline.rule_book import page, unused
from tests.pipeline.telling import CLASH

RULE = Rule(
    id="t.word",
    event_type="Battles",
    sub_event_type="Armed clash",
    because="coding-rules 2.1",
    rank=50,
    when=(Condition((("action", frozenset({"clash", "fight"})),), (("agent", frozenset({"crowd"})),)),),
    matches=(Example(CLASH, {"fatalities": 4, "location": "Gao"}),),
    misses=(Example("A clash of | opinions.", {}, "a figure of speech"),),
    file=Path("clash.yaml"),
)


def test_what_is_never_used_is_listed(tmp_path: Path) -> None:
    lexicon = tmp_path / "lexicon"
    lexicon.mkdir()
    (lexicon / "a.yaml").write_text("kind: action\nentries: [{id: clash}, {id: idle}]\n")
    (lexicon / "b.yaml").write_text("kind: weapon\nentries: [{id: knife}]\n")
    lost = replace(RULE, id="t.lost", when=(Condition((("action", frozenset({"fly"})),), ()),), misses=())
    found = unused(Rules([RULE, lost]), tmp_path)
    assert found.triggers == ("idle",)
    assert found.rules == ("t.lost",)
    assert found.without_examples == ("t.lost",)


def test_the_page_tells_each_rule_under_its_type() -> None:
    text = page(Rules([RULE]))
    assert text.index("## Battles") < text.index("### Armed clash") < text.index("#### `t.word`")
    assert "- action: `clash` or `fight`; unless agent: `crowd`" in text
    assert "| A clash of \\| opinions. | not coded by this rule: a figure of speech |" in text
    assert text.count("### ") >= 25


def test_a_generated_file_is_written_only_if_asked(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    assert not bring_up_to_date(path, "a\n", write=False)
    assert not path.exists()
    assert not bring_up_to_date(path, "a\n", write=True)
    assert bring_up_to_date(path, "a\n", write=False)


def test_the_hash_of_the_rules_sees_every_file_of_content_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: 1")
    first = rules_hash(tmp_path)
    (tmp_path / "README.md").write_text("words")
    assert rules_hash(tmp_path) == first
    (tmp_path / "a.yaml").write_text("x: 2")
    assert rules_hash(tmp_path) != first
