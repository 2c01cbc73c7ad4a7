"""When did it happen? Time expressions in sentences, and the days they mean (coding-rules 4)."""

from newsledger.coder.when.expressions import find_times
from newsledger.coder.when.forms import Resolved, TimeExpression
from newsledger.coder.when.resolve import Resolver, active_days

__all__ = ["Resolved", "Resolver", "TimeExpression", "active_days", "find_times"]
