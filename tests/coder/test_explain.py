"""Does the coder say what it saw in each sentence, which rule fired, and why the rest is no row?"""

from tests.coder.told import article

from newsledger.coder.engine import Coder
from newsledger.coder.explain import ExplainedSentence, explain

TEXT = "Gunmen killed three farmers near Bria on Monday. The minister condemned the attack. It rained."


def explained(coders: dict[str, Coder], text: str = TEXT, title: str = "") -> list[ExplainedSentence]:
    return explain(coders["political"], article(text, title=title))


def test_every_sentence_of_the_text_is_there_in_order(coders: dict[str, Coder]) -> None:
    rows = explained(coders, title="Killings near Bria")
    assert [(r.part, r.kind) for r in rows] == [("title", "headline"), *[("text", "body")] * 3]
    assert [TEXT[r.start : r.end] for r in rows[1:]] == [
        "Gunmen killed three farmers near Bria on Monday.",
        "The minister condemned the attack.",
        "It rained.",
    ]


def test_marked_spans_are_words_with_what_they_were_taken_for(coders: dict[str, Coder]) -> None:
    marked = {(TEXT[s.start : s.end], s.kind) for s in explained(coders)[0].spans}
    assert {("Gunmen", "actor"), ("killed", "action"), ("farmers", "actor"), ("on Monday", "time")} <= marked
    for row in explained(coders):
        assert list(row.spans) == sorted(row.spans, key=lambda s: (s.start, -s.end, s.kind, s.entry))
        assert all(row.start <= s.start < s.end <= row.end for s in row.spans)


def test_a_coded_frame_names_rule_roles_day_and_place(coders: dict[str, Coder]) -> None:
    (frame,) = explained(coders)[0].frames
    assert (frame.trigger, TEXT[frame.start : frame.end], frame.voice) == ("killed", "killed", "active")
    assert (frame.agents, frame.targets) == (("armed",), ("identity farmers",))
    assert frame.rule == "attack.on-civilians"
    assert frame.rule not in frame.outranked
    assert (frame.day, frame.places) == ("2024-06-10", ("Bria",))
    assert (frame.reason, frame.detail) == ("", "")


def test_an_uncoded_frame_says_why(coders: dict[str, Coder]) -> None:
    (frame,) = explained(coders)[1].frames
    assert (frame.trigger, frame.rule, frame.reason, frame.detail) == (
        "attack",
        "",
        "topic-only",
        "condemned",
    )


def test_a_frame_without_a_rule_says_so(coders: dict[str, Coder]) -> None:
    frames = [f for row in explained(coders, "The attack was on a Monday.") for f in row.frames]
    assert {f.reason for f in frames if not f.rule} <= {"no-rule", "topic-only", "out-of-scope", "statement"}


def test_rules_that_held_and_were_outranked_are_named(coders: dict[str, Coder]) -> None:
    rows = explained(
        coders, "A suicide bomber attacked soldiers in Bria with a grenade on Monday, killing three."
    )
    assert any(f.outranked for row in rows for f in row.frames)


def test_an_empty_article_has_nothing_to_explain(coders: dict[str, Coder]) -> None:
    assert explained(coders, "") == []
