"""How large may an article be?

Articles are untrusted input: each limit bounds memory and time. All are far above what newspapers print.
"""

from typing import Final

MAX_TEXT: Final = 5_000_000
"""Characters in the text of one article."""

MAX_FIELD: Final = 10_000
"""Characters in any other known field of an article, such as its title."""

MAX_RECORD: Final = 32_000_000
"""Bytes of one record: a JSON line, a CSV row, or a text file. A JSON escape takes six bytes."""

MAX_DOCUMENT: Final = 256_000_000
"""Bytes of a .json file, which is read as a whole."""

MAX_KEYS: Final = 500
"""Keys of one record, or columns of one table."""

MAX_HEADER: Final = 5_000_000
"""Characters of the header of a CSV file: far more than `MAX_KEYS` names of it have."""

MAX_DEPTH: Final = 20
"""Lists and objects inside one another in an unknown key."""

MAX_WARNINGS: Final = 50
"""Unknown keys that are named one by one."""

MAX_FRONT_MATTER: Final = 64_000
"""Characters of front matter."""
