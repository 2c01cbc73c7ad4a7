"""Newsledger turns news articles into a citable, versioned, validated conflict-event dataset.

`code`, `publish`, `validate` and `load_release` are the functions of `newsledger.api`; they are fetched when they are
first used, so that importing the package costs nothing.
"""

TYPE_CHECKING = False  # the word type checkers know; importing typing would cost more than this package

if TYPE_CHECKING:
    from newsledger.api import code as code
    from newsledger.api import load_release as load_release
    from newsledger.api import publish as publish
    from newsledger.api import validate as validate

__version__ = "0.1.0"
__all__ = ["__version__", "code", "load_release", "publish", "validate"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("newsledger.api"), name)
    raise AttributeError(f"module 'newsledger' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
