"""Which text may stand in a cell of a release? Forms that no cell has, for whoever looks at one text or at a column.

The patterns mean the same in Python and in polars.
"""

import re
import unicodedata
from typing import Final

from newsledger.contract.missing import MISSING_WORDS

LIST: Final = "; "
"""What joins the names in one cell (codebook, section 6)."""
FIRST: Final = 16
"""Characters in which a formula begins, after spaces."""
FORMULA: Final = r"^\s*[=+\-@]"
NUMBER: Final = r"^[+-]?[0-9]+(?:\.[0-9]+)?$"
"""Begins as a formula, and is none."""
BROKEN: Final = "[\x80-\x9f\ufffd]"
DIRECTION: Final = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
BREAK: Final = "[\u2028\u2029]"
INVISIBLE: Final = "[\u00ad\u180e\u200b\u2060]"


def unfit(text: str) -> str:
    """Return why a text of one line, such as the name of a source, can't be a cell of a release; empty if it can."""
    if re.search(FORMULA, text[:FIRST]) and not re.fullmatch(NUMBER, text):
        return "starts like a formula, which a spreadsheet would run"
    if text in MISSING_WORDS:
        return "is a word that readers of tables take for a missing value"
    if text.isascii():
        return ""
    if re.search(BROKEN, text):
        return "holds a character that a wrong encoding left"
    if re.search(DIRECTION, text):
        return "holds a mark that changes the direction of writing"
    if re.search(BREAK, text):
        return "holds a line break"
    if re.search(INVISIBLE, text):
        return "holds a character that cannot be seen"
    if not unicodedata.is_normalized("NFC", text):
        return "is not in the normal form C of Unicode"
    return ""
