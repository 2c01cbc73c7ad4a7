"""Event types and sub-event types that steps of the coder ask for by name (codebook section 4)."""

BATTLES = "Battles"
EXPLOSIONS = "Explosions/Remote violence"
RIOTS = "Riots"
STRATEGIC = "Strategic developments"
DEMONSTRATIONS = frozenset({"Protests", RIOTS})
CHANGE = "Change to group/activity"
LOOTING = "Looting/property destruction"
DISRUPTED = "Disrupted weapons use"
TRANSFER = "Non-violent transfer of territory"
REGAINED = "Government regains territory"
MOB = "Mob violence"
OTHER = "Other"
