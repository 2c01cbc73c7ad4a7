"""What does a web page say? The text of its article, by trafilatura, an optional package."""

from newsledger.errors import ArticleUnreadable, ExtraMissing


def page_text(html: str, file: str) -> tuple[str, str]:
    """Return the text of the article in `html` and the page's title; both may be empty.

    Raises ExtraMissing where trafilatura cannot be imported, ArticleUnreadable where it fails on the page.
    Dates and sources that a page names are not taken: they are guesses where pages differ, and must be given.
    """
    try:
        import trafilatura
    except ImportError as error:
        message = f"reading HTML needs trafilatura: pip install 'newsledger[html]' ({error})"
        raise ExtraMissing(message, file=file) from error
    try:
        text = trafilatura.extract(html, include_comments=False, include_tables=False)
        metadata = trafilatura.extract_metadata(html)
    # A page is untrusted, and the package documents no errors of its own.
    except Exception as error:
        message = f"the page cannot be taken apart: {error}"
        raise ArticleUnreadable(message, file=file, expected="an HTML page") from error
    title = metadata.title if metadata is not None else None
    return text or "", title or ""
