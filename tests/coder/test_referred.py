"""An act that others condemn or are sought for counts if the story says of it on whom and on which day it was done."""

from tests.coder.told import article

from newsledger.coder.engine import Coder

MORE = "He met the families in the afternoon. The talks went on until late."


def reports(coder: Coder, *sentences: str) -> list[tuple[str, str]]:
    """Return type and day of the reports that a text of these sentences gives."""
    coded = coder.code(article(" ".join(sentences)))
    return [(r.sub_event_type, r.event_date.isoformat()) for r in coded.reports]


def test_a_condemned_murder_with_its_own_day_is_an_event(coders: dict[str, Coder]) -> None:
    lead = "The president on Friday deplored the murder of four priests in Cuenca, Ecuador, on 11 June."
    assert ("Attack", "2024-06-11") in reports(coders["political"], lead, MORE)


def test_a_condemned_murder_without_a_day_stays_a_statement(coders: dict[str, Coder]) -> None:
    lead = "The president deplored the murder of four priests in Cuenca, Ecuador."
    assert reports(coders["political"], lead, MORE) == []


def test_what_happened_long_ago_stays_a_statement(coders: dict[str, Coder]) -> None:
    lead = "The president on Friday deplored the murder of four priests in Cuenca, Ecuador, on 11 June 2021."
    assert reports(coders["political"], lead, MORE) == []


def test_a_mere_statement_tells_no_event(coders: dict[str, Coder]) -> None:
    lead = "We deplore the murder of four priests in Cuenca, Ecuador, on 11 June."
    assert reports(coders["political"], lead, MORE) == []
    assert reports(coders["political"], lead.replace("We deplore", "The bishop deplored")) == []
