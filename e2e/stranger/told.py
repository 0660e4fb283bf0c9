"""What of a record is told only: the values that no rule compares, entry by entry."""

from declared import ENTRIES


def _values(value, member):
    if isinstance(value, list):
        for each in value:
            yield from _values(each, member + "[]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _values(each, f"{member}.{name}" if member else name)
    else:
        yield [member, value]


def told(entries):
    """Of each entry the names and values, in their order."""
    return [[each for each in _values(entry["data"], "") if each[0] in ENTRIES[entry["type"]]["told"]]
            for entry in entries]
