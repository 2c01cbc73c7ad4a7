"""Which article does a text, Markdown or HTML file hold? One: front matter or a sidecar says whose it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from newsledger.errors import ArticleInvalid, ArticleUnreadable
from newsledger.reader.bytes_in import read_text
from newsledger.reader.clean import clean_text
from newsledger.reader.found import Found, Raw
from newsledger.reader.front_matter import split_front_matter
from newsledger.reader.html_pages import page_text
from newsledger.reader.limits import MAX_RECORD

TEXT_ENDINGS: Final = (".txt", ".md", ".html", ".htm")
_HTML: Final = (".html", ".htm")


def read_text_file(path: Path, sidecar: Mapping[str, object]) -> Found | None:
    """Return the record of one file, or the problem in its place; None where the file is blank.

    The values come from the file's front matter and from `sidecar`, its row of articles.csv; where both have
    a key they must agree. The text is what stands below the front matter, and of HTML the article in the
    page. `line` is 1, and a key of the front matter has its own line.
    """
    file = str(path)
    content = read_text(path, MAX_RECORD)
    if isinstance(content, ArticleUnreadable):
        return content
    content = clean_text(content)
    if not content.strip():
        return None
    head = split_front_matter(content, file)
    if isinstance(head, ArticleUnreadable):
        return head
    values, lines, text = head
    if "text" in values:
        message = "stands in the front matter"
        expected = "the text below the front matter"
        return ArticleInvalid(message, file=file, line=lines["text"], field="text", expected=expected)
    for name, value in sidecar.items():
        if values.setdefault(name, value) != value:
            expected = f"'{value}' as in the sidecar"
            line = lines[name]
            got = values[name]
            return ArticleInvalid(
                "differs from the sidecar", file=file, line=line, field=name, value=got, expected=expected
            )
    if path.suffix.lower() in _HTML:
        try:
            text, title = page_text(text, file)
        except ArticleUnreadable as problem:
            return problem
        if not text.strip():
            return ArticleUnreadable(
                "no article is found in the page", file=file, expected="text in paragraphs"
            )
        if title:
            values.setdefault("title", title)
    return Raw({**values, "text": text}, file, 1, lines)
