"""The published release of the sample, for tests that damage copies of it."""

from tests.publish.conftest import published, release

__all__ = ["published", "release"]
