"""What a rule is here: a number, a code, the types of entries that it checks, and what it asks of each.

A rule yields pairs: whether what must be is so, and the number of the entry that says otherwise. The first that is not
so is the breach.
"""

RULES = []


def rule(number, code, *types, at_end=False):
    def keep(asks):
        RULES.append((number, code, frozenset(types), at_end, asks))
        return asks

    return keep


def in_order():
    return sorted(RULES, key=lambda each: each[0])
