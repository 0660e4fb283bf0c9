"""Rules 61 to 69 and 85: custody."""

import re

from ceremony import SHARED, alike, is_plain, medium_owner, number, officer, same, seat_of, things_of
from declared import SINCE
from opening import accepted_in, broken_numbers
from rules import rule


def owned(c, role):
    """The objects of an officer that are in custody."""
    return [thing for thing in c.objects if thing.startswith(role + " ")]


def step_officer(c):
    step = c.now()
    return officer(step["seat"]) if step and "seat" in step else ""


def compared(c, thing):
    """The last seals-checked of an object here, and what it says of it."""
    for entry in reversed(c.all("seals-checked")):
        for one in entry["data"]["seals"]:
            if one["object"] == thing:
                return entry, one
    return None, None


@rule(61, "E-MEAN-SEAL", "seals-checked")
def seal(c, e):
    data, step = e["data"], c.now()
    role, names = step_officer(c), [one["object"] for one in data["seals"]]
    yield data["officer"] == role, 0
    yield len(set(names)) == len(names) > 0 and all(name in c.objects for name in names), 0
    if step["kind"] == "check-seals":
        yield set(names) == set(owned(c, role)), 0
    elif step["kind"] == "check-copy-seal":
        yield names == [SHARED[step["copy"]]], 0
    else:
        yield len(names) > 0 and all(one["condition"] != "missing" for one in data["seals"]), 0
    for one in data["seals"]:
        held, other = c.objects.get(one["object"]), c.changed.get(one["object"], 0)
        yield held is not None and one["expected"] == held["seal"], other
        as_left = (one["condition"] == "intact" and alike(one["found"], held["seal"])
                   and alike(one["place"], held["place"]) and alike(one["custodian"], held["custodian"]))
        yield as_left or c.excuse(e, one["object"]), other


@rule(62, "E-MEAN-BAG", "bags-opened")
def bag(c, e):
    step, objects = c.now(), e["data"]["objects"]
    wanted = SHARED[step["copy"]] if "copy" in step else step_officer(c) + " medium"
    entry, said = compared(c, wanted)
    yield [one["object"] for one in objects] == [wanted], number(entry)
    yield said is not None and said["condition"] != "missing" and objects[0]["seal"] == said["found"], number(entry)


def must_be(c):
    """The objects that a custody-recorded must name."""
    def four(seat):
        names = things_of(officer(seat))
        carded = any(one["data"]["officer"] == officer(seat) and one["data"]["station"] == "offline"
                     for one in c.all("thumbprint-confirmed"))
        return names if carded else names[:3]

    if c.last("seals-checked") or not c.present():
        names = [one["object"] for entry in c.all("bags-opened") for one in entry["data"]["objects"]]
        for seat in c.seats():
            names += four(seat) if c.made(seat) else []
        return set(names)
    names, left = [], c.all("seat-taken") if c.opened.get("rules", 1) >= 3 else []
    for seat in {*c.present(), *(seat_of(one["data"]["officer"]) for one in left)}:
        names += [officer(seat) + " medium"] if c.last("domain-found") else four(seat)
    return {*names, *SHARED.values()}


@rule(63, "E-MEAN-CUSTODY", "custody-recorded")
def recorded(c, e):
    objects, other = e["data"]["objects"], number(c.last("key-made", "bags-opened", "domain-found"))
    names = [one["object"] for one in objects]
    yield len(set(names)) == len(names) and set(names) == must_be(c), other
    yield all(is_plain(one[name]) for one in objects for name in ("seal", "place", "custodian")), other


@rule(64, "E-MEAN-KEPT", "custody-recorded", "step-performed")
def kept(c, e):
    if e["type"] == "step-performed":
        if c.steps[c.begun]["kind"] == "hand-off" and not together(c.objects_before):
            yield apart(c, together(c.objects))
        return
    named = {one["object"]: one for one in e["data"]["objects"]}
    objects = {**c.objects, **named} if c.last("seals-checked") else named
    seals = [same(one["seal"]) for one in objects.values()]
    twice = {thing for thing, one in objects.items() if seals.count(same(one["seal"])) > 1}
    yield apart(c, twice | together(objects))


def apart(c, things):
    """None of these; else the entry that last changed one of them."""
    return not things, max((c.changed.get(thing, 0) for thing in things), default=0)


def together(objects):
    """Media of two officers with one person; envelopes and media at one place."""
    found = set()
    officers = [thing[: -len(" medium")] for thing in objects if re.fullmatch(r"officer-\d+ medium", thing)]
    media = [thing for thing in objects if medium_owner(thing) in officers]
    for one in media:
        role, envelope = medium_owner(one), objects.get(medium_owner(one) + " passphrase envelope")
        if any(medium_owner(other) != role and alike(objects[other]["custodian"], objects[one]["custodian"])
               for other in media):
            found.add(one)
        if envelope and alike(envelope["place"], objects[one]["place"]):
            found |= {one, role + " passphrase envelope"}
    return found


def site(one):
    return same(one["place"].split(",")[0])


def broken_rules(c, objects):
    """The rules of custody that these objects do not keep."""
    found = {name for name in broken_numbers(c) if name == "quorum" or c.opened.get("rules", 1) >= SINCE["E-MEAN-COUNTS"]}
    copies = [site(objects[thing]) for thing in SHARED.values() if thing in objects]
    media, envelopes = {}, {}
    for seat in c.seats():
        names = things_of(officer(seat))
        media[seat] = [site(objects[thing]) for thing in names[:2] if thing in objects]
        envelopes[seat] = [site(objects[names[2]])] if names[2] in objects else []
    for one in {site(each) for each in objects.values()}:
        both = [seat for seat in c.seats() if one in media[seat] and one in envelopes[seat]]
        alone = any(media[seat] and all(each == one for each in media[seat]) for seat in c.seats())
        if (copies and all(each == one for each in copies)) or alone or len(both) >= c.opened["required"]:
            found.add("sites")
    return found


@rule(65, "E-MEAN-DEVIATION", "custody-recorded")
def deviation(c, e):
    named = {one["object"]: one for one in e["data"]["objects"]}
    if "renewed" in c.opened:
        asked = broken_rules(c, {**c.objects, **named})
        asked -= {one["rule"] for one in c.earlier["deviations"]}
    elif c.last("seals-checked", "part-taken", "trouble-reported"):
        asked = set()
    else:
        asked = broken_rules(c, named)
    all_accepted = accepted_in(c.all("deviation-accepted"))
    in_run = accepted_in(c.run("deviation-accepted"))
    for name in sorted(asked):
        one = (in_run if name == "sites" else all_accepted).get(name)
        yield one is not None and is_plain(one["data"]["reason"]), number(one)


@rule(66, "E-MEAN-HANDED-OFF", "object-handed-off", "hand-off-acknowledged")
def handed_off(c, e):
    data, acknowledged = e["data"], c.run("hand-off-acknowledged")
    if e["type"] == "hand-off-acknowledged":
        yield len(data["absent"]) <= 100, 0
        for name in data["absent"]:
            yield c.excuse(e, name), 0
        return
    entry, said = compared(c, data["object"])
    held, other = c.objects.get(data["object"]), number(entry)
    yield said is not None and said["condition"] != "missing" and data["seal"] == said["found"], other
    yield held is not None and data["from"] == held["custodian"], other
    yield not (alike(data["to"], held["custodian"]) and alike(data["place"], held["place"])), other
    yield is_plain(data["to"]) and is_plain(data["place"]), other
    last = acknowledged[-1] if acknowledged else None
    took = last["data"]["took"] if last else []
    gave = last["data"]["gave"] + last["data"]["absent"] if last else []
    yield any(alike(one, data["to"]) for one in took) and any(alike(one, data["from"]) for one in gave), number(last)


@rule(67, "E-MEAN-DESTROYED", "objects-destroyed")
def destroyed(c, e):
    seals = {one["object"]: one["seal"] for one in e["data"]["objects"]}
    mine = [thing for thing in c.old if thing.startswith(step_officer(c) + " ")]
    yield c.last("quorum-proven") is not None and len(seals) == len(e["data"]["objects"]), 0
    yield set(seals) <= set(mine), 0
    yield all(is_plain(one["how"]) for one in e["data"]["objects"]), 0
    for thing in mine:
        is_gone = thing in seals and alike(seals[thing], c.old[thing])
        yield is_gone or c.excuse(e, thing), 0


@rule(68, "E-MEAN-ATTESTED", "custody-attested")
def attested(c, e):
    data = e["data"]
    seen = {one["data"]["officer"] for one in c.all("part-taken", "trouble-reported")}
    roles = [officer(seat) for seat in c.seats()]
    unseen = [role for role in roles if role not in seen]
    troubled = [role for role in roles if c.troubles.get(role, "") != ""]
    healthy = [role for role in roles if role not in unseen and role not in troubled]
    yield (data["unseen"], data["troubled"], data["healthy"]) == (unseen, troubled, healthy), 0
    copies = [thing for thing in SHARED.values() if thing in c.objects]
    fails = len(roles) - len(troubled) < c.opened["required"] or not copies
    yield (data["health"] == "would-fail") == fails, 0
    yield data["health"] != "whole" or (healthy == roles and len(copies) == 2), 0


@rule(69, "E-MEAN-PART", "part-taken")
def part(c, e):
    data, known = e["data"], c.kept(seat_of(e["data"]["officer"]))
    officers = data["standing"]["officers"]
    yield [one["officer"] for one in officers] == [data["officer"]] and known is not None, 0
    names = ("thumbprint", "signingThumbprint")
    yield all(officers[0][name] == known[name] for name in names), 0
    for one in c.all("part-taken"):
        yield one["data"]["head"] != data["head"], one["seq"]
    mine = {*things_of(data["officer"]), *SHARED.values()}
    yield len({one["object"] for one in data["standing"]["objects"]}) == len(data["standing"]["objects"]), 0
    things = data["standing"]["objects"] + data["standing"]["handOffs"]
    things += data["standing"].get("photographs", [])
    yield all(one["object"] in mine for one in things), 0


def number_read(c, thing):
    """The last entry here that read the number of an object's bag, and the number."""
    for entry in reversed(c.all("custody-recorded", "seals-checked")):
        is_recorded = entry["type"] == "custody-recorded"
        for one in entry["data"]["objects" if is_recorded else "seals"]:
            if one["object"] == thing and (is_recorded or one["condition"] != "missing"):
                return entry, one["seal" if is_recorded else "found"]
    return None, None


@rule(85, "E-MEAN-PHOTO", "seals-photographed")
def photographed(c, e):
    taken, earlier = e["data"]["photographs"], (c.earlier or {}).get("photographs", [])
    files = [one["sha256"] for one in taken]
    yield len(set(files)) == len(files) > 0, 0
    yield not {one["sha256"] for one in earlier} & set(files), 0
    for one in taken:
        entry, read = number_read(c, one["object"])
        yield entry is not None and read == one["seal"], number(entry)
        shown = {old["sha256"] for old in earlier if old["object"] == one["object"]} | {""}
        yield one["before"] in shown, number(entry)
