"""The whole way, from articles to a release: the only package that knows all the others."""
