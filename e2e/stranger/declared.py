"""The tables of electron/meaning/declared.json, and the forms that they give."""

import json
import pathlib
import re

PLACE = pathlib.Path(__file__).resolve().parents[2] / "electron" / "meaning" / "declared.json"
TABLES = json.loads(PLACE.read_text(encoding="utf-8"))
KINDS, ENTRIES, NEEDS = TABLES["kinds"], TABLES["entries"], TABLES["needs"]
NEWEST, SINCE = TABLES["rules"]["newest"], TABLES["rules"]["since"]
SCRIPTS = {sha: script for script in TABLES["scripts"] for sha in script["sha256"]}


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
