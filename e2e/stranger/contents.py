"""Rules 87 to 92, 94, 96 and 97: contents that cannot be."""

import hashlib

from ceremony import number
from chain import ZEROS, moment
from rules import rule

NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
POINTS = {"provisioned", "waiting", "soft-delete", "purge-protection", "administrator", "clock"}
LATER = {"qe-isv-svn", "isv-prod-id", "isv-svn"}


@rule(87, "E-MEAN-WHERE", "recess-began", "recess-ended")
def where(c, e):
    step = c.now()
    yield e["data"]["step"] == (step["id"] if step else ""), number(c.began())


def _of_nothing(value):
    if isinstance(value, list):
        return any(map(_of_nothing, value))
    if not isinstance(value, dict):
        return False
    return any(value.get(name) in (ZEROS, NOTHING) for name in ("sha256", "domainSha256", "challengeSha256")
               ) or any(map(_of_nothing, value.values()))


@rule(88, "E-MEAN-BYTES")
def some_bytes(c, e):
    if e["type"] in ("domain-written", "domain-found"):
        yield 500 * c.script["officers"] <= e["data"]["size"] <= 8 * 1024 * 1024, 0
    yield e["type"] == "seals-photographed" or not _of_nothing(e["data"]), 0


@rule(89, "E-MEAN-BACKUP", "quorum-proven")
def backups(c, e):
    opened = [one["data"] for one in c.run("key-opened")]
    for made in c.all("key-made"):
        role = made["data"]["officer"]
        yield any(one["officer"] == role and f"{role}-backup" in one["media"] for one in opened), number(made)


@rule(90, "E-MEAN-POINTS", "preflight-judged")
def points(c, e):
    yield POINTS <= {one["point"] for one in e["data"]["points"]}, 0


@rule(91, "E-MEAN-CHECKS", "exchange-key-judged")
def checks(c, e):
    data = e["data"]
    asked = {"qe-isv-svn"} if "signer" in data["failed"] else LATER
    yield data["root"] == "" or asked <= {*data["held"], *data["failed"]}, number(c.last("exchange-key-fetched"))


@rule(92, "E-MEAN-CHALLENGE", "key-checked")
def challenge(c, e):
    same = [one for one in c.all("key-checked") if one["data"]["challengeSha256"] == e["data"]["challengeSha256"]]
    yield not same, number(same[-1] if same else None)


@rule(94, "E-MEAN-COMMITMENT", "quorum-proven", "dry-run-passed", "blob-made")
def commitment(c, e):
    data = e["data"]
    same = [one for one in c.all("quorum-proven", "dry-run-passed", "blob-made")
            if one["data"]["domainSha256"] == data["domainSha256"]]
    yield "commitment" in data, number(same[0] if same else None)
    if same:
        yield data["commitment"] == same[0]["data"]["commitment"], same[0]["seq"]
    elif c.earlier and "commitment" in c.earlier and c.earlier["domainSha256"] == data["domainSha256"]:
        follows = hashlib.sha256(bytes.fromhex(data["commitment"])).hexdigest() == c.earlier["commitment"]
        yield follows or any(one["data"]["code"] == "E-OPENED-OTHER" for one in c.all("refusal-accepted")), 0


@rule(96, "E-MEAN-UNBAGGED", "recess-ended")
def unbagged(c, e):
    if c.recess["data"]["seals"] == [] and moment(e["at"]) - moment(c.recess["at"]) > 86_400_000:
        yield c.excuse(e, "", c.recess["seq"]), c.recess["seq"]


@rule(97, "E-MEAN-INTEL", "exchange-key-judged")
def of_intel(_c, e):
    brought = e["data"].get("collateral", {"files": [], "levels": []})
    sums = [one["sha256"] for one in brought["files"]]
    yield len(set(sums)) == len(sums), 0
    for one in brought["files"]:
        issued, until = moment(one["issued"]), moment(one["next"])
        yield issued is not None and until is not None and issued <= until, 0
    yield all(moment(one["date"]) is not None for one in brought["levels"]), 0
