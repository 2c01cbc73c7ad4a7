"""Which characters of a file become part of an article?"""

import re
from typing import Final

_LINE_END: Final = re.compile(r"\r\n?")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_CONTROL_OR_BREAK: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_HALF_PAIR: Final = re.compile(r"[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """Return `text` with LF line ends, and without control characters and lone surrogates.

    CRLF and CR become LF. Every other control character (Unicode category Cc) than LF and tab becomes one
    space, and half a surrogate pair, which no UTF-8 file can hold, becomes U+FFFD: both keep the length.
    Offsets and checksums that the project publishes refer to the text that this function returns.
    """
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return _HALF_PAIR.sub("\ufffd", _CONTROL.sub(" ", text))


def clean_line(value: str) -> str:
    """Return a field of one line, such as a title: breaks and control characters are spaces, ends trimmed."""
    return _HALF_PAIR.sub("\ufffd", _CONTROL_OR_BREAK.sub(" ", value)).strip()


def has_control(value: str) -> bool:
    """Return whether `value` holds a control character (line ends and tabs are some) or half a surrogate."""
    return bool(_CONTROL_OR_BREAK.search(value) or _HALF_PAIR.search(value))
