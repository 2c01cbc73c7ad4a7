"""What is an article? Files in, articles out."""

from newsledger.reader.articles import OnProblem, iter_articles, read_articles
from newsledger.reader.problems import ArticleWarning, FileNotRead, KeyUnknown

__all__ = ["ArticleWarning", "FileNotRead", "KeyUnknown", "OnProblem", "iter_articles", "read_articles"]
