"""Judges records as a stranger would: from the pages about the formats alone.

    python3 e2e/stranger RECORD...     or one record a line, in base64, on standard input
    python3 e2e/stranger --chain       one record a line with those given beside it, each in base64, a space between
    python3 e2e/stranger --stamps      timestamps instead: a line of JSON for each record, in base64, and for what is beside it
    python3 e2e/stranger --exchange    of exchange keys' certificates instead, as lines of base64: what is read of each

It prints a line of JSON for each: verdict ("good" or "refused"), code of the first breach, the entry where it was
found (`at`) and the one that contradicts it (`other`); of a good one how it is closed, by whom, and what is told.
It shares no code with the product, and was written before its author had read any of it; `stamps.py` alone was not.
"""

import base64
import copy
import json
import pathlib
import sys

from breach import Breach
from ceremony import Ceremony
from certificates import exchange_certificate
from chain import entries_of, moment
from declared import NEWEST, SINCE, script_of
from notes import notes
import stamps
import contents, custody, domain, earlier, ending, keys, names, opening, recovery, stepping, writers  # noqa: E401, F401  (they state the rules)
from quotes import checks_of, quote_in
from rules import in_order
from signatures import Signatures
from told import told

ORDERED = in_order()


def version_of(first):
    """The version of the rules that a first entry names; the first one where it names none."""
    named = first["data"].get("rules") if isinstance(first["data"], dict) else None
    return max(1, named) if type(named) is int else 1


def script_in(entries):
    """The script that the record names. Raises Breach where it is newer, or no ceremony of this app."""
    first = entries[0]
    if first["type"] == "opened" and version_of(first) > NEWEST:
        raise Breach("E-RULES-NEWER", 0)
    script = script_of(first["data"]) if first["type"] == "opened" else None
    if script is None:
        raise Breach("E-NOT-A-CEREMONY", 0)
    return script


def before(entries, seq):
    """The moment of the entry before; of the first, that at which the earlier record was closed."""
    earlier = entries[0]["data"]["earlier"]
    closed = earlier[0].get("closedAt") if earlier else None
    return moment(entries[seq - 1]["at"] if seq else closed or entries[0]["at"])


def judge_meaning(entries, closed):
    ceremony, clock, gaps = Ceremony(script_in(entries)), [], []
    asked = [rule for rule in ORDERED if SINCE.get(rule[1], 1) <= version_of(entries[0])]
    for entry in entries:
        at_end = closed and entry is entries[-1]
        after = None
        for _, code, types, end, asks in asked:
            if end and not at_end:
                continue
            if end and after is None:
                after = copy.copy(ceremony)
                after.__dict__ = copy.deepcopy(ceremony.__dict__)
                after.excused = ceremony.excused
                after.count(entry)
            if end or not types or entry["type"] in types:
                for holds, other in asks(after if end else ceremony, entry):
                    if not holds:
                        raise Breach(code, entry["seq"], other)
        if moment(entry["at"]) <= before(entries, entry["seq"]) - 1000:
            clock.append(entry["seq"])
        if entry["seq"] and moment(entry["at"]) > before(entries, entry["seq"]) + 86_400_000:
            gaps.append(entry["seq"])
        if after:
            ceremony = after
        else:
            ceremony.count(entry)
    return ceremony, clock, gaps


class Judged:
    """A record that is good. Raises Breach if it is not."""

    def __init__(self, record):
        self.entries = entries_of(record)
        self.signatures = Signatures(self.entries).read()
        self.closed = self.signatures.closed
        self.ceremony, self.clock, self.gaps = judge_meaning(self.entries, self.closed)
        self.unvouched = self.signatures.unvouched()
        self.aborted = self.ceremony.aborted is not None
        self.version = version_of(self.entries[0])
        self.short = bool(self.closed) and ending.is_short(self.ceremony)
        self.by_hand = bool(self.closed) and ending.is_by_hand(self.ceremony)

    def told(self):
        return {"verdict": "good", "closed": self.closed, "unvouched": self.unvouched, "aborted": self.aborted,
                "excused": self.ceremony.excused, "clock": self.clock, "gaps": self.gaps,
                "vouched": ending.vouched(self.ceremony) if self.closed else None,
                "rules": self.version, "names": names.odd(self.entries), "notes": notes(self.entries), "told": told(self.entries)}


def or_refused(opinion):
    """What it returns, or the breach that it raises."""
    try:
        return opinion()
    except Breach as breach:
        what = {"what": breach.what} if isinstance(breach, earlier.Differs) else {}
        return {"verdict": "refused", "code": breach.code, "at": breach.at, "other": breach.other, **what}


def judge(record):
    return or_refused(lambda: Judged(record).told())


def judge_chain(record, given):
    def closed(one):
        judged = Judged(one)
        if not judged.closed:
            raise Breach("E-EARLIER-OPEN", 0)
        return judged

    return or_refused(lambda: {"verdict": "good", **earlier.compare(Judged(record), [closed(one) for one in given])})


def read_of_exchange(text):
    """What is read of an exchange key's certificate; None where it does not read, whatever is accepted."""
    found = exchange_certificate(text, True)
    if found is None:
        return None
    quote = quote_in(found)
    said = None if quote is None else [quote.mrsigner, quote.mrenclave, quote.root]
    return [found.thumbprint, found.name, found.organization, found.is_plain, said, sorted(checks_of(found, quote))]


def judge_stamps(line):
    given, raw = json.loads(line), base64.b64decode
    files = {name: raw(data) for name, data in given["files"].items()}
    pinned = [stamps.authority_in(pem) for pem in given["authorities"]]
    return stamps.judge(raw(given["record"]), given["heads"], files, pinned, given["now"])


def main():
    if sys.argv[1:] == ["--stamps"]:
        for line in sys.stdin:
            print(json.dumps(judge_stamps(line)))
        return
    if sys.argv[1:] == ["--exchange"]:
        for line in sys.stdin:
            print(json.dumps(read_of_exchange(base64.b64decode(line).decode("utf-8"))))
        return
    if sys.argv[1:] == ["--chain"]:
        for line in sys.stdin:
            record, *given = map(base64.b64decode, line.split())
            print(json.dumps(judge_chain(record, given)))
        return
    if len(sys.argv) > 1:
        records = (pathlib.Path(name).read_bytes() for name in sys.argv[1:])
    else:
        records = (base64.b64decode(line) for line in sys.stdin)
    for record in records:
        print(json.dumps(judge(record)))


main()
