"""Naming: what an actor is called and its inter class, by where and when it acts (coding-rules 3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.coder.lexicon import read_yaml
from newsledger.coder.spans import Mention
from newsledger.coder.who.catalogue import Catalogue, Group, read_catalogue
from newsledger.coder.who.vocabulary import folder

BODIES = {
    "military": "Military Forces of",
    "state": "Government of",
    "government": "Government of",
    "police": "Police Forces of",
    "prison": "Police Forces of",
}
UNNAMED = {
    "armed": ("Unidentified Armed Group ({})", "Political militia"),
    "anaphor": ("Unidentified Armed Group ({})", "Political militia"),
    "group": ("Unidentified Armed Group ({})", "Political militia"),
    "gang": ("Unidentified Gang ({})", "Political militia"),
    "communal": ("Unidentified Communal Militia ({})", "Identity militia"),
    "security": ("Private Security Forces ({})", "External/Other forces"),
    "mission": ("Unidentified International Mission ({})", "External/Other forces"),
    "crowd": ("Rioters ({})", "Rioters"),
    "rioters": ("Rioters ({})", "Rioters"),
    "protesters": ("Protesters ({})", "Protesters"),
    "civilians": ("Civilians ({})", "Civilians"),
    "identity": ("Civilians ({})", "Civilians"),
}
PRISON = "Prison Guards"
LOCAL = (
    "local"  # a service or army that other countries have by the same name: elsewhere it is the country's own
)
SO_CALLED = "so-called"  # people whom the text itself calls an unidentified armed group
USUALLY = frozenset({"armed", "gang", "communal"})  # those that may be known by the country they act in
SPELT = "spelt:"  # begins the entry of a mention whose name stands in the text alone: "spelt:<label>:<name>"
CLAN = "Clan"
GROUP = "Group"  # the label of a group that only the text names; it bears that name alone
SUB_CLANS = "Somalia"  # where the great families are clans and all others sub-clans
CLANS = frozenset({"Darod", "Darood", "Dir", "Hawiye", "Isaaq", "Isaq", "Rahanweyn", "Digil", "Mirifle"})
# countries that English names with an article
WITH_ARTICLE = frozenset(
    {
        "Bahamas",
        "Central African Republic",
        "Comoros",
        "Czech Republic",
        "Democratic Republic of Congo",
        "Dominican Republic",
        "Gambia",
        "Maldives",
        "Marshall Islands",
        "Netherlands",
        "Philippines",
        "Republic of Congo",
        "Solomon Islands",
        "United Arab Emirates",
        "United Kingdom",
        "United States",
    }
)


@dataclass(frozen=True, slots=True)
class Named:
    """The name of an actor and its inter class (terms of coding-rules 3)."""

    name: str
    inter: str


class Actors:
    """All that is known of actors, asked for names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    @classmethod
    def load(cls, path: Path | None = None, read: Callable[[Path], Any] = read_yaml) -> "Actors":
        """Read coder/lexicon/who (or `path`); `read` parses one file.

        A malformed entry raises `ContentInvalid` with file and line.
        """
        return cls(read_catalogue(path or folder(), read))

    def name(self, mention: Mention, country: str, day: date, unit: str = "", region: str = "") -> Named:
        """Return name and inter class of a mention in an event in `country` on `day`.

        `unit` is appended to the name of state forces ("… Central Reserve Police Force"); `region` is the first
        division of the country in which the event lies.
        """
        kind = mention.kind
        if mention.entry.startswith(SPELT):
            return self.spelt(mention, country)
        group = self.group(mention.entry, country, day) if mention.entry else None
        if (
            (kind in USUALLY or {"paramilitary", "coalition"} & mention.tags)
            and (group is None or not mention.entry)
            and not {"backed", SO_CALLED} & mention.tags
        ):
            group = self.usual_group(mention, country, day)
        if group is not None and kind not in {"protesters", "rioters", "crowd", "civilians"}:
            if LOCAL in mention.tags and country and country not in group.countries:
                return self.state(group.body or "military", mention.country or country, country, day)
            return self.named_group(group, country, day)
        if kind == "mission" and not mention.country and "foreign" not in mention.tags:
            mission = self.mission(country, day)
            if mission is not None:
                return Named(mission.name, mission.inter)
        if kind in BODIES or (kind == "mission" and mention.country):
            body = "military" if kind == "mission" else kind
            owner = mention.country or country
            unit = PRISON if kind == "prison" else unit or self.catalogue.usual.unit(owner, mention.tags)
            if "/" in unit:
                body, _, unit = unit.partition("/")
            return self.state(body, owner, country, day, unit)
        if kind == "communal" and mention.entry:
            return self.communal(mention.entry, country)
        return self.unnamed(mention, country, region)

    def unnamed(self, mention: Mention, country: str, region: str) -> Named:
        """Return the name of people whom nothing names: by their kind, by what the country's are called."""
        kind, usual = mention.kind, self.catalogue.usual
        template, inter = UNNAMED.get(kind, UNNAMED["armed"])
        if kind in USUALLY and SO_CALLED not in mention.tags:
            if region and usual.region(country, region, mention.tags):
                return Named(f"{region} Communal Militia ({country})", "Identity militia")
            if "rebel" in mention.tags and (rebels := usual.template(("rebel",), country)):
                return Named(fill(rebels, country), "Rebel group")
            kinds = (*(t for t in ("bandit",) if t in mention.tags), kind)
            template = usual.template(kinds, country) or template
        return Named(fill(template, country), inter)

    def usual_group(self, mention: Mention, country: str, day: date) -> Group | None:
        """Return the group whose people those of a mention usually are in `country`, if it existed on `day`."""
        found = self.catalogue.usual.group(country, mention.tags | {mention.entry})
        group = self.catalogue.groups.get(found)
        return group if group is not None and group.start <= day <= group.end else None

    def spelt(self, mention: Mention, country: str) -> Named:
        """Return the name of a clan, gang or militia that the text itself spells out ("Ayuub clan militia")."""
        _, label, own = mention.entry.split(":", 2)
        if label == CLAN and country == SUB_CLANS:
            label = "Clan" if own in CLANS else "Sub-Clan"
        if label in {"Rebel", "Band"}:
            return Named(own, "Rebel group" if label == "Rebel" else "Political militia")
        if label == GROUP:
            return Named(own, "Political militia")
        if label in {"Gang", "Cartel"}:
            return Named(f"{own} {label}", "Political militia")
        militia = "Militia" if label == "Militia" else f"{label} Militia"
        inter = "Political militia" if label == "Militia" else "Identity militia"
        return Named(fill(f"{own} {militia} ({{}})", country), inter)

    def state(self, body: str, owner: str, country: str, day: date, unit: str = "") -> Named:
        """Return the forces, police or government of `owner` acting in `country`, with its inter class."""
        name = (
            f"{BODIES[body]} {'the ' if owner in WITH_ARTICLE else ''}{owner}" if owner else BODIES[body][:-3]
        )
        regimes = self.catalogue.regimes.get(owner)
        if regimes is not None:
            name += f" ({regimes.years(day)})"
        home = not country or owner == country or self.catalogue.parents.get(owner) == country
        return Named(f"{name} {unit}".strip(), "State forces" if home else "External/Other forces")

    def local_force(self, country: str, nation: str, named: frozenset[str]) -> str:
        """Return the state in fact whose forces "soldiers of `nation`" are in `country`, or `nation` itself.

        In Nagorno-Karabakh, "Armenian soldiers" of a story that names Artsakh are Artsakh's (coding-rules 3).
        `named` are the states that the story names.
        """
        for state, patron in sorted(self.catalogue.patrons.items()):
            if patron == nation and state in named and self.catalogue.parents.get(state) == country:
                return state
        return nation

    def group(self, entry: str, country: str, day: date) -> Group | None:
        """Return the group of an entry, or of several joined by "|" the one at home in `country` on `day`."""
        known = [self.catalogue.groups[i] for i in entry.split("|") if i in self.catalogue.groups]
        if len(known) < 2:
            return known[0] if known else None
        return max(
            known, key=lambda g: (country in g.countries, g.start <= day <= g.end, country == g.countries[0])
        )

    def named_group(self, group: Group, country: str, day: date) -> Named:
        """Return name and inter class of a group, as of `day`; the name that it has in `country` goes first."""
        if country in group.names:
            return Named(fill(group.names[country], country), group.inter)
        if (phase := group.phase(day)) is not None:
            if phase.body:
                return self.state(phase.body, group.countries[0], country, day, phase.unit)
            return Named(group.name, phase.inter)
        if group.body:
            return self.state(group.body, group.countries[0], country, day, group.unit)
        if group.names:
            return Named(
                fill(group.names.get(country, group.names.get("*", group.name)), country), group.inter
            )
        return Named(group.name, group.inter)

    def mission(self, country: str, day: date) -> Group | None:
        """Return the peacekeeping mission in `country` on `day` if exactly one is known."""
        found = [
            g
            for g in self.catalogue.groups.values()
            if g.inter == "External/Other forces"
            and country in g.countries
            and g.start <= day <= g.end
            and (g.name.startswith(("MINU", "MONU", "UN")) or "United Nations" in g.name)
        ]
        return found[0] if len(found) == 1 else None

    def communal(self, entry: str, country: str) -> Named:
        """Return the name of an ethnic militia, or of vigilantes and the like."""
        if entry in self.catalogue.people:
            clan = SUB_CLANS in self.catalogue.people[entry][:1]
            label = ("Clan" if entry in CLANS else "Sub-Clan") if clan else "Ethnic"
            return Named(fill(f"{entry} {label} Militia ({{}})", country), "Identity militia")
        force = self.catalogue.forces.get(entry)
        template = (force.name if force else "") or self.catalogue.usual.template(
            (entry, "communal"), country
        )
        template = template or UNNAMED["communal"][0]
        return Named(fill(template, country), "Identity militia")

    def identity(self, mention: Mention, country: str) -> str:
        """Return who civilians, protesters or rioters are, as an associated actor, or "" if nothing is known.

        `Students (X)`, `Labor Group (X)`, a party or group by its name, an ethnic group.
        """
        entry = mention.entry
        if not entry:
            return fill("Government of {}", country) if "official" in mention.tags and country else ""
        force = self.catalogue.forces.get(entry)
        if force is not None:
            return fill(f"{force.identity} ({{}})", country) if force.identity else ""
        group = self.group(entry, country, date.max)
        if group is not None:
            return fill(group.names.get(country, group.names.get("*", group.name)), country)
        return fill(f"{entry} Ethnic Group ({{}})", country) if entry in self.catalogue.people else ""


def fill(template: str, country: str) -> str:
    """Return a name with the country in its place; without a country the brackets go."""
    return template.replace("{}", country) if country else template.replace(" ({})", "").replace(" of {}", "")
