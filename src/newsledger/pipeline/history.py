"""Is every difference between two published releases accounted for in the later one?"""

from pathlib import Path

from newsledger.publish.accounted import check_accounted
from newsledger.publish.load import load_release, release_facts
from newsledger.validation.findings import Findings
from newsledger.validation.releases import release_folders


def check_history(root: Path) -> Findings:
    """Return E117 for what differs between a release and the one before and is not in its table changes.

    Only pairs that both lie in the root and keep the same version of the contract are compared. Raises what
    reading a release raises; call it for releases that are valid each by itself.
    """
    findings = Findings()
    facts = {folder.name: release_facts(folder) for folder in release_folders(root)}
    for name, later in facts.items():
        before = facts.get(str(later.previous))
        if before is None or before.schema != later.schema:
            continue
        old, new = load_release(root / before.version), load_release(root / name)
        findings.extend(Findings(list(check_accounted(old, new, later.version))).below(name))
    return findings
