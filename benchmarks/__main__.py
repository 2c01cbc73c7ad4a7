"""How fast, and in how much memory? `python -m benchmarks [NAME …] [--full]` runs the benches and prints their figures.

A bench is a module of this package with a function `run` that prints lines and returns figures by name, and `TARGETS`,
what some of them should be. Seconds and megabytes are those of this machine on this day; what carries over is how they
compare and grow, so every bench gives ratios too. A target that is missed is told and is no failure.
"""

import argparse
import sys
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from types import ModuleType

import benchmarks


def benches() -> dict[str, ModuleType]:
    """Return the benches by name, in the order of the alphabet."""
    names = sorted(m.name for m in iter_modules(benchmarks.__path__) if not m.name.startswith("_"))
    modules = {n: import_module(f"benchmarks.{n}") for n in names}
    return {n: m for n, m in modules.items() if hasattr(m, "run")}


def main(arguments: list[str] | None = None) -> int:
    """Run the benches that are named, or all; return 2 for an unknown name."""
    known = benches()
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all if none is named"
    )
    parser.add_argument("--full", action="store_true", help="the full sizes: many minutes")
    told = parser.parse_args(arguments)
    unknown = [n for n in told.names if n not in known]
    if unknown:
        print(f"no bench {unknown[0]!r}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    for name in told.names or known:
        _run(name, known[name], full=told.full)
    return 0


def _run(name: str, module: ModuleType, *, full: bool) -> None:
    print(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}", flush=True)
    figures = module.run(full=full) if "full" in signature(module.run).parameters else module.run()
    targets = getattr(module, "TARGETS", {})
    for figure, value in figures.items():
        mark = "" if figure not in targets else "  reached" if targets[figure](value) else "  MISSED"
        print(f"  {figure:<40} {value:>14,.2f}{mark}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
