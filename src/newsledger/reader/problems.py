"""Which things about articles are worth a word and yet no error?"""

from newsledger.errors import NewsledgerError


class ArticleWarning(NewsledgerError):
    """Something about the articles that the user should know; nothing is skipped or stopped for it."""

    code, title, exit_code = "W100", "A word on the articles", 0
    cause = "An articles file or folder holds something that the reader does not use."
    mend = "Nothing must be done; look whether it is what you meant."


class KeyUnknown(ArticleWarning):
    """A key or column that article.schema.json does not name; said once per key."""

    code, title = "W101", "A key of the articles is not known"
    cause = "A record has a key or column that is not part of an article. It is kept, and nothing reads it."
    mend = "Nothing must be done; look whether a known key is misspelt."


class FileNotRead(ArticleWarning):
    """A file in a folder of articles that is no article; said once per file ending."""

    code, title = "W102", "A file in the folder is not read"
    cause = "A folder of articles holds a file of a kind that is not read as an article."
    mend = "Nothing must be done; turn the file into one of the kinds that are read if it is an article."
