"""Is a message one printable line of bounded length, whatever it is about?"""

from newsledger.errors import DataInvalid, printable, shown


def test_what_cannot_be_seen_is_made_visible() -> None:
    assert printable("a\x1b[2J\n\u202eb") == "a\\x1b[2J\\x0a\\x202eb"
    assert printable("Ağdam – “x”") == "Ağdam – “x”"


def test_a_value_is_cut_where_it_is_said() -> None:
    assert shown("x" * 81) == f"'{'x' * 80}…'"
    assert shown("x" * 81, 100) == f"'{'x' * 81}'"


def test_a_message_is_one_line_whatever_file_and_field_are_called() -> None:
    told = str(
        DataInvalid("is\nwrong", file="a\x1b/b\n.csv", field="c\r" + "x" * 500, value="\0", expected="d\n")
    )
    assert told.isprintable()
    assert len(told) < 200


def test_a_long_path_keeps_its_ends() -> None:
    told = str(DataInvalid("is wrong", file="/first/" + "x" * 5_000 + "/last.csv", line=3))
    assert told.startswith("/first/xx")
    assert "…" in told
    assert told.endswith("/last.csv:3: is wrong")
    assert len(told) < 400
