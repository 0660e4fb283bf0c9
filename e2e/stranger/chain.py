"""Form and chain of a record, as electron/journal/FORMAT.md says."""

import datetime
import hashlib
import json
import re

from breach import Breach

LONGEST = 64 * 1024 * 1024
MEMBERS = {"at", "by", "data", "hash", "prev", "seq", "station", "type"}
HEX = re.compile(r"[0-9a-f]{64}")
AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", re.ASCII)
ZEROS = "0" * 64


def moment(text):
    """Milliseconds since 1970 of a time as `at` has it, or None."""
    if not AT.fullmatch(text):
        return None
    try:
        when = datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return None
    return round((when - datetime.datetime(1970, 1, 1)) / datetime.timedelta(milliseconds=1))


def _no(*_):
    raise ValueError


def _members(pairs):
    return _no() if len({name for name, _ in pairs}) < len(pairs) else dict(pairs)


def canonical(value, depth=0):
    """RFC 8785, for the values that a record may hold."""
    if isinstance(value, (dict, list)):
        if depth == 16:
            _no()
        if isinstance(value, list):
            return "[" + ",".join(canonical(each, depth + 1) for each in value) + "]"
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n], depth + 1) for n in names) + "}"
    if value is None or (type(value) is int and abs(value) >= 2**53):
        _no()
    return json.dumps(value, ensure_ascii=False)


def _version(line):
    """The version that the first line says; 1 where it says none."""
    try:
        data = json.loads(line.decode("utf-8"))["data"]
        return data["recordFormat"] if isinstance(data, dict) and "recordFormat" in data else 1
    except (ValueError, KeyError, TypeError, RecursionError):
        return 1


def _entry(line):
    entry = json.loads(line.decode("utf-8"), object_pairs_hook=_members, parse_float=_no, parse_constant=_no)
    if not isinstance(entry, dict) or set(entry) != MEMBERS or canonical(entry).encode("utf-8") != line:
        _no()
    if type(entry["seq"]) is not int or entry["seq"] < 0:
        _no()
    for name in ("by", "station", "type", "at", "prev", "hash"):
        if not isinstance(entry[name], str) or entry[name] == "":
            _no()
    if moment(entry["at"]) is None or not HEX.fullmatch(entry["prev"]) or not HEX.fullmatch(entry["hash"]):
        _no()
    return entry


def entries_of(record):
    """The entries of a record, given as bytes. Raises Breach at the first that is wrong."""
    if len(record) > LONGEST:
        raise Breach("E-LOG-SIZE", 0)
    if not record:
        raise Breach("E-LOG-EMPTY", 0)
    version = _version(record.split(b"\n", 1)[0])
    if type(version) is not int or version != 1:
        raise Breach("VERSION", 0)
    lines = record.split(b"\n")
    entries, before = [], None
    for number, line in enumerate(lines[:-1]):
        try:
            entry = _entry(line)
        except (ValueError, RecursionError):
            raise Breach("FORM", number) from None
        if entry["seq"] != number:
            raise Breach("CHAIN", number)
        if before is not None and entry["prev"] != before:
            raise Breach("CHAIN", number)
        bare = {name: value for name, value in entry.items() if name != "hash"}
        if hashlib.sha256(canonical(bare).encode("utf-8")).hexdigest() != entry["hash"]:
            raise Breach("HASH", number)
        before = entry["hash"]
        entries.append(entry)
    if lines[-1]:
        raise Breach("FORM", len(entries))
    return entries
