"""Rules 20 to 40, and 86: steps, decisions, breaks, and time."""

from ceremony import alike, is_plain, number, officer, same, seat_of
from chain import moment
from declared import ENTRIES, KINDS, NEEDS
from rules import rule

DECIDED = ("exception-noted", "aborted", "seat-changed", "deviation-accepted", "point-accepted", "refusal-accepted",
           "trouble-reported", "backup-known", "hand-off-acknowledged", "download-again-decided",
           "exchange-key-accepted")
IN_NO_RECESS = ("step-began", "step-performed", "step-done", "handed-over", "taken-over", "seat-changed", "seat-taken",
                "passphrase-refused", "refusal-accepted")
A_MINUTE = 60_000


@rule(20, "E-MEAN-OVER", "step-began", "taken-over", "step-done", "handed-over")
def over(c, _e):
    yield c.decided is None and c.aborted is None, number(c.decided or c.aborted)


@rule(21, "E-MEAN-ORDER", "step-began", "taken-over")
def order(c, e):
    other = number(c.last("step-done", "handed-over", "seat-changed"))
    now = c.now()
    yield now is not None and e["data"]["step"] == now["id"] and e["station"] == now["station"], other
    yield c.done == [step["id"] for step in c.path()][: len(c.done)], other
    yield (KINDS[now["kind"]]["carries"] == "in") == (e["type"] == "taken-over"), other


@rule(22, "E-MEAN-AGAIN", "step-began", "taken-over")
def again(c, _e):
    yield c.begun is None, number(c.began())


@rule(23, "E-MEAN-PERFORMED", "step-performed")
def performed(c, e):
    yield c.begun == e["data"]["step"] and not c.performed, number(c.began())
    yield not KINDS[c.steps[c.begun]["kind"]]["ends"], number(c.began())


@rule(24, "E-MEAN-WORK", "step-performed")
def work(c, e):
    step, other = c.steps[c.begun], number(c.began())
    for need in NEEDS.get(step["kind"], []):
        there = c.run(*need["oneOf"]) if need["since"] == "run" else c.all(*need["oneOf"])
        if "seat" in step:
            there = [one for one in there if one["data"].get("officer", officer(step["seat"])) == officer(step["seat"])]
        yield len(there) > 0, other
    for act in c.run("act-signing"):
        signed = {one["data"]["officer"] for one in c.types.get("signed", []) if one["data"]["over"] == act["hash"]}
        yield set(act["data"]["present"]) <= signed, other


@rule(25, "E-MEAN-CONFIRMED", "step-done", "handed-over")
def confirmed(c, e):
    other = number(c.performing)
    yield c.begun == e["data"]["step"] and c.performed, other
    step = c.steps[c.begun]
    out = KINDS[step["kind"]]["carries"] == "out"
    if e["type"] == "handed-over":
        yield out, other
    else:
        yield not out and e["data"]["confirmedBy"] == step["confirm"], other


@rule(26, "E-MEAN-CHOICE", "chosen")
def choice(c, e):
    yield e["data"]["goTo"] in c.steps[c.begun].get("choices", []), number(c.began())


@rule(27, "E-MEAN-CARRIED", "handed-over", "taken-over")
def carried(c, e):
    other = number(c.last("handed-over"))
    if e["type"] == "handed-over":
        yield e["data"]["to"] == c.steps[c.begun]["to"], other
    else:
        yield e["data"]["from"] == {"offline": "connected", "connected": "offline"}[e["station"]], other
        yield e["data"]["head"] == c.entries[-1]["hash"], other


def are_two(c, roles):
    return len(roles) >= 2 and len(set(roles)) == len(roles) and all(role in c.role_names() for role in roles)


WHY = {"seat-changed": "reason", "point-accepted": "reason", "trouble-reported": "happened"}


@rule(30, "E-MEAN-DECIDED", *DECIDED)
def decided(c, e):
    kind, data, other = e["type"], e["data"], number(c.last("seat-changed"))
    if kind == "backup-known":
        unknown = data.get("unknown")
        yield not unknown or (are_two(c, unknown["decidedBy"]) and is_plain(unknown["reason"])), other
    elif kind == "hand-off-acknowledged":
        yield are_two(c, data["decidedBy"]) if data["absent"] else data["decidedBy"] == [], other
    elif kind == "download-again-decided":
        yield data["decidedBy"] == [] if e["by"] == "app" else are_two(c, data["decidedBy"]), other
    elif kind == "exchange-key-accepted":
        by = data["decidedBy"]
        yield by == [] if data["attested"] else are_two(c, by) and all(seat_of(role) for role in by), other
    else:
        yield are_two(c, data["decidedBy"]), other
        if kind in WHY:
            yield is_plain(data[WHY[kind]]), other
        if kind == "seat-changed":
            yield data["role"] not in data["decidedBy"], other


@rule(31, "E-MEAN-EXCEPTION", "exception-noted")
def exception(c, e):
    data, other, now = e["data"], number(c.began()), c.now()
    yield all(is_plain(data[name]) for name in ("expected", "happened", "decided")), other
    yield data.get("decision") != "repeat" or c.begun is not None, other
    yield not (c.decided or c.aborted) or data.get("decision", "continue") == "continue", other
    yield data.get("step", now["id"] if now else "") == (now["id"] if now else ""), other
    if "corrects" in data:
        yield c.earlier is not None and data["corrects"]["record"] == c.earlier["head"], other


@rule(32, "E-MEAN-RECESS")
def recess(c, e):
    other = number(c.recess)
    seals = e["data"].get("seals")
    if e["type"] in IN_NO_RECESS or "kinds" in ENTRIES[e["type"]]:
        yield c.recess is None, other
    if e["type"] == "recess-began":
        yield c.recess is None and not c.decided and not c.aborted and not c.closing, other
        yield seals is not None and len({one["object"] for one in seals}) == len(seals), other
        yield len({same(one["seal"]) for one in seals}) == len(seals), other
    elif e["type"] == "recess-ended":
        yield c.recess is not None and e["data"].get("confirmedBy") == "witness", other
        before = c.recess["data"].get("seals")
        yield sorted(one["object"] for one in seals or []) == sorted(one["object"] for one in before or []), other


@rule(33, "E-MEAN-BAGS", "recess-ended")
def bags(c, e):
    before = {one["object"]: one["seal"] for one in c.recess["data"]["seals"]}
    other = c.recess["seq"]
    as_left = all(alike(one["seal"], before[one["object"]]) for one in e["data"].get("seals", []))
    yield as_left or c.excuse(e, "", other), other


@rule(34, "E-MEAN-INCIDENT", "step-began", "step-done", "handed-over", "closing", "closing-on-paper")
def incident(c, _e):
    if c.aborted:
        return
    for found in c.all("incident-found")[-1:]:
        def settles(note):
            noted = note["data"].get("notedAt", "")
            return note["seq"] > found["seq"] and (noted == "" or noted >= found["data"]["foundAt"])

        yield any(settles(note) for note in c.all("exception-noted")), found["seq"]


@rule(35, "E-MEAN-RESUMED", "resumed")
def resumed(c, e):
    data, now = e["data"], c.now()
    told = {"done": len(c.done), "step": now["id"] if now else "", "confirmedBy": "witness",
            "again": now is not None and c.begun is not None and not c.performed}
    yield data == told, number(c.began())


@rule(36, "E-MEAN-SEAT", "seat-changed")
def seat(c, e):
    data, other = e["data"], number(c.began())
    yield not (c.begun or c.recess or c.closing or c.decided or c.aborted), other
    at = seat_of(data["role"])
    comes = c.are_free() and at and data["from"] == ""
    goes = c.are_free() and at and data["to"] == ""
    yield comes or (data["role"], data["from"]) in c.people, other
    kept = c.kept(at) if at else None
    if kept and not (comes or goes):
        yield seat_of(data["toRole"]) in c.seats() and data["toRole"] != data["role"], other
    else:
        yield data["toRole"] == data["role"], other
        begun = c.last_of("key-making-began", data["role"]) or c.last_of("key-made", data["role"])
        yield begun is None, other


@rule(37, "E-MEAN-ABORTED", "aborted")
def aborted(c, e):
    yield c.aborted is None and is_plain(e["data"]["reason"], 400), number(c.aborted)


def differences_wanted(c):
    """What differs from the ceremony before, as the page lists it."""
    last, found = c.earlier.get("last"), []

    def tell(kind, of, before, now, equal):
        if before not in (None, "") and now is not None and not equal(before, now):
            found.append({"kind": kind, "of": of, "before": before, "now": now})

    def is_one(before, now):
        return before == now

    names = {one["role"]: one["name"] for one in last["people"] if not seat_of(one["role"])} if last else {}
    names |= {one["officer"]: one["name"] for one in c.earlier["officers"]}
    for one in c.opened["participants"]:
        tell("person", one["role"], names.get(one["role"]), one["name"], alike)
    if last:
        scripts = {one["script"]: one["sha256"] for one in last["scripts"]}
        name = c.opened["script"]
        tell("script", name, scripts.get(name), c.opened["scriptSha256"], is_one)
        for kind in ("version", "commit", "runtime", "system", "program"):
            tell(kind, "", last["software"].get(kind), c.opened["software"].get(kind), is_one)
    return found


@rule(38, "E-MEAN-DIFFERENCES", "differences-acknowledged", "step-done")
def differences(c, e):
    if e["type"] == "differences-acknowledged":
        yield c.earlier is not None and e["data"]["since"] == c.earlier["head"] and c.performed, 0
        yield e["data"]["differences"] == differences_wanted(c), 0
    elif c.steps[c.begun]["kind"] == "open" and c.earlier:
        yield c.last("differences-acknowledged") is not None, 0


@rule(39, "E-MEAN-TIME")
def time(c, e):
    if e["seq"] == 0 or e["type"] in ("taken-over", "clock-jumped", "resumed", "exception-noted", "recess-ended"):
        return
    yield moment(e["at"]) >= moment(c.entries[-1]["at"]) - A_MINUTE, e["seq"] - 1


@rule(40, "E-MEAN-MOMENT", "opened", "clock-jumped", "exception-noted", "incident-found", "part-taken", "backup-named",
      "restore-waited")
def of_another_moment(c, e):
    data, at = e["data"], moment(e["at"])
    if e["type"] == "restore-waited":
        yield from _waited(c, data, at)
        return
    if e["type"] == "clock-jumped":
        before, after = moment(data["before"]), moment(data["after"])
        yield before is not None and after is not None and abs(after - at) <= A_MINUTE, 0
        return
    said = [data.get("notedAt", ""), data.get("foundAt", ""), data.get("closedAt", "")]
    if e["type"] == "backup-named":
        said.append(data["takenAt"] + "T00:00:00.000Z")
    if e["type"] == "opened" and data["earlier"]:
        last = data["earlier"][0].get("last", {})
        yield last.get("at") != "", 0
        begun, ended = moment(last.get("at", "")), moment(data["earlier"][0].get("closedAt", ""))
        if begun is None or ended is None or begun > ended:
            said.append(last.get("at", ""))
    if e["type"] == "opened":
        said += [one["time"] for one in data.get("stamps", [])]
        clock = moment(data["clock"])
        yield clock is not None and abs(clock - at) <= A_MINUTE, 0
    for text in said:
        when = moment(text) if text else at
        yield when is not None and when <= at + A_MINUTE, 0


def _waited(c, data, at):
    ended = c.last("backup-ended")
    other = number(ended)
    yield ended is not None and data["since"] == ended["at"], other
    yield abs(data["waited"] - (at - moment(data["since"])) / 1000) <= 2, other
    yield data["advised"] == 1800, other
    yield data["waited"] >= 1800 or c.opened["mode"] == "REHEARSAL", other


PREFLIGHT = {"read-activation": "NotActivated", "read-active": "Active"}


@rule(41, "E-MEAN-PREFLIGHT", "step-performed", "download-began", "point-accepted")
def preflight(c, e):
    step, read, judged = c.now(), c.last("activation-read"), c.last("preflight-judged")
    kind = step["kind"] if step else ""
    points, other = judged["data"]["points"] if judged else [], number(c.last("activation-read", "preflight-judged"))
    if e["type"] == "point-accepted":
        about = [one["sentence"] for one in points if one["verdict"] == "decide" and one["point"] == e["data"]["point"]]
        yield e["data"]["sentence"] in about, other
    elif kind in PREFLIGHT if e["type"] == "step-performed" else judged is not None:
        if e["type"] == "step-performed":
            yield read is not None and read["data"]["state"] == PREFLIGHT[kind], other
        if kind != "read-active":
            accepted = {(one["data"]["point"], one["data"]["sentence"]) for one in c.all("point-accepted")}
            yield len(points) > 0 and all(one["verdict"] != "wrong" for one in points), other
            yield all(one["verdict"] == "good" or (one["point"], one["sentence"]) in accepted for one in points), other


@rule(86, "E-MEAN-BEFORE", "opened", "part-taken", "step-done")
def before(c, e):
    earlier = (e["data"]["earlier"] or [None])[0] if e["type"] == "opened" else c.earlier
    if earlier is None:
        return
    closed = moment(earlier["closedAt"])
    if e["type"] == "opened":
        yield closed is not None, 0
    elif e["type"] == "part-taken":
        said = e["data"]["closedAt"]
        yield said == "" or moment(said) >= closed - A_MINUTE, 0
    elif c.steps[c.begun]["kind"] == "open" and closed > moment(c.entries[0]["at"]) + A_MINUTE:
        yield any(one["data"]["before"] == earlier["closedAt"] for one in c.all("clock-jumped")), 0


@rule(98, "E-MEAN-OVERRULED", "refusal-accepted")
def overruled(_c, e):
    yield ("record" in e["data"]) == (e["data"]["code"] == "E-CLOSED-SHORT"), 0
