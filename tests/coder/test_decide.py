"""Which rule wins, and which did it outrank?"""

from tests.coder.told import Read

from newsledger.coder.engine import Coder


def test_the_highest_rank_decides_and_the_outranked_are_named(coders: dict[str, Coder], read: Read) -> None:
    reading = read("Rebels entered Kidal without a fight on Tuesday.")
    decision = next(d for n, d in reading.decisions.items() if reading.story.frames[n].trigger == "entered")
    assert decision.sub_event_type == "Non-violent transfer of territory"
    assert decision.rule.rank >= max(
        (r.rank for r in coders["political"].knowledge.rules.all if r.id in decision.outranked), default=0
    )


def test_no_rule_no_decision(read: Read) -> None:
    reading = read("Police arrested a man over a burglary in Turin on Monday.")
    assert reading.decisions == {}
