"""The tables of electron/meaning/declared.json, and the forms that they give."""

import itertools
import json
import pathlib
import re

PLACE = pathlib.Path(__file__).resolve().parents[2] / "electron" / "meaning" / "declared.json"
TABLES = json.loads(PLACE.read_text(encoding="utf-8"))
KINDS, ENTRIES, NEEDS = TABLES["kinds"], TABLES["entries"], TABLES["needs"]
NEWEST, SINCE = TABLES["rules"]["newest"], TABLES["rules"]["since"]
SCRIPTS = {sha: (script, counts) for script in TABLES["scripts"] for sha, counts in script["sha256"].items()}

_ENDS = list(itertools.accumulate(int(each, 36) for each in TABLES["unicode"]["assigned"].split(" ")))
# In runs of these code points nothing depends on a reader's own version of Unicode.
ASSIGNED = re.compile("[" + "".join(f"{chr(at)}-{chr(end - 1)}" for at, end in zip(_ENDS[::2], _ENDS[1::2])) + "]+")
IGNORABLE, LOOKALIKE = (re.compile("[" + "".join(
    "-".join(chr(int(end, 16)) for end in each.split("-")) for each in TABLES["unicode"][name].split(" ")) + "]")
    for name in ("ignorable", "lookalike"))


def are_counts(officers, quorum):
    """Whether Azure takes so many officers with such a quorum."""
    return type(officers) is type(quorum) is int and 3 <= officers <= 10 and 2 <= quorum <= officers


def script_of(first):
    """The script that the data of a first entry name, with all its steps; None where there is none."""
    named = first.get("scriptSha256") if isinstance(first, dict) else None
    script, counts = SCRIPTS.get(named, (None, None)) if isinstance(named, str) else (None, None)
    if script is None:
        return None
    if counts == "chosen":
        said = first.get("officers"), first.get("required")
        counts = said if are_counts(*said) else (3, 2)
    officers, quorum = counts
    return {**script, "officers": officers, "quorum": quorum, "steps": _steps_for(script["steps"], officers)}


def _steps_for(items, officers):
    """Each step; of a list those of each officer in turn."""
    def first(at, seat):
        return f"{items[at][0]['id']}-{seat}" if isinstance(items[at], list) else items[at]["id"]

    def last_of(at):
        return 10 if items[at][0]["whose"] == "leaving" else officers

    def of(at, seat, step):
        own = [one["id"] for one in items[at]]

        def to(name):
            if name == "next":
                return first(at, seat + 1) if seat < last_of(at) else first(at + 1, 1)
            return f"{name}-{seat}" if name in own else name

        by = f"officer-{seat}" if step["by"] == "officer" else step["by"]
        here = {**step, "id": f"{step['id']}-{seat}", "seat": seat, "by": by}
        if "goTo" in step:
            here["goTo"] = to(step["goTo"])
        if "choices" in step:
            here["choices"] = [to(name) for name in step["choices"]]
        return here

    found = []
    for at, item in enumerate(items):
        if isinstance(item, list):
            found += [of(at, seat, step) for seat in range(1, last_of(at) + 1) for step in item]
        else:
            found.append(item)
    return found


def is_assigned(text):
    """Whether it has only code points of Unicode 14.0."""
    return ASSIGNED.sub("", text) == ""


def _matches(expression, text):
    # ECMAScript: $ is the end alone, and \d is ASCII.
    return re.search(expression.replace("$", r"\Z"), text, re.ASCII) is not None


def has_form(value, form):
    """Whether a value has a form of declared.json."""
    if form == "text":
        return isinstance(value, str)
    if form == "truth":
        return isinstance(value, bool)
    if form == "count":
        return type(value) is int and value >= 0
    if isinstance(form, str):
        return isinstance(value, str) and _matches(form[1:-1], value)
    if "one of" in form:
        return isinstance(value, str) and value in form["one of"]
    if "either" in form:
        return any(has_form(value, each) for each in form["either"])
    if "list" in form:
        return isinstance(value, list) and all(has_form(each, form["list"]) for each in value)
    return isinstance(value, dict) and _has_members(value, form["members"])


def _has_members(value, members):
    names = {name.rstrip("?") for name in members}
    if not set(value) <= names:
        return False
    return all(
        has_form(value[name.rstrip("?")], form) if name.rstrip("?") in value else name.endswith("?")
        for name, form in members.items()
    )
