"""What does a release consist of?

The package can also be called: `newsledger.publish(dataset)` is `newsledger.api.publish`. The import system puts this
package in the place of the function of that name as soon as anything in it is imported, so it has to be both.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _PackageAndFunction(ModuleType):
    """A package that is called as the function of its name."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        """Publish a dataset; see `newsledger.api.publish`."""
        return import_module("newsledger.api").publish(*arguments, **options)


sys.modules[__name__].__class__ = _PackageAndFunction
