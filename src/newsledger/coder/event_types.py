"""Event types and sub-event types that steps of the coder ask for by name (codebook section 4)."""

STRATEGIC = "Strategic developments"
DEMONSTRATIONS = frozenset({"Protests", "Riots"})
CHANGE = "Change to group/activity"
LOOTING = "Looting/property destruction"
DISRUPTED = "Disrupted weapons use"
MOB = "Mob violence"
OTHER = "Other"
