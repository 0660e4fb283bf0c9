"""The tables of electron/meaning/declared.json, and the forms that they give."""

import itertools
import json
import pathlib
import re

PLACE = pathlib.Path(__file__).resolve().parents[2] / "electron" / "meaning" / "declared.json"
TABLES = json.loads(PLACE.read_text(encoding="utf-8"))
KINDS, ENTRIES, NEEDS = TABLES["kinds"], TABLES["entries"], TABLES["needs"]
NEWEST, SINCE = TABLES["rules"]["newest"], TABLES["rules"]["since"]
SCRIPTS = {sha: script for script in TABLES["scripts"] for sha in script["sha256"]}

_ENDS = list(itertools.accumulate(int(each, 36) for each in TABLES["unicode"]["assigned"].split(" ")))
# In runs of these code points nothing depends on a reader's own version of Unicode.
ASSIGNED = re.compile("[" + "".join(f"{chr(at)}-{chr(end - 1)}" for at, end in zip(_ENDS[::2], _ENDS[1::2])) + "]+")
IGNORABLE, LOOKALIKE = (re.compile("[" + "".join(
    "-".join(chr(int(end, 16)) for end in each.split("-")) for each in TABLES["unicode"][name].split(" ")) + "]")
    for name in ("ignorable", "lookalike"))


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
