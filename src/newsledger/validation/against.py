"""Are the schemas that a descriptor states those of the contract?"""

from collections.abc import Iterator, Mapping
from typing import Any

from newsledger.contract.load import Contract
from newsledger.contract.tableschema import table_schema
from newsledger.validation.descriptor_file import DescriptorFile
from newsledger.validation.findings import Finding, plain
from newsledger.validation.kinds import found


def against_contract(file: DescriptorFile, contract: Contract, form: str) -> Iterator[Finding]:
    """Yield E158 where a descriptor's schemas are not those of the contract, or a table is not in it."""
    resources = file.resources()
    names = [str(r.get("name")) for r in resources]
    for name in contract.tables:
        if name not in names and not name.startswith("terms/"):
            yield found(
                "E158", f"the table {name} is missing", file=file.name, column="resources", value=name
            )
    for resource, name in zip(resources, names, strict=True):
        if name not in contract.tables:
            message = f"the contract has no table {plain(name)}"
            yield found("E158", message, file=file.name, column="resources", value=plain(name))
            continue
        wanted = {"schema": table_schema(contract.tables[name], contract), "format": form}
        given = {key: resource.get(key) for key in wanted}
        for place in _differences(wanted, given, f"resources.{name}"):
            yield found("E158", "differs from the contract", file=file.name, column=place)


def _differences(wanted: Any, given: Any, place: str) -> Iterator[str]:
    """Yield the first places at which two pieces of JSON differ."""
    if isinstance(wanted, Mapping) and isinstance(given, Mapping):
        for key in [*wanted, *(k for k in given if k not in wanted)]:
            if key not in wanted or key not in given:
                yield f"{place}.{plain(key)}"
            else:
                yield from _differences(wanted[key], given[key], f"{place}.{plain(key)}")
    elif isinstance(wanted, list) and isinstance(given, list) and len(wanted) == len(given):
        for number, (ours, theirs) in enumerate(zip(wanted, given, strict=True), start=1):
            label = ours.get("name", number) if isinstance(ours, dict) else number
            yield from _differences(ours, theirs, f"{place}.{label}")
    elif wanted != given:
        yield place
