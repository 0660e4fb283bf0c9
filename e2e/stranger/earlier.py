"""What a record leaves, and whether the records after it say so: *From record to record* of electron/journal/FORMAT.md."""

import copy
import re

from breach import Breach
from ceremony import alike, medium_owner, owner_seat, seat_of
from notes import notes

PART = "attestation-part"
DATES = ("provenAt", "attestedAt", "drilledAt")
MEMBERS = ("head", "hsm", "required", "domainSha256", "domainFile", "commitment", "officers", "objects", "handOffs", "photographs",
           "subsets", *DATES, "dryRunAt", "backup", "poolRoot", "deviations", "last", "closedAt", "rules")
OF_OFFICER = ("name", "keyName", "signingName", "thumbprint", "signingThumbprint", "trouble", "sealsSeenAt", "keyOpenedAt")
CHANGES = {}


def changes(*types):
    def named(function):
        CHANGES.update(dict.fromkeys(types, function))
        return function
    return named


def _officer(left, role):
    """What is known of an officer; an unknown one comes in the order of the seats."""
    for one in left["officers"]:
        if one["officer"] == role:
            return one
    left["officers"].append({"officer": role, **dict.fromkeys(OF_OFFICER, "")})
    left["officers"].sort(key=lambda one: seat_of(one["officer"]))
    return _officer(left, role)


def _put_objects(left, objects):
    for new in objects:
        places = [n for n, one in enumerate(left["objects"]) if one["object"] == new["object"]]
        if places:
            left["objects"][places[0]] = new
        else:
            left["objects"].append(new)


def _without(all_of_them, objects):
    return [one for one in all_of_them if one["object"] not in [gone["object"] for gone in objects]]


def _stem(files, start):
    return next((file["name"] for file in files if file["name"].startswith(start)), "").split(".")[0]


def _commit(left, data):
    if "commitment" in data:
        left["commitment"] = data["commitment"]


def _first_name(files):
    return files[0]["name"] if files else ""


@changes("opened")
def _opened(left, data, at):
    if data["earlier"]:
        before = copy.deepcopy(data["earlier"][0])
        for name in ("head", "closedAt", "rules"):
            before.pop(name, None)
        left.update(before)
    left["officers"] = [one for one in left["officers"] if seat_of(one["officer"]) <= data["officers"]]
    for name in ("objects", "handOffs"):
        left[name] = [one for one in left[name] if owner_seat(one["object"]) <= data["officers"]]
    left.update(hsm=data["hsm"], required=data["required"])
    for one in data["participants"]:
        if seat_of(one["role"]):
            _officer(left, one["role"])["name"] = one["name"]
    scripts = [one for one in left["last"]["scripts"] if one["script"] != data["script"]]
    scripts.append({"script": data["script"], "sha256": data["scriptSha256"]})
    left["last"] = {"at": at, "people": data["participants"], "software": data["software"], "scripts": scripts}


@changes("key-made")
def _key_made(left, data, at):
    _officer(left, data["officer"]).update(
        thumbprint=data["thumbprint"], signingThumbprint=data["signingThumbprint"], trouble="", keyOpenedAt=at,
        sealsSeenAt="", keyName=_stem(data["files"], "cert_"), signingName=_stem(data["files"], "sign_"))


@changes("key-checked")
def _key_checked(left, data, at):
    for one in left["officers"]:
        if one["officer"] == data["officer"]:
            one.update(keyOpenedAt=at, trouble=one["trouble"] if one["trouble"] == "seal-broken" else "")


@changes("trouble-reported")
def _trouble(left, data, _at):
    _officer(left, data["officer"])["trouble"] = data["trouble"]


@changes("seals-checked")
def _seals(left, data, at):
    if data["officer"]:
        _officer(left, data["officer"])["sealsSeenAt"] = at
    for one in left["officers"]:
        media = [seal for seal in data["seals"] if medium_owner(seal["object"]) == one["officer"]]
        if any(seal["condition"] == "missing" for seal in media):
            one["trouble"] = "lost"
        elif any(seal["condition"] != "intact" or not alike(seal["expected"], seal["found"]) for seal in media):
            one["trouble"] = "seal-broken"
    seen = {seal["object"]: seal for seal in data["seals"] if seal["condition"] != "missing"}
    for one in left["objects"]:
        if one["object"] in seen:
            found = seen[one["object"]]
            one.update(place=found["place"], custodian=found["custodian"], seenAt=at)


@changes("seals-photographed")
def _photographed(left, data, at):
    taken = [{**{name: one[name] for name in ("object", "seal", "sha256")}, "at": at} for one in data["photographs"]]
    before = left.get("photographs", [])
    stay = [one for one in before if one["at"] >= left["last"]["at"] or one in _without(before, taken)]
    left["photographs"] = stay + taken


@changes("custody-recorded")
def _custody(left, data, at):
    _put_objects(left, [{**one, "seenAt": at} for one in data["objects"]])
    left["handOffs"] = _without(left["handOffs"], data["objects"])
    left["recorded"] |= {one["object"] for one in data["objects"]}


@changes("object-handed-off")
def _handed_off(left, data, at):
    left["handOffs"].append({**data, "at": at})
    for one in left["objects"]:
        if one["object"] == data["object"]:
            one.update(seal=data["seal"], custodian=data["to"], place=data["place"], seenAt=at)


@changes("objects-destroyed")
def _destroyed(left, data, _at):
    gone = [one for one in data["objects"] if one["object"] not in left["recorded"]]
    left["objects"] = _without(left["objects"], gone)


@changes("part-taken")
def _part_taken(left, data, _at):
    standing = copy.deepcopy(data["standing"])
    for one in standing["officers"]:
        _officer(left, one["officer"]).update(one)
    _put_objects(left, standing["objects"])
    left["handOffs"] += standing["handOffs"]
    if "photographs" in standing:
        left["photographs"] = _without(left.get("photographs", []), standing["photographs"]) + standing["photographs"]


@changes("custody-attested")
def _attested(left, _data, at):
    left["attestedAt"] = at


@changes("deviation-accepted")
def _deviation(left, data, _at):
    others = [one for one in left["deviations"] if one["rule"] != data["rule"]]
    left["deviations"] = [*others, {"rule": data["rule"], "reason": data["reason"]}]


@changes("domain-written")
def _written(left, data, _at):
    if left["domainSha256"] == "":
        left.update(domainSha256=data["sha256"], domainFile=_first_name(data["files"]))


@changes("domain-found")
def _found(left, data, _at):
    left.update(domainSha256=data["sha256"], required=data["required"], domainFile=_first_name(data["files"]))
    known = [one["officer"] for one in left["officers"]]
    for one in data["officers"]:
        officer = _officer(left, one["officer"])
        officer.update(one)
        if one["officer"] not in known:
            officer["name"] = "name not known"


@changes("quorum-proven")
def _proven(left, data, at):
    _commit(left, data)
    left.update(domainSha256=data["domainSha256"], subsets=data["subsets"], provenAt=at, domainFile=_first_name(data["media"]))
    for one in left["officers"]:
        one["keyOpenedAt"] = at


@changes("blob-made")
def _opened_keys(left, data, at):
    _commit(left, data)
    for role in data["officers"]:
        _officer(left, role)["keyOpenedAt"] = at


@changes("dry-run-passed")
def _dry_run(left, data, at):
    _opened_keys(left, data, at)
    left["dryRunAt"] = at


@changes("keys-compared")
def _drilled(left, _data, at):
    left["drilledAt"] = at


@changes("keys-attested")
def _attested_keys(left, data, _at):
    left["poolRoot"] = data["poolRoot"]


@changes("upload-ended")
def _uploaded(left, _data, _at):
    if "poolRoot" in left:
        left["poolRoot"] = ""


@changes("backup-named", "backup-known")
def _backup(left, data, at):
    taken = data["takenAt"] + "T00:00:00.000Z" if "takenAt" in data else at
    left["backup"] = {"container": data["container"], "folder": data["folder"], "at": taken}


def left_by(entries):
    """What a record leaves, with the members of `earlier`."""
    left = {"recorded": set(), "hsm": "", "required": 0, "domainSha256": "", "domainFile": "", "officers": [], "objects": [],
            "handOffs": [], "subsets": [], **dict.fromkeys(DATES, ""), "deviations": [],
            "backup": {"container": "", "folder": "", "at": ""},
            "last": {"at": "", "people": [], "software": {"version": "", "commit": "", "runtime": ""}, "scripts": []}}
    for entry in entries:
        if entry["type"] in CHANGES:
            CHANGES[entry["type"]](left, entry["data"], entry["at"])
    left.update(head=entries[-1]["hash"], closedAt=entries[-1]["at"])
    if "rules" in entries[0]["data"]:
        left["rules"] = entries[0]["data"]["rules"]
    return left


def _misstated(said, left):
    """The first member that is not as it was left, or None."""
    for name in MEMBERS:
        is_early = name in ("last", "closedAt") and name not in said
        if not is_early and not (name == "closedAt" and name not in left) and said.get(name) != left.get(name):
            return name
    return None


class Facts:
    """By what they are of, what is said: five kinds; and the labels of media that were destroyed."""

    def __init__(self, entries):
        self.later = entries[0]["data"].get("rules", 1) > 1
        self.kinds = {kind: {} for kind in ("opened", "media", "challenges", "made", "keys")}
        self.destroyed = []
        for entry in entries:
            self._take(entry["type"], entry["data"], entry["hash"])

    def _take(self, kind, data, of):
        opened, media, challenges, made, keys = self.kinds.values()
        if kind in ("quorum-proven", "dry-run-passed") and "opened" in data:
            opened[data["domainSha256"]] = sorted((one["tag"], one["sha256"]) for one in data["opened"])
        if kind == "key-checked":
            media[data["medium"]] = data["officer"]
            keys[data["medium"]] = data["thumbprint"]
            challenges[data["challengeSha256"]] = of
        if kind == "key-made":
            made[data["thumbprint"]] = made[data["signingThumbprint"]] = of
            keys.update(dict.fromkeys((file["medium"] for file in data["files"]), data["thumbprint"]))
        if kind == "objects-destroyed":
            found = (re.fullmatch(r"(officer-\d+)( backup)? medium", one["object"]) for one in data["objects"])
            self.destroyed += [one[1] + ("-backup" if one[2] else "") for one in found if one]
        for name in ("files", "media"):
            for file in data.get(name, []):
                if isinstance(file, dict) and {"medium", "label"} <= set(file):
                    media[file["medium"]] = file["label"]

    def contradicts(self, other, kind):
        return any(other.kinds[kind].get(of, fact) != fact for of, fact in self.kinds[kind].items())


def _contradiction(entries, before):
    """The first kind of facts that a record says otherwise than one of these before it, the newest first; or None."""
    own, others = Facts(entries), [Facts(one) for one in before]
    for kind in own.kinds:
        if (own.later or kind not in ("made", "keys")) and any(own.contradicts(other, kind) for other in others):
            return kind
    labels, gone = {}, set()
    for one in [*reversed(others), own]:
        gone |= {labels[label] for label in one.destroyed if label in labels}
        labels.update({label: medium for medium, label in one.kinds["media"].items()})
    return "destroyed" if own.later and gone & set(own.kinds["media"]) else None


def _taken(entries):
    return [entry["data"] for entry in entries if entry["type"] == "part-taken"]


def _earlier(record):
    return next(iter(record.entries[0]["data"]["earlier"]), None)


def _is_part(said, first, part):
    own, before = part.entries[0]["data"], first["earlier"][0]
    theirs = _earlier(part)
    if theirs is None or theirs["head"] != before["head"] or own["mode"] != first["mode"] or own["script"] != PART:
        return False
    left = left_by(part.entries)
    seen = {one["object"]: one["seenAt"] for one in before["objects"]}
    standing = {
        "officers": [one for one in left["officers"] if one["officer"] == said["officer"]],
        "objects": [one for one in left["objects"] if seen.get(one["object"]) != one["seenAt"]],
        "handOffs": left["handOffs"][len(before["handOffs"]):],
    }
    since = [one for one in left.get("photographs", []) if one not in before.get("photographs", [])]
    if since:
        standing["photographs"] = since
    return (said["officer"] in [one["role"] for one in own["participants"]] and _misstated(theirs, before) is None
            and part.closed == ("paper" if said["closed"] == "on-paper" else "signatures")
            and said["closedAt"] in ("", part.entries[-1]["at"]) and said["standing"] == standing)


def _difference(record, at_hand):
    """What a record says otherwise than those before it, or None."""
    first, earlier = record.entries[0]["data"], _earlier(record)
    if earlier is None:
        return None
    for said in _taken(record.entries):
        if said["head"] in at_hand and not _is_part(said, first, at_hand[said["head"]]):
            return "part"
    before = at_hand.get(earlier["head"])
    if before is not None:
        what = _of_before(record.entries, before)
        if what is not None:
            return what
    own, others, now = _with_parts(record, at_hand), [], before
    while now is not None:
        others += _with_parts(now, at_hand)
        now = at_hand.get((_earlier(now) or {}).get("head"))
    for n, one in enumerate(own):
        what = _contradiction(one, own[n + 1:] + others)
        if what is not None:
            return what
    return None


def _of_before(entries, before):
    first = entries[0]["data"]
    if before.entries[0]["data"]["mode"] != first["mode"]:
        return "mode"
    if before.aborted:
        return "aborted"
    what = _misstated(first["earlier"][0], left_by(before.entries))
    if what is not None:
        return what
    if first.get("anchor") != "typed" and not set(before.unvouched) <= set(first.get("unvouched", [])):
        return "unvouched"
    corrected = [entry["data"]["corrects"]["entry"] for entry in entries
                 if entry["type"] == "exception-noted" and "corrects" in entry["data"]]
    return "corrects" if any(number >= len(before.entries) for number in corrected) else None


def _with_parts(record, at_hand):
    return [record.entries, *(at_hand[said["head"]].entries for said in _taken(record.entries) if said["head"] in at_hand)]


def _decided(record, head):
    """Whether two people decided to go on from this one, which too few closed; early rules could not say it."""
    about = [entry["data"].get("record") for entry in record.entries if entry["type"] == "refusal-accepted"]
    return record.version == 1 or head in about


def _short(one, record):
    """Whether too few closed it, and nobody typed its head from their paper either."""
    is_typed = record.entries[0]["data"].get("anchor") == "typed"
    return one is not None and one.short and not (one.by_hand and is_typed)


class Differs(Breach):
    """Between two records; `what` differs."""

    def __init__(self, what):
        super().__init__("E-EARLIER-DIFFERS", 0)
        self.what = what


def compare(record, given):
    """A judged record with those given beside it. Raises Breach, or says what was compared and what was not given."""
    head = record.entries[-1]["hash"]
    at_hand = {one.entries[-1]["hash"]: one for one in given if one.entries[-1]["hash"] != head}
    records, parts, open_parts, short, now = [], [], [], [], record
    while now is not None:
        what = _difference(now, at_hand)
        if what is not None:
            raise Differs(what)
        heads = [said["head"] for said in _taken(now.entries)]
        before = (_earlier(now) or {}).get("head")
        few = [one for one in [*heads, before] if _short(at_hand.get(one), now)]
        if not all(_decided(now, one) for one in few):
            raise Differs("short")
        short += few
        parts += [one for one in heads if one in at_hand]
        open_parts += [one for one in heads if one not in at_hand]
        now = at_hand.get(before)
        if now is not None:
            records.append(before)
    compared = records + parts
    others = [one for of, one in at_hand.items() if of not in compared]
    if any(_forks(one, [*records, before]) for one in others):
        raise Breach("E-EARLIER-FORK", 0)
    if others:
        raise Breach("E-EARLIER-OTHER", 0)
    return {"records": records, "parts": parts, "notVouchedFor": [of for of in compared if of in short],
            "open": before, "openParts": open_parts,
            "notes": notes(record.entries, [at_hand[of].entries for of in compared])}


def _forks(record, heads):
    earlier = _earlier(record)
    is_aside = record.entries[0]["data"]["script"] == PART or record.aborted
    return not is_aside and earlier is not None and earlier["head"] in heads
