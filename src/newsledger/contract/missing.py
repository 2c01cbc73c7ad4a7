"""Words that readers of tables take for a missing value: no cell of a release is one of them."""

MISSING_WORDS = ("NA", "N/A", "#N/A", "NaN", "nan", "None", "NULL", "Null", "null")
"""What R and pandas turn into missing values; `Nan` is not one of them, since it is a province."""


def as_said(words: str) -> str:
    """Return words of a text as a cell may hold them: one that would be read as missing stands in quotation marks."""
    return f"“{words}”" if words in MISSING_WORDS else words
