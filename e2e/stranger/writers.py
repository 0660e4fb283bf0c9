"""Rules 10 to 18: who writes what, and where."""

import hashlib
import json

from ceremony import number, officer, seat_of
from declared import ENTRIES
from rules import rule


OFFLINE = ("closing", "act-signing", "signed", "signer-known", "seat-taken")


@rule(10, "E-MEAN-STATION")
def station(c, e):
    if e["seq"] == 0:
        return
    yield e["station"] == c.holder, number(c.holding)
    yield (c.handed is not None) == (e["type"] == "taken-over"), number(c.holding)
    yield e["type"] not in OFFLINE or e["station"] == "offline", number(c.holding)


@rule(11, "E-MEAN-AFTER")
def after(c, e):
    if c.aborted:
        yield ENTRIES[e["type"]].get("afterAbort", False), number(c.aborted)
    if e["type"] == "signed":
        over = c.at(e["data"]["over"])
        yield over is not None and over["type"] in ("act-signing", "closing"), number(c.last("closing"))


@rule(12, "E-MEAN-PLACE")
def place(c, e):
    said = ENTRIES[e["type"]]
    if "kinds" not in said or (c.aborted and said.get("afterAbort")):
        return
    step, under_way = c.now(), said.get("current") or (c.begun is not None and not c.performed)
    yield step is not None and under_way and step["kind"] in said["kinds"], number(c.began())


@rule(13, "E-MEAN-BY")
def by(c, e):
    step, may = c.now(), set()
    for who in ENTRIES[e["type"]]["by"]:
        if who in ("doer", "confirmer"):
            may |= {step["by" if who == "doer" else "confirm"]} if step else set()
        elif who == "officer":
            may.add(e["data"]["officer"])
        else:
            may.add(who)
    yield e["by"] in may, number(c.began())


@rule(14, "E-MEAN-OFFICER")
def of_the_seat(c, e):
    said = ENTRIES[e["type"]]
    if "kinds" in said and "officer" in e["data"] and e["type"] not in ("signer-known", "seals-checked"):
        step = c.now()
        if step is not None and "seat" in step:
            yield e["data"]["officer"] == officer(step["seat"]), number(c.began())


@rule(15, "E-MEAN-STEP", "seat-taken", "chosen")
def step(c, e):
    wanted = "abort" if c.aborted and e["type"] == "seat-taken" else c.begun
    yield e["data"]["step"] == wanted, number(c.began())


@rule(16, "E-MEAN-TURN", "key-made", "key-opened", "key-checked", "signed", "quorum-proven",
      "blob-made", "dry-run-passed")
def turn(c, e):
    data = e["data"]
    if e["type"] == "signed" and c.at(data["over"])["type"] == "closing":
        return
    if e["type"] == "quorum-proven":
        officers = [officer(seat) for seat in c.seats()]
    else:
        officers = data["officers"] if e["type"] in ("blob-made", "dry-run-passed") else [data["officer"]]
    taken = {one["data"]["officer"] for one in c.run("seat-taken")}
    yield all(one in taken for one in officers), number(c.began())


@rule(17, "E-MEAN-ABSENT", "seat-taken", "signed", "passphrase-refused")
def absent(c, e):
    yield e["data"]["officer"] in c.role_names(), number(c.last("seat-changed"))


@rule(18, "E-MEAN-TRIAL", "trial-begun", "trial-told")
def trial(c, e):
    begun = c.last("trial-begun")
    yield c.opened["mode"] == "REHEARSAL", number(begun)
    if e["type"] == "trial-begun":
        yield begun is None, number(begun)
    else:
        yield begun is not None and c.last("trial-told") is None, number(begun)
        yield begun["data"]["sealed"] == sealed(e["data"]), number(begun)


def sealed(told):
    """SHA-256 of seed, nonce and each trial, as JSON in one line without spaces."""
    trials = [[one["trial"], one["step"], one["seat"]] for one in told["trials"]]
    text = json.dumps([told["seed"], told["nonce"], *trials], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@rule(19, "E-MEAN-SIMULATED", "seats-simulated")
def simulated(c, e):
    roles, before = e["data"]["roles"], c.last("seats-simulated")
    yield c.opened["mode"] == "REHEARSAL", number(before)
    yield roles == [role for role in c.role_names() if role in roles], number(before)
    yield roles != (before["data"]["roles"] if before else []), number(before)
