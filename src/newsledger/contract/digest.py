"""What is the checksum of an article's text?"""

import hashlib


def text_sha256(text: str) -> str:
    """Return the SHA-256 of `text` as 64 lower-case hexadecimal digits.

    `text` is the cleaned text that `newsledger.reader` hands out, encoded as UTF-8: line ends are LF and
    control characters are spaces. The checksum in the table `articles` and the offsets in the table
    `evidence` thus refer to the same string, whatever file format the article came in.
    """
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
