"""Rules 1 to 8, and 100: the ceremony."""

import re

from ceremony import SHARED, is_plain, number, officer, same, seat_of, things_of
from chain import ZEROS
from declared import ENTRIES, KINDS, NEWEST, are_counts, has_form
from rules import rule

HSM = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]")


@rule(1, "E-MEAN-FORM")
def form(_c, e):
    yield e["type"] in ENTRIES and has_form(e["data"], ENTRIES[e["type"]]["form"]), 0


@rule(2, "E-MEAN-OPENED")
def opened(c, e):
    yield (e["type"] == "opened") == (e["seq"] == 0), 0
    if e["seq"] == 0:
        data = e["data"]
        yield data.get("confirmation") == "apart", 0
        yield is_version(data.get("rules", 2)), 0
        yield re.fullmatch(r"[0-9a-f]{32}", data["ceremony"]) is not None, 0
        yield HSM.fullmatch(data["hsm"]) is not None, 0
        yield e["station"] == c.script["steps"][0]["station"], 0


def is_version(named):
    """The first version is named by naming none."""
    return 2 <= named <= NEWEST


@rule(3, "E-MEAN-SCRIPT", "opened")
def script(c, e):
    data = e["data"]
    said = data["script"], data["officers"], data["required"]
    yield said == (c.script["script"], c.script["officers"], c.script["quorum"]), 0


@rule(4, "E-MEAN-EARLIER", "opened")
def earlier(c, e):
    earlier = e["data"]["earlier"]
    yield len(earlier) == (1 if c.script["continues"] else 0), 0
    yield e["prev"] == (earlier[0]["head"] if earlier else ZEROS), 0
    yield earlier or not {"anchor", "unvouched", "stamps"} & set(e["data"]), 0
    stamps = e["data"].get("stamps")
    yield stamps is None or 0 < len(stamps) == len({one["sha256"] for one in stamps}), 0
    yield _differ(e["data"].get("unvouched", [])), 0
    if earlier:
        left = earlier[0]
        officers = left["officers"]
        yield is_version(left.get("rules", 2)) and left.get("rules", 1) <= e["data"].get("rules", 1), 0
        yield ("closedAt" in left) == ("rules" in e["data"]), 0
        yield "last" in left or "rules" not in e["data"], 0
        if c.recounts():
            yield are_counts(len(officers), left["required"]), 0
        else:
            yield left["required"] == e["data"]["required"], 0
        lost = any(step["kind"] == "know-backup" for step in c.script["steps"])
        yield lost or left["hsm"].lower() == e["data"]["hsm"].lower(), 0
        seats = range(1, len(officers) + 1) if c.recounts() else c.seats()
        yield [one["officer"] for one in officers] == [officer(seat) for seat in seats], 0
        yield _differ([one["thumbprint"] for one in officers]), 0
        yield _differ([one["signingThumbprint"] for one in officers if one["signingThumbprint"] != ""]), 0
        last = left.get("last", {"people": [], "scripts": []})
        yield _differ([one["role"] for one in last["people"]]), 0
        yield _differ([one["script"] for one in last["scripts"]]), 0
        things = [one["object"] for one in left["objects"]]
        yield _differ(things) and set(things) <= {*SHARED.values()}.union(*map(things_of, map(officer, seats))), 0


def _differ(values):
    return len(set(values)) == len(values)


def _people(c, e):
    if e["type"] == "opened":
        return [(one["role"], one["name"]) for one in e["data"]["participants"]]
    return c.people_after(e["data"])


@rule(5, "E-MEAN-ROLES", "opened", "seat-changed")
def roles(c, e):
    roles = [role for role, _ in _people(c, e)]
    seats = [seat_of(role) for role in roles if seat_of(role)]
    most, wants = c.script["officers"], c.script["attend"]
    least = {"everyone": most, "quorum": c.script["quorum"], "one": 1, "nobody": 0}[wants]
    other = number(c.last("seat-changed"))
    yield _differ(roles), other
    yield "administrator" in roles and "witness" in roles, other
    yield all(1 <= seat <= most for seat in seats), other
    yield least <= len(seats) <= {"everyone": most, "quorum": most, "one": 1, "nobody": 0}[wants], other


@rule(6, "E-MEAN-PERSON", "opened", "seat-changed")
def person(c, e):
    names = [name for _, name in _people(c, e)]
    other = number(c.last("seat-changed"))
    yield _differ([same(name) for name in names]), other
    yield all(is_plain(name, 60) for name in names), other


@rule(7, "E-MEAN-RENEWED", "opened")
def renewed(c, e):
    yield ("renewed" in e["data"]) == c.script["renews"], 0
    seats = e["data"].get("renewed")
    if seats is not None:
        present = [seat_of(one["role"]) for one in e["data"]["participants"]]
        before = [(len(one["officers"]), one["required"]) for one in e["data"]["earlier"]] or [(0, 0)]
        is_other = c.recounts() and before[0] != (len(c.seats()), e["data"]["required"])
        yield len(seats) > 0 or is_other, 0
        yield _differ(seats) and all(seat > 0 and seat in present for seat in seats), 0
        yield all(seat <= before[0][0] or seat in seats for seat in c.seats()), 0


@rule(8, "E-MEAN-NETWORK", "opened", "step-began")
def network(c, e):
    said, mode = e["data"].get("network"), e["data"].get("mode") or c.opened.get("mode")
    if e["type"] == "step-began":
        step = c.now()
        if step is None or step["id"] != e["data"]["step"]:
            return
        secret = KINDS[step["kind"]]["secret"]
        yield said is None or secret, 0
        yield said is not None or not secret or step["kind"] == "find-domain", 0
    if said is not None and mode == "PRODUCTION" and e["station"] == "offline":
        yield said["up"] == [] and said["wasOnline"] != "yes", 0


def broken_numbers(c):
    """The rules that the numbers of officers do not keep."""
    required, officers = c.script["quorum"], c.script["officers"]
    return ({"quorum"} if required < 3 else set()) | ({"spare"} if required == officers else set())


def accepted_in(entries):
    """The last acceptance of each rule."""
    return {one["data"]["rule"]: one for one in entries}


@rule(100, "E-MEAN-COUNTS", "step-done")
def numbers(c, _e):
    step = c.now()
    if step is None or step["kind"] != "open" or all(one["kind"] != "make-key" for one in c.script["steps"]):
        return
    left = c.earlier or {"officers": [], "required": 0, "deviations": []}
    is_same = (len(left["officers"]), left["required"]) == (c.script["officers"], c.script["quorum"])
    before = {one["rule"] for one in left["deviations"]} if is_same else set()
    accepted = accepted_in(c.all("deviation-accepted"))
    for name in sorted(broken_numbers(c) - before):
        one = accepted.get(name)
        yield one is not None and is_plain(one["data"]["reason"]), number(one)
