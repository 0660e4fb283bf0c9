"""Form and chain of a record, as electron/journal/FORMAT.md says."""

import datetime
import hashlib
import json
import re

from breach import Breach

LONGEST = 64 * 1024 * 1024
LONGEST_ENTRY = 8 * 1024 * 1024
MEMBERS = {"at", "by", "data", "hash", "prev", "seq", "station", "type"}
HEX = re.compile(r"[0-9a-f]{64}")
AT = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)\.(\d{3})Z", re.ASCII)
TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"?|[][{}]|[^][{}"]+', re.DOTALL)
ZEROS = "0" * 64
CYCLE = 146_097 * 86_400_000  # milliseconds of 400 years


def moment(text):
    """Milliseconds since 1970 of a time as `at` has it, or None."""
    found = AT.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, milli = map(int, found.groups())
    # Python's calendar begins with the year 1, a record's with 0: 400 years later all days are alike.
    if year > 9999 - 400:
        before = moment(f"{year - 400:04}{text[4:]}")
        return None if before is None else before + CYCLE
    try:
        when = datetime.datetime(year + 400, month, day, hour, minute, second, 1000 * milli)
    except ValueError:
        return None
    return (when - datetime.datetime(2370, 1, 1)) // datetime.timedelta(milliseconds=1)


def _no(*_):
    raise ValueError


def _is_deep(value, depth=0):
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return inside is not None and (depth == 16 or any(_is_deep(each, depth + 1) for each in inside))


def canonical(value):
    """RFC 8785, for the values that a record may hold."""
    if isinstance(value, list):
        return "[" + ",".join(canonical(each) for each in value) + "]"
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(canonical(n) + ":" + canonical(value[n]) for n in names) + "}"
    if value is None or isinstance(value, float) or (type(value) is int and abs(value) >= 2**53):
        _no()
    return json.dumps(value, ensure_ascii=False)


def _number(text):
    """A whole number, or a fraction in place of one that Python would not read because it is so long."""
    return int(text) if len(text) < 20 else float(text)


def _loads(text):
    return json.loads(text, parse_constant=_no, parse_int=_number)


def _shallow(text):
    """JSON nested deeper than Python's reader goes, with an empty list for each value below the third level."""
    levels = [""]
    for token in TOKENS.findall(text):
        if token in ("[", "{"):
            levels.append(token)
        elif token in ("]", "}"):
            inner = levels.pop() + token
            _loads(inner)
            if not levels:
                _no()
            levels[-1] += inner if len(levels) <= 3 else "[]"
        else:
            levels[-1] += token
    return levels[0] if len(levels) == 1 else _no()


def _value(line, number):
    """What a line holds, as JSON alone would have it: of a member that is there twice the last one."""
    try:
        text = line.decode("utf-8")
        try:
            return _loads(text)
        except RecursionError:
            return _loads(_shallow(text))
    except ValueError:
        raise Breach("E-LOG-CORRUPT", number) from None


def _check_version(value):
    data = value.get("data") if isinstance(value, dict) else None
    said = data.get("recordFormat", 1) if isinstance(data, dict) else 1
    if said == 1 and said is not True:
        return
    is_later = type(said) in (int, float) and said == said // 1 and 1 < said < 2**53
    raise Breach("E-LOG-VERSION" if is_later else "E-LOG-FORM", 0)


def _has_members(entry):
    if not isinstance(entry, dict) or set(entry) != MEMBERS or type(entry["seq"]) is not int or entry["seq"] < 0:
        return False
    texts = [entry[name] for name in ("by", "station", "type", "at", "prev", "hash")]
    if not all(isinstance(text, str) and text for text in texts):
        return False
    return moment(entry["at"]) is not None and all(HEX.fullmatch(entry[name]) for name in ("prev", "hash"))


def _entry(line, number):
    value = _value(line, number)
    if number == 0:
        _check_version(value)
    try:
        is_canonical = not _is_deep(value) and canonical(value).encode("utf-8") == line
    except ValueError:
        is_canonical = False
    if not is_canonical:
        raise Breach("E-LOG-CANON", number)
    if not _has_members(value):
        raise Breach("E-LOG-FORM", number)
    bare = {name: held for name, held in value.items() if name != "hash"}
    if hashlib.sha256(canonical(bare).encode("utf-8")).hexdigest() != value["hash"]:
        raise Breach("E-LOG-HASH", number)
    return value


def entries_of(record):
    """The entries of a record, given as bytes. Raises Breach at the first that is wrong."""
    if len(record) > LONGEST:
        raise Breach("E-LOG-SIZE", 0)
    if not record:
        raise Breach("E-LOG-EMPTY", 0)
    lines, entries, before = record.split(b"\n"), [], None
    for number, line in enumerate(lines[:-1]):
        if len(line) > LONGEST_ENTRY:
            raise Breach("E-LOG-ENTRY", number)
        entry = _entry(line, number)
        if entry["seq"] != number or (before is not None and entry["prev"] != before):
            raise Breach("E-LOG-CHAIN", number)
        before = entry["hash"]
        entries.append(entry)
    if lines[-1]:
        raise Breach("E-LOG-TORN", len(entries))
    return entries
