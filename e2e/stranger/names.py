"""Rule 95: what names people, places and seals; and what of it may mislead a reader."""

import itertools
import re
import unicodedata

from ceremony import alike, same
from declared import ASSIGNED, ENTRIES, LOOKALIKE, is_assigned
from rules import rule
from told import values_in


def _named(entry, *kinds):
    names = ENTRIES[entry["type"]].get("names", {})
    members = [member for kind in kinds for member in names.get(kind, [])]
    return [value for name, value in values_in(entry["data"]) if name in members]


@rule(95, "E-MEAN-LETTERS")
def letters(_c, e):
    yield all(map(is_assigned, _named(e, "people", "places", "seals"))), 0


def _words(text):
    """Its words and numbers in one order: of letters and marks, of numbers."""
    kinds = (("N" if unicodedata.category(sign)[0] == "N" else unicodedata.category(sign)[0] in "LM" and "L", sign)
             for run in ASSIGNED.findall(same(text)) for sign in [*run, "\0"])
    runs = itertools.groupby(kinds, lambda each: each[0])
    return tuple(sorted("".join(sign for _, sign in run) for kind, run in runs if kind))


def _same_words(texts):
    groups = {}
    for text in texts:
        if _words(text):
            groups.setdefault(_words(text), {}).setdefault(same(text), text)
    return [list(group.values()) for group in groups.values() if len(group) > 1]


def odd(entries):
    """Names that may mislead, and that no rule forbids."""
    opened = entries[0]["data"]
    people, places = ([name for entry in entries for name in _named(entry, kind)] for kind in ("people", "places"))
    before = opened["earlier"][0] if opened["earlier"] else {}
    had = [(one["role"], one["name"]) for one in before.get("last", {}).get("people", [])]
    had += [(one["officer"], one["name"]) for one in before.get("officers", [])]
    others = []
    for one in opened["participants"]:
        roles = [role for role, name in had if alike(name, one["name"])]
        if roles and one["role"] not in roles:
            others.append({"name": one["name"], "before": roles[0], "now": one["role"]})
    return {
        "lookalike": [{"name": name, "letters": list(dict.fromkeys(LOOKALIKE.findall(name)))}
                      for name in dict.fromkeys(people) if LOOKALIKE.search(name)],
        "people": _same_words(people), "places": _same_words(places), "otherRoles": others,
        "isRehearsalHsm": opened["mode"] != "REHEARSAL" and bool(re.search("rehearsal", opened["hsm"], re.I | re.A)),
    }
