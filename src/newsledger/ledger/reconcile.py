"""Which reports are one event? Blocking, agreement, and joining that precise facts hold in check."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from newsledger.ledger.agree import ALL_VIOLENCE, FEW, POLITICAL, WEEKS, agreement, compare_places
from newsledger.ledger.blocks import candidate_pairs, far_pairs
from newsledger.ledger.cluster import Cluster, join, objection, start_cluster
from newsledger.ledger.facts import Facts
from newsledger.ledger.verdict import Agreement

NEAR_MISSES = 3  # kept per report, to explain
CLEARLY = 0.05  # by how much one precise event must fit a vague report better than the next


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that were compared: whether they came to be one event, and why or why not."""

    first: str
    second: str
    joined: bool
    score: float
    found: Agreement | None  # None where the two have identical keys
    why: str


@dataclass(slots=True)
class Reconciled:
    """The reports by event, each list and all lists in the order of the facts, and the comparisons worth
    telling.
    """

    events: list[list[Facts]]
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class _Joining:
    """The state of one reconciliation: a union-find over clusters, and what was found on the way.

    Most groups never meet another, so that a cluster is made when it is first asked for.
    """

    scope: str
    groups: list[list[Facts]]
    parent: list[int]
    clusters: dict[int, Cluster] = field(default_factory=dict)
    links: list[Link] | None = None  # None where nobody wants them
    misses: dict[str, int] = field(default_factory=dict)

    def root(self, i: int) -> int:
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def cluster(self, i: int) -> Cluster:
        """Return the cluster whose root is the group `i`."""
        if i not in self.clusters:
            self.clusters[i] = start_cluster(self.groups[i], self.scope)
        return self.clusters[i]

    def merge(self, i: int, j: int, found: Agreement) -> None:
        """Join the clusters of groups `i` and `j` if nothing that either knows objects."""
        a, b = sorted((self.root(i), self.root(j)))
        if a == b:
            return
        against = objection(self.cluster(a), self.cluster(b), self.scope)
        self.record(i, j, found, against, joined=not against)
        if not against:
            self.clusters[a] = join(self.cluster(a), self.clusters.pop(b))
            self.parent[b] = a

    def events(self) -> list[list[Facts]]:
        """Return the reports by event, in the order of the facts."""
        roots = [i for i in range(len(self.groups)) if self.parent[i] == i]
        found = [self.clusters[i].members if i in self.clusters else self.groups[i] for i in roots]
        for reports in found:
            reports.sort(key=lambda f: f.order)
        return sorted(found, key=lambda e: e[0].order)

    def record(self, i: int, j: int, found: Agreement, why: str = "", *, joined: bool) -> None:
        """Keep what was found out about two groups, `why` being the reason if `found` does not tell it."""
        if self.links is None:
            return
        f, g = (self.groups[k][0].report.report_id for k in (i, j))
        if not joined:
            if max(self.misses.get(f, 0), self.misses.get(g, 0)) >= NEAR_MISSES:
                return
            self.misses[f], self.misses[g] = self.misses.get(f, 0) + 1, self.misses.get(g, 0) + 1
        self.links.append(Link(f, g, joined, found.score, found, why or found.why))


def reconcile(facts: Sequence[Facts], scope: str = POLITICAL, *, told: bool = True) -> Reconciled:
    """Return the events that `facts` (sorted by `order`) tell of and, where they are to be `told`, the reasons.

    First reports with identical keys; then precise ones, best agreement first; then each vague report to the
    one precise event that it clearly means; at last vague ones among themselves (coding-rules 1, 2, 4). The
    result doesn't depend on the order in which articles are given.
    """
    groups = _identical(facts, scope)
    state = _Joining(
        scope, groups, list(range(len(groups))), links=_identical_links(groups) if told else None
    )
    precise, to_precise, vague = _edges(state)
    for _, i, j, found in precise:
        state.merge(i, j, found)
    for i in sorted(to_precise):
        _settle(state, i, to_precise[i])
    for _, i, j, found in vague:
        state.merge(i, j, found)
    return Reconciled(state.events(), state.links or [])


def _identical_links(groups: Sequence[Sequence[Facts]]) -> list[Link]:
    same = "the same day, place and pair of actors"
    return [
        Link(group[0].report.report_id, m.report.report_id, True, 1.0, None, same)
        for group in groups
        for m in group[1:]
    ]


def _identical(facts: Sequence[Facts], scope: str) -> list[list[Facts]]:
    """Group the reports whose day, place and pair are the same; under all-violence whose toll is, too."""
    groups: dict[tuple[object, ...], list[Facts]] = defaultdict(list)
    for f in facts:
        r = f.report
        pair = tuple(sorted((a.name, a.unit, a.family, a.home) for a in f.actors))
        toll = (r.fatalities, r.injuries) if scope == ALL_VIOLENCE and f.impersonal else ()
        when = (f.day, r.time_precision, f.first, f.last, f.night, f.guessed and scope == ALL_VIOLENCE)
        where = (f.country, f.place, r.latitude, r.longitude, r.geo_precision)
        groups[when, where, pair, toll, f.strategic].append(f)
    return list(groups.values())


Edge = tuple[float, int, int, Agreement]


def _edges(state: _Joining) -> tuple[list[Edge], dict[int, list[Edge]], list[Edge]]:
    """Return the agreeing pairs of groups: of precise ones, of vague ones with precise ones, of
    vague ones.
    """
    heads = [g[0] for g in state.groups]
    precise: list[Edge] = []
    vague: list[Edge] = []
    to_precise: dict[int, list[Edge]] = defaultdict(list)
    pairs = candidate_pairs(heads)
    if state.scope == ALL_VIOLENCE:
        pairs = chain(candidate_pairs(heads, FEW), far_pairs(heads, FEW, WEEKS))
    for i, j in pairs:
        f, g = heads[i], heads[j]
        if f.strategic != g.strategic or _of_one_article(state.groups[i], state.groups[j]):
            continue
        if compare_places(f, g, state.scope).conflict:
            continue  # as most pairs do, and the cheapest to find out
        found = agreement(f, g, state.scope)
        if not found.agrees:
            if state.links is not None and len(found.conflicts) <= 1:
                state.record(i, j, found, joined=False)
            continue
        edge = (-found.score, min(i, j), max(i, j), found)
        if f.vague and g.vague:
            vague.append(edge)
        elif f.vague or g.vague:
            to_precise[i if f.vague else j].append(edge)
        else:
            precise.append(edge)
    return sorted(precise, key=_best_first), to_precise, sorted(vague, key=_best_first)


def _of_one_article(a: Sequence[Facts], b: Sequence[Facts]) -> bool:
    article = a[0].report.article_id
    return article == b[0].report.article_id and all(
        f.report.article_id == article for g in (a, b) for f in g
    )


def _best_first(edge: Edge) -> tuple[float, int, int]:
    return edge[:3]


def _settle(state: _Joining, vague: int, edges: list[Edge]) -> None:
    """Join a vague group to the precise event it means: the only one, the clearly best, or one with its very
    toll.
    """
    best: dict[int, Edge] = {}
    for edge in sorted(edges, key=_best_first):
        other = edge[2] if edge[1] == vague else edge[1]
        best.setdefault(state.root(other), edge)
    fits = list(best.values())
    clear = len(fits) == 1 or fits[1][0] - fits[0][0] >= CLEARLY
    identified = fits[0][3].verdicts[4].word == "exact"
    if clear or identified:
        state.merge(fits[0][1], fits[0][2], fits[0][3])
        return
    for _, i, j, found in fits:
        state.record(i, j, found, "it could be one of several precise events", joined=False)
