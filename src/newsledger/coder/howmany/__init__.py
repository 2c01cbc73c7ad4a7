"""How many? Numbers, tolls of the dead and injured, and what the tolls of one event add up to (coding-rules
5).
"""

from newsledger.coder.howmany.casualties import find_tolls
from newsledger.coder.howmany.combine import Tally, tally
from newsledger.coder.howmany.numbers import Number, find_numbers
from newsledger.coder.howmany.stated import Stated
from newsledger.coder.howmany.toll import Toll

__all__ = ["Number", "Stated", "Tally", "Toll", "find_numbers", "find_tolls", "tally"]
