"""What of a record is told only: the values that no rule compares, entry by entry."""

from declared import ENTRIES


def values_in(value, member=""):
    """Every value, with the name of its member."""
    if isinstance(value, list):
        for each in value:
            yield from values_in(each, member + "[]")
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from values_in(each, f"{member}.{name}" if member else name)
    else:
        yield [member, value]


def told(entries):
    """Of each entry the names and values, in their order."""
    return [[each for each in values_in(entry["data"]) if each[0] in ENTRIES[entry["type"]]["told"]]
            for entry in entries]
